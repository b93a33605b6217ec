"""The pages of the neighbourhood: what is near an area, and what somebody has to say about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission

from . import areas, changes, queries
from .forms import AreaForm, FreeThingForm, PlaceForm
from .models import Noted

NEIGHBOURS = 6  # how many areas are listed as the nearest
ALL = "neighbourhood:all"


@require_safe
@requires(Permission.SEE_NEIGHBOURHOOD)
def show_all(request):
    """Public places and free things near one area; without an area, where we know of any."""
    form = AreaForm(request.GET if "omrade" in request.GET else None)
    code = form.cleaned_data["omrade"] if form.is_valid() else ""
    page = {"form": form, "credit": areas.CREDIT, "code": code}
    page |= _near(code) if code else {"known": queries.areas_with_places()}
    return render(request, "neighbourhood/all.html", page)


def _near(code: str) -> dict[str, Any]:
    """What the page shows of one area, and how far away the rest lies."""
    others = [other for other in areas.near(code, 60) if other != code][:NEIGHBOURS]
    return {
        "area": areas.area(code),
        "places": _with_km(code, queries.places_near(code)),
        "things": _with_km(code, queries.free_things_near(code, limit=None)),
        "nearest": [(areas.area(other), areas.km_between(code, other)) for other in others],
    }


def _with_km(code: str, rows: list[Any]) -> list[tuple[Any, int | None]]:
    return [(row, areas.km_between(code, row.area) if row.area else None) for row in rows]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_NEIGHBOURHOOD)
def new_place(request):
    """Note a public place."""
    return _new(request, PlaceForm, changes.note_place, "Nytt sted")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_NEIGHBOURHOOD)
def new_free_thing(request):
    """Note something free to do."""
    return _new(request, FreeThingForm, changes.note_free_thing, "Noe nytt som er gratis")


def _new(request, shape: type[Form], note: Callable[..., Noted], heading: str):
    form = shape(request.POST or None, initial={"area": request.GET.get("omrade", "")})
    if form.is_valid():
        try:
            row = note(**form.cleaned_data, by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem.messages)
        else:
            messages.success(request, "Lagt til på listen.")
            return redirect(f"{reverse(ALL)}?omrade={row.area}")
    return render(request, "neighbourhood/new.html", {"form": form, "heading": heading})


@require_POST
@requires(Permission.KEEP_NEIGHBOURHOOD)
def confirm_place(request, reference):
    """Say that a place is still there and still free."""
    place = get_object_or_404(queries.visible_to(request.user), reference=reference)
    changes.confirm_place(place=place, by=request.user)
    return _told(request, "Bekreftet i dag.", place)


@require_POST
@requires(Permission.KEEP_NEIGHBOURHOOD)
def confirm_free_thing(request, reference):
    """Say that something still costs nothing."""
    thing = get_object_or_404(queries.free_things_visible_to(request.user), reference=reference)
    changes.confirm_free_thing(thing=thing, by=request.user)
    return _told(request, "Bekreftet i dag.", thing)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_NEIGHBOURHOOD)
def take_out_place(request, reference):
    """Ask once, then take a place off the list."""
    place = get_object_or_404(queries.visible_to(request.user), reference=reference)
    if request.method == "POST":
        changes.take_out_place(place=place, by=request.user)
        return _told(request, "Tatt ut av listen.", place)
    return render(request, "neighbourhood/take_out.html", _about_to_go(request, place, place.name))


@require_http_methods(["GET", "HEAD", "POST"])
@requires(Permission.KEEP_NEIGHBOURHOOD)
def take_out_free_thing(request, reference):
    """Ask once, then take a free thing off the list."""
    thing = get_object_or_404(queries.free_things_visible_to(request.user), reference=reference)
    if request.method == "POST":
        changes.take_out_free_thing(thing=thing, by=request.user)
        return _told(request, "Tatt ut av listen.", thing)
    return render(request, "neighbourhood/take_out.html", _about_to_go(request, thing, thing.what))


def _about_to_go(request, row: Noted, named: str) -> dict[str, Any]:
    return {"row": row, "named": named, "code": request.GET.get("omrade", row.area)}


def _told(request, sentence: str, row: Noted):
    """Back to the area the reader came from, which for what is found everywhere may be any."""
    messages.success(request, sentence)
    asked = request.POST.get("omrade", "")
    area = asked if asked in areas.AREAS else row.area
    return redirect(f"{reverse(ALL)}?omrade={area}" if area else ALL)

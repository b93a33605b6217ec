"""What is done with an advert: each act has an address of its own, and asks once when it cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.trying import tried_or_told

from .. import blocks, changes, words
from ..forms import PublishForm
from .staff import shown, the_advert

SCREEN = Permission.SCREEN_VOLUNTEERS


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SCREEN)
def publish(request, reference: str) -> HttpResponseBase:
    """Exactly what everybody will read; then it is published, and frozen."""
    advert = the_advert(request, reference)
    if advert.state != words.DRAFT:
        return redirect("adverts:one", reference)
    if request.method == "POST":
        return fresh_first(_published)(request, reference)
    return _as_it_will_be(request, advert)


def _published(request, reference: str) -> HttpResponse:
    advert, form = the_advert(request, reference), PublishForm(request.POST)
    try:
        print_shown = form.cleaned_data["shown"] if form.is_valid() else ""
        changes.publish(advert=advert, shown=print_shown, by=request.user)
    except ValidationError as no:
        return _as_it_will_be(request, advert, problems=no.messages)
    messages.success(request, "Annonsen er publisert. Alle kan lese den nå.")
    return redirect("adverts:one", reference)


def _as_it_will_be(request, advert, problems: list[str] | None = None) -> HttpResponse:
    page = shown(request, advert)
    form = PublishForm(initial={"shown": blocks.print_of(page["told"])})
    return render(request, "adverts/publish.html", {**page, "form": form, "problems": problems})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SCREEN)
def throw_away(request, reference: str) -> HttpResponse:
    """Ask once, then throw a draft away."""
    advert = the_advert(request, reference)
    if advert.state != words.DRAFT:
        raise Http404
    if request.method == "POST":
        said = "Utkastet er kastet."
        tried_or_told(request, changes.throw_away_draft, said=said, advert=advert, by=request.user)
        return redirect("adverts:all")
    return render(request, "adverts/throw_away.html", {"advert": advert})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SCREEN)
def close(request, reference: str) -> HttpResponse:
    """Ask once, then close for good."""
    advert = the_advert(request, reference)
    if advert.state not in (words.OPEN, words.PAUSED):
        raise Http404
    if request.method == "POST":
        said = "Annonsen er lukket. Adressen viser nå andre måter å bidra på."
        tried_or_told(request, changes.close, said=said, advert=advert, by=request.user)
        return redirect("adverts:one", reference)
    return render(request, "adverts/close.html", {"advert": advert})


@require_POST
@requires(SCREEN)
def pause(request, reference: str) -> HttpResponse:
    """No applications through it for now."""
    return _turned(request, reference, changes.pause, "Annonsen er stanset. Den kan åpnes igjen.")


@require_POST
@requires(SCREEN)
def open_again(request, reference: str) -> HttpResponse:
    """It takes applications once more."""
    return _turned(request, reference, changes.open_again, "Annonsen er åpen igjen.")


def _turned(request, reference: str, change: Callable[..., object], said: str) -> HttpResponse:
    advert = the_advert(request, reference)
    tried_or_told(request, change, said=said, advert=advert, by=request.user)
    return redirect("adverts:one", reference)

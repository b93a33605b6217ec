"""What everybody may read and quote, each at an address that stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import queries, words
from ..forms import SinceForm

WHY = "what is demanded, promised and kept is for everybody to read"
LATELY = timedelta(days=90)


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """The four holes, with every demand and how it stands: one page to take a picture of."""
    told = queries.all_told()
    holes = [
        (code, word, [one for one in told if one.demand.hole == code]) for code, word in _holes()
    ]
    return render(request, "agenda/holes.html", {"holes": holes, "number": len(told)})


@require_safe
@anyone(WHY)
def hole(request: HttpRequest, name: str) -> HttpResponse:
    """One of the four."""
    code = next((code for code, word in words.IN_ADDRESSES.items() if word == name), None)
    if code is None:
        raise Http404
    page = {"word": words.HOLES[code], "told": queries.all_told(hole=code)}
    return render(request, "agenda/hole.html", page)


@require_safe
@anyone(WHY)
def addressee(request: HttpRequest, reference: str) -> HttpResponse:
    """What is asked of one body, and what came of it."""
    row = queries.addressee_called(reference)
    if row is None:
        raise Http404
    page = {"addressee": row, "told": queries.all_told(addressee=row)}
    return render(request, "agenda/addressee.html", page)


@require_safe
@anyone(WHY)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One demand with everything, and how to quote it."""
    told = _told(reference)
    page = {
        "told": told,
        "address": request.build_absolute_uri(reverse("agenda_public:one", args=[reference])),
        "today": timezone.localdate(),
    }
    return render(request, "agenda/one_public.html", page)


@require_safe
@anyone(WHY)
def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The words as they were, for ever."""
    text = queries.version_told(reference, number)
    if text is None:
        raise Http404
    return render(request, "agenda/version.html", {"text": text, "told": _told(reference)})


@require_safe
@anyone(WHY)
def since(request: HttpRequest) -> HttpResponse:
    """What has changed since a day that somebody chooses; the last three months when nobody does."""
    today = timezone.localdate()
    chosen = {"siden": request.GET["siden"]} if "siden" in request.GET else None
    form = SinceForm(chosen, initial={"siden": today - LATELY})
    first = form.cleaned_data["siden"] if form.is_valid() else today - LATELY
    page = {"form": form, "first": first, "changes": queries.changes_between(first, today)}
    return render(request, "agenda/since.html", page)


@require_safe
@anyone(WHY)
def figures(request: HttpRequest) -> HttpResponse:
    """Every figure that is told, with its source; a stale one says so."""
    return render(request, "agenda/figures_public.html", {"figures": queries.public_figures()})


def _holes() -> list[tuple[str, str]]:
    return list(words.HOLES.items())


def _told(reference: str) -> Any:
    told = queries.one_told(reference)
    if told is None:
        raise Http404
    return told

"""What everybody may read and quote, each at an address that stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ressursvenn.accounts.guard import anyone

from .. import queries, words
from ..forms import SinceForm

WHY = "what is demanded, promised and kept is for everybody to read"
LATELY = timedelta(days=90)
LEAD = "Hva Rød Knapp krever, hva som er svart og lovet, og om det ble holdt."


@require_safe
@anyone(WHY)
def everything(request: HttpRequest) -> HttpResponse:
    """The four holes, with every demand and how it stands: one page to take a picture of."""
    told = queries.all_told()
    holes = [
        (code, words.IN_ADDRESSES[code], word, [one for one in told if one.demand.hole == code])
        for code, word in words.HOLES.items()
    ]
    page = {"holes": holes, "number": len(told)}
    return shared(request, "holes", page, title="Krav fra Rød Knapp")


@require_safe
@anyone(WHY)
def hole(request: HttpRequest, name: str) -> HttpResponse:
    """One of the four."""
    code = next((code for code, word in words.IN_ADDRESSES.items() if word == name), None)
    if code is None:
        raise Http404
    page = {"word": words.HOLES[code], "told": queries.all_told(hole=code)}
    return shared(request, "hole", page, title=f"{page['word']}: krav fra Rød Knapp")


@require_safe
@anyone(WHY)
def addressee(request: HttpRequest, reference: str) -> HttpResponse:
    """What is asked of one body, or once was, and what came of it."""
    row = queries.addressee_called(reference)
    if row is None:
        raise Http404
    told, once = queries.told_to(row)
    page = {"addressee": row, "told": told, "once": once}
    return shared(request, "addressee", page, title=f"Krav til {row.name}")


@require_safe
@anyone(WHY)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One demand with everything, and how to quote it."""
    told = _told(reference)
    page = {"told": told, "today": timezone.localdate()}
    lead = f"{told.demand.hole_word}. Tilstand: {told.standing.word}. {LEAD}"
    return shared(request, "one_public", page, title=told.text.title, lead=lead)


@require_safe
@anyone(WHY)
def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The words as they were, for ever."""
    text = queries.version_told(reference, number)
    if text is None:
        raise Http404
    page = {"words": text, "told": _told(reference)}
    return shared(request, "version", page, title=text.title)


@require_safe
@anyone(WHY)
def since(request: HttpRequest) -> HttpResponse:
    """What has changed since a day that somebody chooses; the last three months when nobody does."""
    today = timezone.localdate()
    chosen = {"siden": request.GET["siden"]} if "siden" in request.GET else None
    form = SinceForm(chosen, initial={"siden": today - LATELY})
    first = form.cleaned_data["siden"] if form.is_valid() else today - LATELY
    page = {"form": form, "first": first, "changes": queries.changes_between(first, today)}
    return shared(request, "since", page, title="Hva er endret i kravene fra Rød Knapp?")


@require_safe
@anyone(WHY)
def figures(request: HttpRequest) -> HttpResponse:
    """Every figure that has been told, with its source; a stale one says so, one withdrawn is struck."""
    page = {"figures": queries.every_told_figure()}
    return shared(request, "figures_public", page, title="Tall med kilde")


def shared(
    request: HttpRequest, template: str, page: dict[str, Any], *, title: str, lead: str = LEAD
) -> HttpResponse:
    """With what search engines show, and what is shown where the address is shared."""
    more = {
        "text": {"title": title, "lead": lead},
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, f"agenda/{template}.html", {**page, **more})


def _told(reference: str) -> Any:
    told = queries.one_told(reference)
    if told is None:
        raise Http404
    return told

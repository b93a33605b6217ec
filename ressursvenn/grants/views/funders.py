"""Funders: who gives, to what, until when, who of theirs reads, and when we met."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.days import in_words
from ressursvenn.shapes.trying import made, tried_or_told

from .. import changes, forms, funder_forms, queries
from ._shared import ASKED, KEEP, Asking, asks, asks_once, or_404, posted


@require_safe
@requires(KEEP)
def everything(request: HttpRequest) -> HttpResponse:
    """Every funder, with its schemes and calls."""
    return render(request, "grants/funders.html", {"funders": queries.funders()})


@require_http_methods(ASKED)
@requires(KEEP)
def new(request: HttpRequest) -> HttpResponse:
    """Somebody who gives grants."""
    form = forms.FunderForm(posted(request))
    if row := made(form, changes.name_funder, by=request.user):
        return redirect("grants:funder", row.reference)
    asking = Asking(
        head="Legg inn en tilskuddsgiver", button="Legg inn", said="", up=("grants:funders",),
        up_word="Tilskuddsgivere",
    )  # fmt: skip
    return render(request, "grants/form.html", {"form": form, "asking": asking})


@require_safe
@requires(KEEP)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One funder: its form, what it gives to, meetings, and readers."""
    funder = _funder(reference)
    page = {
        "funder": funder,
        "form": funder_forms.form_called(funder.form),
        "meetings": queries.meetings_with(funder),
        "readers": queries.readers_of(funder),
        "today": timezone.localdate(),
    }
    return render(request, "grants/funder.html", page)


@require_http_methods(ASKED)
@requires(KEEP)
def scheme(request: HttpRequest, reference: str) -> HttpResponse:
    """What it gives to."""
    asking = _of_funder(reference, "Beskriv en ordning", "Lagre ordningen", "Ordningen er lagret.")
    form = forms.SchemeForm(posted(request))
    return asks(request, form, changes.describe_scheme, asking, funder=_funder(reference))


@require_http_methods(ASKED)
@requires(KEEP)
def correct_scheme(request: HttpRequest, reference: str) -> HttpResponse:
    """It says something else than was written; it is confirmed anew."""
    row = or_404(queries.scheme_called(reference))
    said = "Rettelsen er lagret. Hold ordningen mot kilden, og bekreft den."
    asking = _of_funder(row.funder.reference, "Rett en ordning", "Lagre rettelsen", said)
    form = forms.SchemeForm(posted(request), initial=model_to_dict(row))
    return asks(request, form, changes.correct_scheme, asking, scheme=row)


@require_POST
@requires(KEEP)
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody has held the scheme against its source."""
    row = or_404(queries.scheme_called(reference))
    tried_or_told(
        request, changes.confirm_scheme, said="Ordningen er bekreftet.", scheme=row, by=request.user
    )
    return redirect("grants:funder", row.funder.reference)


@require_http_methods(ASKED)
@requires(KEEP)
def call(request: HttpRequest, reference: str) -> HttpResponse:
    """A round that one may apply to."""
    row = or_404(queries.scheme_called(reference))
    asking = _of_funder(
        row.funder.reference, "Noter en utlysning", "Noter utlysningen", "Utlysningen er notert."
    )
    return asks(request, forms.CallForm(posted(request)), changes.note_call, asking, scheme=row)


@require_http_methods(ASKED)
@requires(KEEP)
def correct_call(request: HttpRequest, reference: str) -> HttpResponse:
    """It says something else than was written."""
    row = or_404(queries.call_called(reference))
    asking = _of_funder(
        row.scheme.funder.reference, "Rett en utlysning", "Lagre rettelsen", "Rettelsen er lagret."
    )
    form = forms.CallForm(posted(request), initial=model_to_dict(row))
    return asks(request, form, changes.correct_call, asking, call=row)


@require_http_methods(ASKED)
@requires(KEEP)
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """We met."""
    asking = _of_funder(reference, "Noter et møte", "Noter møtet", "Møtet er notert.")
    form = forms.MeetingForm(posted(request))
    return asks(request, form, changes.note_meeting, asking, funder=_funder(reference))


@require_http_methods(ASKED)
@requires(KEEP)
def strike_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then strike it: that was a slip."""
    row = or_404(queries.meeting_called(reference))
    asking = _of_funder(row.funder.reference, "Stryke møtet?", "Stryk møtet", "Møtet er strøket.")
    met = f"{in_words(row.day)}, {row.place}. {row.who}. «{row.presented}»"
    asking = replace(asking, lead=f"{met} Det kan ikke hentes tilbake.")
    return asks_once(request, changes.strike_meeting, asking, meeting=row)


@require_http_methods(ASKED)
@requires(KEEP)
def reader(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody of the funder's may read what is issued to it."""
    asking = _of_funder(
        reference, "Slipp inn en leser", "Slipp inn", "Hun kan nå lese rapporter til denne giveren."
    )
    form = forms.ReaderForm(posted(request))
    return asks(request, form, changes.let_in_reader, asking, funder=_funder(reference))


@require_POST
@requires(KEEP)
def reader_out(request: HttpRequest, reference: str) -> HttpResponse:
    """She reads no more for it."""
    row = or_404(queries.reader_called(reference))
    tried_or_told(
        request, changes.let_out_reader, said="Hun leser ikke lenger.", reader=row, by=request.user
    )
    return redirect("grants:funder", row.funder.reference)


def _funder(reference: str) -> Any:
    return or_404(queries.funder_called(reference))


def _of_funder(reference: str, head: str, button: str, said: str) -> Asking:
    return Asking(
        head=head, button=button, said=said, up=("grants:funder", reference), up_word="Giveren"
    )

"""Grants on the desk: all of them, one, and what happens on the way."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.shapes.refusing import not_met
from ressursvenn.shapes.trying import made, tried_or_told

from .. import accounting, changes, counting, facts, forms, queries, rules, words
from ._shared import ASKED, KEEP, READ, Asking, asks, posted, the_grant


@require_safe
@requires(KEEP, READ)
def everything(request: Any) -> HttpResponse:
    """All grants; to a funder's reader, what was issued to it."""
    if not request.user.may(KEEP):
        return render(
            request, "grants/shelf.html", {"issued": queries.issued_visible_to(request.user)}
        )
    return render(request, "grants/all.html", {"grants": queries.grants(timezone.localdate())})


@require_http_methods(ASKED)
@requires(KEEP)
def new(request: HttpRequest) -> HttpResponse:
    """Begin to apply."""
    form = forms.ApplicationForm(
        posted(request),
        calls=queries.calls(timezone.localdate()),
        associations=accounts.associations(),
    )
    if row := made(form, changes.begin_application, by=request.user):
        return redirect("grants:one", row.reference)
    asking = Asking(
        head="Begynn på en søknad", button="Begynn", said="", up=("grants:all",), up_word="Tilskudd",
        lead="Finnes ikke utlysningen i listen, legges den inn under giveren først.",
    )  # fmt: skip
    return render(request, "grants/form.html", {"form": form, "asking": asking})


@require_http_methods(ASKED)
@requires(KEEP)
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """A draft is called something else, or is for another place, other days or another call."""
    grant = the_grant(reference)
    place = grant.association
    form = forms.ApplicationForm(
        posted(request),
        calls=[grant.call, *queries.calls(timezone.localdate())],
        associations=accounts.associations(),
        initial={
            **model_to_dict(grant), "call": grant.call.reference,
            "association": place.reference if place else "",
        },
    )  # fmt: skip
    asking = Asking(
        head="Rett søknaden", button="Lagre rettelsen", said="Rettelsen er lagret.",
        up=("grants:one", reference), up_word=grant.title,
    )  # fmt: skip
    return asks(request, form, changes.correct_application, asking, grant=grant)


@require_safe
@requires(KEEP)
def one(request: HttpRequest, reference: str) -> HttpResponse:
    """One grant: what comes next with it, its goals, its money, its conditions and reports."""
    grant = the_grant(reference)
    amendments, reports = (
        list(rows) for rows in (queries.amendments_of(grant), queries.reports_of(grant))
    )
    page = {
        "grant": grant,
        "goals": queries.goals_of(grant),
        "lines": _with_left(grant, amendments),
        "conditions": queries.conditions_of(grant),
        "amendments": amendments,
        "reports": reports,
        "told": any(map(queries.is_issued, reports)),
        "figures": counting.FIGURES,
        "today": timezone.localdate(),
    }
    return render(request, "grants/one.html", page)


def _with_left(grant: Any, amendments: Any) -> list[Any]:
    """A line says what was moved to it or from it, and when more is charged to it than it has."""
    moved = accounting.shifts_by(queries.moves_in(amendments))
    rows = list(queries.lines_of(grant))
    for row in rows:
        row.moved = moved.get(row.pk, 0)
        row.over = row.awarded is not None and row.spent > row.awarded + row.moved
    return rows


@require_safe
@requires(KEEP)
def underway(request: HttpRequest, reference: str) -> HttpResponse:
    """Partners, what counts, and what was learnt."""
    grant = the_grant(reference)
    counted: list[Any] = list(queries.counted_rows(grant))
    for row in counted:
        row.told = counting.FIGURES.get(row.figure)
    page = {
        "grant": grant,
        "partners": queries.partners_of(grant),
        "counted": counted,
        "experiences": queries.experiences_of(grant),
    }
    return render(request, "grants/underway.html", page)


@require_http_methods(ASKED)
@requires(KEEP)
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then note that the application has been sent."""
    grant = the_grant(reference)
    if request.method == "POST":
        said = "Søknaden er notert som sendt. Den står nå som den var."
        tried_or_told(request, changes.send, said=said, grant=grant, by=request.user)
        return redirect("grants:one", reference)
    noes = not_met(rules.may_be_sent(facts.of_application(grant), accounts.terms(None)))
    return render(request, "grants/send.html", {"grant": grant, "noes": noes})


@require_http_methods(ASKED)
@requires(KEEP)
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The letter has come; or it says something else than was written."""
    grant = the_grant(reference)
    award = getattr(grant, "award", None)
    form = forms.AwardForm(posted(request), initial=model_to_dict(award) if award else None)
    change = changes.correct_award if award else changes.note_award
    if row := made(form, change, grant=grant, by=request.user):
        if award and award.amount == row.amount:
            messages.success(request, "Rettelsen er lagret.")
            return redirect("grants:one", reference)
        messages.success(request, "Brevet er notert. Fordel beløpet på linjene i budsjettet.")
        return redirect("grants:divide", reference)
    return render(request, "grants/answer.html", {"grant": grant, "form": form})


@require_POST
@requires(KEEP)
def refused(request: HttpRequest, reference: str) -> HttpResponse:
    """The funder said no; or that was a slip. The button says which."""
    grant, regret = the_grant(reference), "regret" in request.POST
    change = changes.take_back_refused if regret else changes.note_refused
    said = "Avslaget er tatt bort. Søknaden venter på svar." if regret else "Avslaget er notert."
    tried_or_told(request, change, said=said, grant=grant, by=request.user)
    return redirect("grants:one", reference)


@require_http_methods(ASKED)
@requires(KEEP)
def throw_away(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once, then throw an application away that was never sent."""
    grant = the_grant(reference)
    if request.method == "POST":
        change = changes.throw_away_application
        if tried_or_told(request, change, said="Søknaden er kastet.", grant=grant, by=request.user):
            return redirect("grants:all")
        return redirect("grants:one", reference)
    sent = grant.state != words.DRAFT
    return render(request, "grants/throw_away.html", {"grant": grant, "sent": sent})

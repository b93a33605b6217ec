"""The page of one volunteer: may she be matched, what is missing, and the forms to settle it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.states import STATION_WORDS, Station
from ressursvenn.protection import opening, vault
from ressursvenn.together import queries as together

from .. import facts, forms, queries, rules
from ..models import Volunteer
from ..words import CONCERN_KINDS
from . import _offers


@require_safe
@requires(Permission.SEE_VOLUNTEERS)
def standing(request, reference: str) -> HttpResponse:
    """May this volunteer be matched, and if not, why not?"""
    row = get_object_or_404(facts.with_road(_visible(request)), reference=reference)
    return page_of(request, row, known=facts.read_off(row))


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_VOLUNTEERS)
def contact(request, reference: str) -> HttpResponse:
    """How she is reached, when somebody asks for it. The look is audited like any other."""
    volunteer = the_volunteer(request, reference)
    if request.method != "POST":
        return redirect("volunteers:standing", reference)
    opened(request, volunteer, purpose="volunteer_contact")
    known = {"phone": volunteer.phone, "email": volunteer.email}
    form = forms.ContactForm(name="contact", initial=known)
    return page_of(request, volunteer, contact_form=form)


def the_volunteer(request, reference: str) -> Volunteer:
    """One of those this person may see; to her the others do not exist."""
    return get_object_or_404(_visible(request), reference=reference)


def _visible(request) -> QuerySet[Volunteer]:
    return queries.visible_to(request.user).select_related("association", "person")


def opened(request, volunteer: Volunteer, *, purpose: str) -> Volunteer:
    """All that is kept about her, opened. Whoever is erased is not found."""
    try:
        return opening.open_record(volunteer, by=request.user, purpose=purpose)
    except vault.Erased:
        raise Http404 from None


def page_of(
    request,
    volunteer: Volunteer,
    tried: Mapping[str, forms.ActForm] | None = None,
    known: rules.VolunteerFacts | None = None,
    **more: Any,
) -> HttpResponse:
    """The page. `tried` are forms that could not be kept, with what was typed.

    `known` are facts that came with the row, and are asked for where they did not.
    """
    if not opening.open_cards([volunteer], by=request.user, purpose="volunteer_page"):
        raise Http404
    terms = accounts.terms(volunteer.association)
    known = known or facts.of(volunteer)
    refusals = rules.may_be_matched(known, terms)
    colleagues = list(accounts.colleagues(volunteer.association))
    desk = _offers.Desk(
        volunteer=volunteer,
        known=known,
        notes=queries.notes_on(volunteer),
        refused=frozenset(no.rule for no in (*refusals, *rules.may_be_approved(known, terms))),
        today=terms.today,
        colleagues=colleagues,
        tried=tried or {},
        needed=asdict(terms.limits),
        person=request.user,
        question=_question(volunteer, known, terms, colleagues),
    )
    page = {
        "volunteer": volunteer,
        "known": known,
        "notes": desk.notes,
        "refusals": [refusal.as_told_to(request.user.may) for refusal in refusals],
        "checked": rules.MAY_BE_MATCHED,
        "stations": stations(rules.road(known, terms), terms.today),
        "concerns": _concerns(request, volunteer, desk),
        **_acts(request, desk),
        **more,
    }
    return render(request, "volunteers/standing.html", page)


def _question(
    volunteer: Volunteer, known: rules.VolunteerFacts, terms: Terms, colleagues: list[Person]
) -> Any:
    """What another is asked about her, if two have yet to approve her and the rest is settled."""
    if not rules.waits_for_approval(known, terms):
        return None
    return together.waiting_about(facts.APPROVE, volunteer.reference, terms, colleagues)


def stations(stops: tuple[rules.Stop, ...], today: date) -> list[dict[str, Any]]:
    """The road for the picture: what is behind her, what comes next, what is still ahead.

    That nothing stands in the way is true of today alone, and says so.
    """
    following = next((stop for stop in stops if not stop.reached), None)
    return [
        {
            "label": STATION_WORDS[stop.station],
            "on": _day_of(stop, today) if stop.reached else None,
            "state": "done" if stop.reached else "next" if stop is following else "missing",
        }
        for stop in stops
    ]


def _day_of(stop: rules.Stop, today: date) -> date | None:
    return today if stop.station is Station.AVAILABLE else stop.on


def _acts(request, desk: _offers.Desk) -> dict[str, Any]:
    """What this person may note. Whoever may only look is offered nothing."""
    if not request.user.may(Permission.SCREEN_VOLUNTEERS):
        return {"to_settle": [], "to_note": []}
    return {"to_settle": _offers.to_settle(desk), "to_note": _offers.to_note(desk)}


def _concerns(request, volunteer: Volunteer, desk: _offers.Desk) -> list[dict[str, Any]]:
    """Open concerns, opened for whoever may know of them, each with the form that settles it."""
    if not desk.known.concern_open:
        return []
    rows = queries.concerns_visible_to(request.user, volunteer)
    opened = opening.open_records(rows, by=request.user, purpose="volunteer_page")
    return [
        {
            "row": concern,
            "kind": CONCERN_KINDS.get(concern.kind, ""),
            "form": desk.tried.get(concern.reference)
            or forms.ConcernSettledForm(name=concern.reference, today=desk.today),
        }
        for concern in opened
    ]

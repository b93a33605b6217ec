"""What both faces do the same way: try a change, show a course, give a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from ressursvenn.accounts import queries as accounts
from ressursvenn.paper.setting import Unprintable
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.protection import opening
from ressursvenn.shapes.files import as_paper

from .. import completion, facts, queries, rules, topics
from ..models import Course


def course_of(rows: Any, reference: str) -> Course | None:
    found: Course | None = queries.with_evenings(rows).filter(reference=reference).first()
    return found


def evenings_of(course: Course, terms: Terms) -> list[dict[str, Any]]:
    """Each evening with whether it has been, has begun, or will not be held."""
    return [
        {
            "evening": evening,
            "past": evening.day < terms.today,
            "begun": facts.has_begun(evening),
            "off": evening.is_off,
        }
        for evening in course.evenings.all()
    ]


def next_evening(course: Course, terms: Terms) -> Any:
    """The first one still to come; None when there is none."""
    coming = [
        one for one in course.evenings.all() if one.day >= terms.today and not one.called_off_on
    ]
    return coming[0] if coming and not course.called_off_on else None


def has_ended(course: Course, terms: Terms) -> bool:
    """The last evening has been."""
    days = [one.day for one in course.evenings.all() if not one.called_off_on]
    return bool(days) and max(days) < terms.today


def open_for_sign_up(course: Course, terms: Terms) -> bool:
    """Whether anybody at all may sign up for it today."""
    return not refusals(rules.MAY_SIGN_UP, facts.of_course(course), terms)


def opens_on(course: Course, terms: Terms) -> date | None:
    """The day it will open for sign-up, if that is all that is in the way."""
    noes = refusals(rules.MAY_SIGN_UP, facts.of_course(course), terms)
    return noes[0].until if len(noes) == 1 else None


def may_come_back(course: Course, row: Any, rows: list[Any], terms: Terms) -> bool:
    """Whether she who has withdrawn may still regret it, and stand where she stood."""
    known = facts.of_withdrawal(course, row, rows)
    return bool(row.withdrawn_at) and not refusals(rules.MAY_COME_BACK, known, terms)


def standing_of(
    volunteer: Any, hours: Decimal | None, attended: list[Any], on_it: set[int], terms: Terms
) -> dict[str, Any]:
    """How far she has come: hours, the topics not covered, what she was away from, and where to take it.

    `on_it` are the courses where she has a place.
    """
    needed, missing = terms.limits.course_hours, facts.missed(volunteer, attended)
    uncovered = facts.uncovered(attended, hours, terms) if hours else []
    left = facts.left_of(missing, attended, hours, terms)
    return {
        "hours": hours or 0,
        "needed": needed,
        "uncovered": topics.in_words(uncovered),
        "complete": (hours or 0) >= needed and not uncovered,
        "missed": [(one.evening, topics.in_words(one.topics)) for one in missing],
        "to_take": [
            (one, topics.in_words(one.topics))
            for one in queries.to_take(volunteer, left, missing, on_it, terms.today)
        ],
    }


def certificate_of(request, volunteer: Any, to: str) -> HttpResponse:
    """Hers, with her card opened. Before the course is complete there is none; nor for a name no font of ours
    can set."""
    terms = accounts.terms(volunteer.association)
    if not completion.is_met(volunteer, terms):
        raise Http404
    if not opening.open_cards([volunteer], by=request.user, purpose="certificate"):
        raise Http404
    try:
        issued = completion.paper(
            volunteer, on=terms.today, language=request.GET.get("sprak", "nb")
        )
    except Unprintable:
        messages.error(request, "Navnet har en bokstav vi ikke kan trykke. Skriv beviset for hånd.")
        return redirect(to)
    return as_paper(issued)

"""Approving a volunteer, as the room of what takes two people knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection.models import AuditAbout
from ressursvenn.shapes.refusing import or_why_not
from ressursvenn.together.acts import Act, Told

from . import facts, rules
from .models import Interview, Volunteer
from .words import UNDECIDED

CODE = facts.APPROVE


def stands(*, about: str, detail: str, association: Association | None) -> str:
    """A print of her road as it is. Raises ValidationError while a step is missing."""
    volunteer = Volunteer.objects.filter(reference=about, association=association).first()
    if volunteer is None:
        raise ValidationError("Ressursvennen finnes ikke i denne foreningen.")
    known = facts.of(volunteer)
    if known.approved_by_two:
        raise ValidationError("Ressursvennen er allerede godkjent av to.", code="VOL-12")
    or_why_not(rules.may_be_approved(known, accounts.terms(association)))
    road = [getattr(known, name) for name in ROAD]
    return sha256(repr(road).encode()).hexdigest()[:32]


# What the two agree about. A pause, a pair, or the day she is asked on is not part of it.
ROAD = (
    "interviewed_on",
    "interviewed_by_two",
    "found_suitable",
    "course_hours",
    "course_on",
    "confidentiality_signed_on",
    "certificate_issued_on",
    "certificate_shown_on",
    "committed_months",
    "agreed_on",
    "birth_year",
)


def told(rows: Sequence[Any]) -> dict[str, Told]:
    """The steps that are done, by the question's reference. No name: it is not needed to see if it holds."""
    asked_about = Volunteer.objects.filter(reference__in=[row.about for row in rows])
    known = {row.reference: facts.read_off(row) for row in facts.with_road(asked_about)}
    return {
        row.reference: _steps(row.about, known[row.about]) for row in rows if row.about in known
    }


def assessors(about: Any) -> Sequence[Any]:
    """Whoever has interviewed her, or noted what was found: they have said theirs, however long ago.

    The table tells who noted an interview, and the log alone who noted its answer afterwards.
    """
    held = Interview.objects.filter(volunteer__reference=about)
    decided = AuditAbout.objects.filter(reference=about, entry__did="volunteers.outcome_noted")
    return [
        (held, "first_interviewer"),
        (held, "second_interviewer"),
        (held.exclude(outcome=UNDECIDED), "noted_by"),
        (decided, "entry__by"),
    ]


def _steps(reference: str, known: rules.VolunteerFacts) -> Told:
    hours = f"{known.course_hours or 0:g}".replace(".", ",")
    return (
        ("Ressursvenn", reference),
        ("Intervju", f"av to, funnet egnet, {_day(known.interviewed_on)}"),
        ("Kurs", f"{hours} timer, {_day(known.course_on)}"),
        ("Taushetserklæring", _day(known.confidentiality_signed_on)),
        ("Politiattest vist", _day(known.certificate_shown_on)),
        ("Avtale", f"{known.committed_months} måneder, {_day(known.agreed_on)}"),
    )


def _day(day: Any) -> str:
    return date_format(day, "j. F Y") if day else "ikke notert"


def act(done: Callable[..., Any]) -> Act:
    """`done` is what the second yes does; it lies with the changes, above this module."""
    return Act(
        code=CODE,
        question="Skal en ressursvenn godkjennes?",
        many="Skal {} ressursvenner godkjennes?",
        may_ask=Permission.SCREEN_VOLUNTEERS,
        may_answer=Permission.APPROVE_PAIRS,
        done=done,
        stands=stands,
        summary=told,
        not_by=assessors,
    )

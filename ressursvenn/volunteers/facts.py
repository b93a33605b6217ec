"""From tables to rules: what the rules may know of volunteers, in one query for any number.

The latest note of a kind counts: what was noted wrongly is put right by noting it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    Max,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)

from ressursvenn.together import queries as together

from . import words
from .models import (
    Agreement,
    Approval,
    CertificateSighting,
    Concern,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)
from .rules import VolunteerFacts

APPROVE = "volunteers.approve"
KNOWN = tuple(field.name for field in fields(VolunteerFacts))

# The rooms of pairs and of screening lie above this one: they are asked by name alone.
OPEN_PAIRS = Count(
    "pairs", filter=Q(pairs__ended_on__isnull=True, pairs__not_to_be_on__isnull=True)
)


def of(volunteer: Volunteer) -> VolunteerFacts:
    """The facts of one."""
    return of_many([volunteer])[volunteer.reference]


def of_many(volunteers: Iterable[Volunteer]) -> dict[str, VolunteerFacts]:
    """The facts of many, by reference."""
    ids = [volunteer.pk for volunteer in volunteers]
    if not ids:
        return {}
    rows = _everybody().filter(pk__in=ids)
    return {row.pop("reference"): VolunteerFacts(**row) for row in rows}


def with_road(rows: QuerySet[Volunteer]) -> QuerySet[Any]:
    """The same rows, each with what is known of her road as it is now: for `read_off`."""
    return rows.annotate(**_road())


def with_question(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same rows, each with whether somebody has asked that she be approved, and nobody answered."""
    return rows.annotate(question_open=together.is_waiting(APPROVE, OuterRef("reference")))


def read_off(row: Any) -> VolunteerFacts:
    """The facts of a row that came `with_road`, without asking again."""
    return VolunteerFacts(**{name: getattr(row, name) for name in KNOWN})


@cache
def _everybody() -> QuerySet[Any]:
    """The question about all, put once: whoever asks narrows it."""
    return with_road(Volunteer.objects.all()).values("reference", *KNOWN)


@cache
def _road() -> dict[str, Any]:
    """How each fact is read off the tables. Put together once: it takes longer than the answer."""
    concerns = Concern.objects.filter(volunteer=OuterRef("pk"), settled_on=None)
    approved = Approval.objects.filter(volunteer=OuterRef("pk"), withdrawn_on=None)
    pairs = Volunteer.objects.filter(pk=OuterRef("pk")).annotate(answer=OPEN_PAIRS)
    said = Interview.objects.filter(pk=OuterRef("pk")).annotate(answer=Count("assessments"))
    return {
        "interviewed_on": _latest(Interview, F("held_on")),
        "interviewed_by_two": _latest(Interview, _by_two()),
        "found_suitable": _latest(Interview, _suitable()),
        "assessments": _latest(Interview, Subquery(said.values("answer"))),
        "course_hours": _over_course(Sum("hours")),
        "course_on": _over_course(Max("held_on")),
        "confidentiality_signed_on": _latest(Declaration, F("signed_on")),
        "certificate_issued_on": _latest(CertificateSighting, F("issued_on")),
        "certificate_shown_on": _latest(CertificateSighting, F("shown_on")),
        "certificate_seen_by_known": _latest(CertificateSighting, _known("seen_by")),
        "committed_months": _latest(Agreement, F("months")),
        "agreed_on": _latest(Agreement, F("signed_on")),
        "approved_on": Subquery(approved.values("approved_on")[:1]),
        "approved_by_two": Exists(approved),
        "open_pairs": Subquery(pairs.values("answer")),
        "concern_open": Exists(concerns),
        "has_left": _known("left_on"),
    }


def _latest(model: type[Model], what: Any) -> Subquery:
    """Something of the latest note of a kind; None when there is no note."""
    notes = model._default_manager.filter(volunteer=OuterRef("pk")).order_by("-pk")
    return Subquery(notes.values(answer=what)[:1])


def _over_course(total: Any) -> Subquery:
    """Over all course days that are not struck."""
    days = CourseHours.objects.filter(volunteer=OuterRef("pk"), struck_on=None).order_by()
    return Subquery(days.values("volunteer").annotate(answer=total).values("answer"))


def _by_two() -> Case:
    """Two people are named. That they differ is a constraint of the table."""
    both = Q(first_interviewer__isnull=False, second_interviewer__isnull=False)
    return _is(both)


def _suitable() -> Case:
    """Not decided is not known."""
    return Case(
        When(outcome=words.SUITABLE, then=Value(True)),
        When(outcome=words.NOT_SUITABLE, then=Value(False)),
        output_field=BooleanField(null=True),
    )


def _known(field: str) -> Case:
    return _is(Q(**{f"{field}__isnull": False}))


def _is(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )

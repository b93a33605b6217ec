"""How many volunteers have come how far: counts, never rows. They are an association's own to tell."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Sum

from ressursvenn.accounts.models import Association

from .models import (
    Agreement,
    Approval,
    CertificateSighting,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)

# The road, station by station. Whoever stands at one has passed those before it, in whatever order she did.
STATIONS = (
    "applied",
    "answered",
    "interviewed",
    "course",
    "signed",
    "certificate",
    "agreed",
    "approved",
)
NOTES: dict[str, type[Model]] = {
    "interviewed": Interview, "course": CourseHours, "signed": Declaration,
    "certificate": CertificateSighting, "agreed": Agreement, "approved": Approval,
}  # fmt: skip


def _here(association: Association | None) -> QuerySet[Volunteer]:
    rows = Volunteer.objects.filter(held=False)
    return rows if association is None else rows.filter(association=association)


def road(first: date, last: date, association: Association | None = None) -> dict[str, int]:
    """Of those who applied within these days: how many have come to each station, and all before it."""
    rows = _here(association).filter(applied_on__range=(first, last))
    counted = {"applied": rows.count()}
    rows = rows.filter(answered_on__isnull=False)
    counted["answered"] = rows.count()
    for station, note in NOTES.items():
        rows = rows.filter(_has(note))
        counted[station] = rows.count()
    return counted


def _has(note: type[Model]) -> Exists:
    """That she has such a note; a day that is struck and an approval that fell away are none."""
    standing: dict[type[Model], Q] = {
        CourseHours: Q(struck_on=None),
        Approval: Q(withdrawn_on=None),
    }
    kept = standing.get(note, Q())
    return Exists(note._default_manager.filter(kept, volunteer=OuterRef("pk")))


def between(first: date, last: date, association: Association | None = None) -> dict[str, int]:
    """What happened within these days, and how many were approved and had not left on the last of them."""
    rows = _here(association)
    days = (first, last)
    approved = Approval.objects.filter(volunteer__in=rows, withdrawn_on=None)
    interviewed = Interview.objects.filter(volunteer__in=rows, held_on__range=days)
    there = Q(volunteer__left_on=None) | Q(volunteer__left_on__gt=last)
    return {
        "applied": rows.filter(applied_on__range=days).count(),
        "interviewed": interviewed.values("volunteer").distinct().count(),
        "approved": approved.filter(approved_on__range=days).count(),
        "left": rows.filter(left_on__range=days).count(),
        "at_end": approved.filter(there, approved_on__lte=last).count(),
    }


def course_hours(first: date, last: date, association: Association | None = None) -> float:
    """Hours that volunteers sat on courses, all of them together."""
    rows = CourseHours.objects.filter(struck_on=None, held_on__range=(first, last))
    rows = rows.filter(volunteer__in=_here(association))
    return float(rows.aggregate(many=Sum("hours", default=0))["many"])

"""What every change here does the same way: ask who may, look at the day, keep the row, audit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit

from ..models import Volunteer

Row = TypeVar("Row", bound=models.Model)


def may_screen(by: Person, volunteer: Volunteer) -> None:
    """Raises PermissionDenied."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, volunteer)


def has_been(**days: date | None) -> None:
    """Raises ValidationError for a day that has not come yet, under the name it was given."""
    today = timezone.localdate()
    late = {
        name: "Dagen har ikke vært ennå. Skriv dagen det skjedde."
        for name, day in days.items()
        if day is not None and day > today
    }
    if late:
        raise ValidationError(late)


def colleague(association: Association, name: str, person: Person | None) -> None:
    """Raises ValidationError when somebody of another house is said to have done it."""
    _one_of(accounts.colleagues(association), name, person)


def interviewer(association: Association, name: str, person: Person | None) -> None:
    """The same, for whoever is to write notes afterwards: an adviser could not."""
    _one_of(accounts.interviewers(association), name, person)


def _one_of(here: QuerySet[Person], name: str, person: Person | None) -> None:
    if person is not None and not here.filter(pk=person.pk).exists():
        raise ValidationError({name: "Velg noen som arbeider i denne foreningen."})


def keep(
    row: Row,
    *,
    by: Person | None,
    did: str,
    volunteer: Volunteer,
    only: Iterable[str] | None = None,
) -> Row:
    """Check the row against all that the table demands, save it, and leave one audit entry.

    `only` names what the act is about: what somebody else noted meanwhile is not written over.
    """
    row.full_clean()
    row.save(update_fields=only)
    audit.record(by=by, did=f"volunteers.{did}", to=volunteer)
    return row

"""How every change of this room is made: by whoever keeps grants, whole, and with its entry in the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.protection import audit

from .. import sieve
from ..models import Grant, Issue
from ..models._columns import Noted

Row = TypeVar("Row", bound=models.Model)
New = TypeVar("New", bound=Noted)
GONE = "Dette er ikke lenger her. Se listen en gang til."
NOT_OURS = "Tallene er gitt til en tilskuddsgiver og står. Noter det som er nytt, i stedet."


def keeper(by: Person) -> None:
    """Raises PermissionDenied for whoever does not keep grants."""
    guard.check(by, Permission.KEEP_GRANTS)


def terms() -> Terms:
    return accounts.terms(None)


def noted(row: New, *, by: Person, did: str, to: models.Model | None = None) -> New:
    """A new row, noted today."""
    keeper(by)
    row.noted_on, row.noted_by = timezone.localdate(), by
    return kept(row, by=by, did=did, to=to)


def kept(row: Row, *, by: Person, did: str, to: models.Model | None = None) -> Row:
    """Written when it is whole. `to` is what the log says it was done to."""
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"grants.{did}", to=to or row)
    return row


def locked(row: Row, *, by: Person) -> Row:
    """As it is in the database now, and so until we are done."""
    keeper(by)
    rows = type(row)._default_manager.select_for_update(of=("self",))
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise ValidationError(GONE)
    return found


def happened(row: Row, what: str, *, by: Person, did: str, to: models.Model | None = None) -> Row:
    """`what`_on and `what`_by are today and she. Once."""
    if getattr(row, f"{what}_on"):
        raise ValidationError("Det er gjort allerede.")
    setattr(row, f"{what}_on", timezone.localdate())
    setattr(row, f"{what}_by", by)
    return kept(row, by=by, did=did, to=to)


def put(row: Row, told: Mapping[str, object]) -> Row:
    """What it says instead."""
    for name, value in told.items():
        setattr(row, name, value)
    return row


def told_until(*grants: Grant) -> date:
    """The last day that a report of theirs tells of: it says what was spent before its days too."""
    told = Issue.objects.filter(report__grant__in=grants)
    last: date | None = told.aggregate(last=Max("report__last_day"))["last"]
    return last or date.min


def not_told_yet(day: date, until: date) -> None:
    """Raises ValidationError for a day that is told of already."""
    if day <= until:
        raise ValidationError(NOT_OURS)


def of_work_alone(field: str, text: str) -> str:
    """Raises ValidationError for a text about one person, or with a number of participants."""
    if why := sieve.why_not(text):
        raise ValidationError({field: why})
    return text.strip()

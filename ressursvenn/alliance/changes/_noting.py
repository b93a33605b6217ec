"""How every change of this room is made: by an editor, whole, and with its entry in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, rules
from ..models._columns import Noted

Row = TypeVar("Row", bound=models.Model)
NotedRow = TypeVar("NotedRow", bound=Noted)
GONE = "Dette er ikke lenger her. Se listen en gang til."


def editor(by: Person) -> None:
    """Raises PermissionDenied for whoever does not edit for the alliance."""
    guard.check(by, Permission.EDIT_ALLIANCE)


def terms() -> Terms:
    return accounts.terms(None)


def noted(row: NotedRow, *, by: Person, did: str) -> NotedRow:
    """A new row, noted today."""
    editor(by)
    row.noted_on, row.noted_by = timezone.localdate(), by
    return kept(row, by=by, did=did)


def kept(
    row: Row, *, by: Person | None, did: str, only: Iterable[str] | None = None, to: models.Model | None = None
) -> Row:  # fmt: skip
    """Written when it is whole. `only` names what the act is about; `to` is what the log says it was to."""
    row.full_clean()
    row.save(update_fields=only)
    audit.record(by=by, did=f"alliance.{did}", to=to or row)
    return row


def locked(row: Row, *, by: Person) -> Row:
    """As it is in the database now, and so until we are done."""
    editor(by)
    rows = type(row)._default_manager.select_for_update(of=("self",))
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise ValidationError(GONE)
    return found


def happened(row: Row, what: str, *, by: Person, did: str) -> Row:
    """`what`_on and `what`_by are today and she, and nothing else of the row is written. Once."""
    if getattr(row, f"{what}_on"):
        raise ValidationError("Det er gjort allerede.")
    setattr(row, f"{what}_on", timezone.localdate())
    setattr(row, f"{what}_by", by)
    return kept(row, by=by, did=did, only=(f"{what}_on", f"{what}_by"))


def undone(row: Row, what: str, *, by: Person, did: str) -> Row:
    """It did not happen after all."""
    if not getattr(row, f"{what}_on"):
        raise ValidationError("Det er ikke gjort, så det er ikke noe å angre.")
    setattr(row, f"{what}_on", None)
    setattr(row, f"{what}_by", None)
    return kept(row, by=by, did=did, only=(f"{what}_on", f"{what}_by"))


def second_look(written_by: int | None, by: Person, *, version: int = 0, read: int = 0) -> None:
    """Raises ValidationError when she wrote it herself, or has read another version than this."""
    known = facts.of_second_look(written_by, version, by, read)
    refused(rules.MAY_BE_SHOWN, known)


def refused(listed: Iterable[rules.AnyRule], known: rules.AnyFacts) -> None:
    """Raises ValidationError with all that says no."""
    or_why_not(not_met(refusals(listed, known, terms())))

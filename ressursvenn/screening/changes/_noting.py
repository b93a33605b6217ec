"""What the changes here do the same way: ask who may, keep the row, audit."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit

Row = TypeVar("Row", bound=models.Model)


def may_screen(by: Person, volunteer: Any) -> None:
    """Raises PermissionDenied."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, volunteer)


def keep(row: Row, *, by: Person | None, did: str, about: str = "") -> Row:
    """Check the row against all that the table demands, save it, and leave one entry about it and her."""
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"screening.{did}", to=row, about=[about] if about else [])
    return row

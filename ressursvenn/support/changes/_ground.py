"""What every change here does the same way: ask who may, say why not, keep the row."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

Row = TypeVar("Row", bound=models.Model)
# One code for all that she says herself, an evening or her strain: which it was is not in the log.
SAID = "support.said"
NOT_YET = "Dagen har ikke vært ennå. Noter det når den har vært."


def may_guide(by: Person, owned: Any) -> None:
    """Raises PermissionDenied. `owned` has an association: a volunteer, a group, a gathering."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, owned)


def may_arrange(by: Person, owned: Any) -> None:
    """Raises PermissionDenied. Who leads a group, and who is in it, decides who hears of her strain."""
    guard.check(by, Permission.SEE_CONCERNS)
    may_guide(by, owned)


def herself(by: Person, volunteer: Any) -> None:
    """Raises PermissionDenied for anybody but the volunteer, and for her when she has left."""
    guard.check(by, Permission.OWN_ROAD)
    guard.same_house(by, volunteer)
    if volunteer.person_id != by.pk or volunteer.left_on is not None:
        raise PermissionDenied


def has_been(day: date, name: str = "on") -> None:
    """Raises ValidationError for a day that has not come yet."""
    if day > timezone.localdate():
        raise ValidationError({name: NOT_YET})


def kept(row: Row) -> Row:
    """Checked against all that the table demands, and saved."""
    row.full_clean()
    row.save()
    return row

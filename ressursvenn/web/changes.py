"""The two acts on what is soon erased. They are the same for a participant and a volunteer."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import retention

from . import erasing


@transaction.atomic
def keep_longer(*, row: Any, reason: str, by: Person) -> None:
    """It is still needed: a reason from the list, for so many days. The log has the reason."""
    found = _led(row, by)
    try:
        retention.keep_longer(found.kept, reason=reason, by=by)
    except retention.InTheWay as why:
        raise ValidationError(why.args[0]) from None


@transaction.atomic
def erase_now(*, row: Any, by: Person) -> None:
    """Nobody waits for the night: keys and rows are gone when this returns. It cannot be undone."""
    found = _led(row, by)
    try:
        retention.erase(found.sort, row.reference, by=by)
    except retention.InTheWay as why:
        raise ValidationError(why.args[0]) from None


def _led(row: Any, by: Person) -> erasing.Found:
    guard.check(by, Permission.LEAD_PARTICIPANTS)
    guard.same_house(by, row)
    found = erasing.found(by, row.reference)
    if found is None:
        raise PermissionDenied
    return found

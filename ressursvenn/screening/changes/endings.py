"""The road ends before it is walked: we say no, or she takes it back. Why is a choice, and sealed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ressursvenn.accounts.models import Person
from ressursvenn.volunteers import changes as volunteers

from .. import words
from ..models import Ending
from ._noting import keep, may_screen


@transaction.atomic
def end_road(*, volunteer: Any, on: date, reason: str, by: Person) -> Ending:
    """She leaves, at whatever station. A pair is ended first; that rule lies with the volunteers.

    The log does not tell whose word it was: that is part of the reason.
    """
    may_screen(by, volunteer)
    if reason not in words.ALL_REASONS:
        raise ValidationError({"reason": "Velg fra listen."})
    volunteers.note_leaving(volunteer=volunteer, on=on, by=by)
    row = Ending(volunteer=volunteer, ended_on=on, ended_by=by, reason=reason)
    return keep(row, by=by, did="road_ended", about=volunteer.reference)

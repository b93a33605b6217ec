"""She needs a pause, and she is back."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ressursvenn.accounts.models import Person

from ..models import Volunteer
from ._noting import keep, may_screen
from ._resting import be_back, rest


@transaction.atomic
def pause(*, volunteer: Volunteer, until: date, by: Person) -> Volunteer:
    """She shall not be matched before that day. The pause ends by itself."""
    may_screen(by, volunteer)
    rest(volunteer, until)
    return keep(volunteer, by=by, did="paused", volunteer=volunteer, only={"paused_until"})


@transaction.atomic
def resume(*, volunteer: Volunteer, by: Person) -> Volunteer:
    """She is back before the pause ended by itself."""
    may_screen(by, volunteer)
    be_back(volunteer)
    return keep(volunteer, by=by, did="resumed", volunteer=volunteer, only={"paused_until"})

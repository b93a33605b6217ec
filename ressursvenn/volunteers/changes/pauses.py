"""She needs a pause, and she is back."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from ..models import Volunteer
from ._noting import keep, may_screen


@transaction.atomic
def pause(*, volunteer: Volunteer, until: date, by: Person) -> Volunteer:
    """She shall not be matched before that day. The pause ends by itself."""
    may_screen(by, volunteer)
    if until <= timezone.localdate():
        raise ValidationError({"until": "Pausen må vare til en dag som kommer."})
    volunteer.paused_until = until
    return keep(volunteer, by=by, did="paused", volunteer=volunteer, only={"paused_until"})


@transaction.atomic
def resume(*, volunteer: Volunteer, by: Person) -> Volunteer:
    """She is back before the pause ended by itself."""
    may_screen(by, volunteer)
    volunteer.paused_until = None
    return keep(volunteer, by=by, did="resumed", volunteer=volunteer, only={"paused_until"})

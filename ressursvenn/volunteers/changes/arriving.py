"""Somebody applies by herself, and nobody of the house is there; what is held back waits for a colleague.

Nothing here is compared with anybody, and nothing is opened: whoever she is, the work is the same.
"""

from __future__ import annotations

from datetime import date
from typing import Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import vault

from ..models import Volunteer
from ._noting import has_been, keep, may_screen
from .cards import LISTS, Card, _keep_card


@transaction.atomic
def receive_application(
    *,
    association: Association,
    held: bool,
    applied_on: date | None = None,
    by: None = None,
    **card: Unpack[Card],
) -> Volunteer:
    """She has sent her application herself: the house received it, and no person.

    `held` keeps it out of every list until somebody lets it in.
    """
    has_been(applied_on=applied_on)
    volunteer = Volunteer(association=association, by_herself=True, held=held)
    for name, value in card.items():
        setattr(volunteer, name, list(value) if name in LISTS else value)  # type: ignore[call-overload]
    volunteer.first_name = str(volunteer.first_name).strip()
    volunteer.applied_on = applied_on or timezone.localdate()
    vault.make_keys(volunteer.reference, association.reference)
    return _keep_card(volunteer, by=by, did="application_received")


@transaction.atomic
def let_in_application(*, volunteer: Volunteer, by: Person) -> Volunteer:
    """It was held back, and is an application like any other from now on."""
    may_screen(by, volunteer)
    _must_be_held(volunteer)
    volunteer.held = False
    return keep(volunteer, by=by, did="application_let_in", volunteer=volunteer, only={"held"})


@transaction.atomic
def turn_away_application(*, volunteer: Volunteer, by: Person) -> Volunteer:
    """It was held back and goes no further. It is erased as any application that was refused."""
    may_screen(by, volunteer)
    _must_be_held(volunteer)
    volunteer.held = False
    volunteer.left_on, volunteer.left_by = timezone.localdate(), by
    turned = {"held", "left_on", "left_by"}
    return keep(volunteer, by=by, did="application_turned_away", volunteer=volunteer, only=turned)


def _must_be_held(volunteer: Volunteer) -> None:
    """Raises ValidationError. Asked of the table, under a lock: two may press at once."""
    row = Volunteer.objects.select_for_update().get(pk=volunteer.pk)
    if not row.held:
        raise ValidationError("Søknaden er allerede sluppet inn eller avslått.")

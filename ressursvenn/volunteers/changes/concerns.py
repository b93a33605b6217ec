"""Somebody is concerned, and it is settled. Whoever screens may tell; only some may know."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from ..models import Concern, Volunteer
from ..words import CONCERN_KINDS
from ._noting import has_been, keep, may_screen


@transaction.atomic
def raise_concern(*, volunteer: Volunteer, on: date, kind: str, by: Person) -> Concern:
    """From now on she is not matched, until somebody who may see concerns has settled it."""
    may_screen(by, volunteer)
    has_been(on=on)
    if kind not in CONCERN_KINDS:
        raise ValidationError({"kind": "Velg fra listen."})
    concern = Concern(volunteer=volunteer, raised_on=on, raised_by=by, kind=kind)
    return keep(concern, by=by, did="concern_raised", volunteer=volunteer)


@transaction.atomic
def settle_concern(*, concern: Concern, on: date, by: Person) -> Concern:
    """The concern no longer stands in the way."""
    guard.check(by, Permission.SEE_CONCERNS)
    guard.same_house(by, concern.volunteer)
    has_been(on=on)
    if concern.settled_on:
        raise ValidationError("Bekymringen er allerede avklart.")
    concern.settled_on, concern.settled_by = on, by
    return keep(concern, by=by, did="concern_settled", volunteer=concern.volunteer)

"""Whom a demand is addressed to: written by one, confirmed by another. What was before stays to be seen."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from ..models import Addressee, Addressing, Demand
from ._noting import GONE, confirmed, keep, locked, may_edit, reaches_nobody, two_of
from ._to_whom import written_for


@transaction.atomic
def name_addressee(*, kind: str, name: str, by: Person) -> Addressee:
    """A body that demands can be addressed to. Nobody outside sees it before a demand to it is confirmed."""
    may_edit(by)
    reaches_nobody(name=name)
    row = Addressee(kind=kind, name=" ".join(name.split()))
    row.noted_on, row.noted_by = timezone.localdate(), by
    return keep(row, by=by, did="addressee_named")


@transaction.atomic
def address_to(*, demand: Demand, addressees: Iterable[Addressee], by: Person) -> Demand:
    """It waits for another editor. Written once more, the newer waits; written as it stands, nothing does."""
    row: Demand = locked(demand, by)
    written_for(row, addressees, by=by)
    audit.record(by=by, did="agenda.demand_addressed", to=row)
    return row


@transaction.atomic
def confirm_addressing(*, demand: Demand, read: str, by: Person) -> Addressing:
    """Another editor stands for it; `read` is the one she read. What has happened with others stands."""
    row: Demand = locked(demand, by)
    waits = row.addressings.filter(confirmed_on=None).first()
    if waits is None or str(waits.pk) != read:
        raise ValidationError(GONE)
    confirmed(waits, two_of(waits, by), by=by, did="addressing_confirmed", to=row)
    row.addressees.set(waits.addressees.all())
    return waits

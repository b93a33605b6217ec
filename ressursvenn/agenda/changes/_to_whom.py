"""Whom a demand is addressed to, as it is raised and as its first words are confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.accounts.models import Person

from .. import rules
from ..models import Addressee, Addressing, Demand
from ._noting import holds, two_of

TO_WHOM = "Velg minst én kravet er adressert til."


def written_for(row: Demand, addressees: Iterable[Addressee], *, by: Person) -> None:
    """One waits at a time. While nobody has read the demand, it is what the desk goes by at once."""
    listed = list(addressees)
    if not listed:
        raise ValidationError({"addressees": TO_WHOM})
    row.addressings.filter(confirmed_on=None).delete()
    told = row.addressings.exists()
    if told and {one.pk for one in listed} == set(row.addressees.values_list("pk", flat=True)):
        return
    waits = Addressing.objects.create(demand=row, written_on=timezone.localdate(), written_by=by)
    waits.addressees.set(listed)
    if not told:
        row.addressees.set(listed)


def stands_with(demand: Demand, *, by: Person) -> None:
    """Whoever confirms the first words has read whom they are to. The entry in the log is that of the words."""
    for waits in demand.addressings.filter(confirmed_on=None):
        holds(rules.may_be_confirmed, two_of(waits, by))
        waits.confirmed_on, waits.confirmed_by = timezone.localdate(), by
        waits.full_clean()
        waits.save()
        demand.addressees.set(waits.addressees.all())

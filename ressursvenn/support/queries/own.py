"""What a volunteer sees on her own page: her next evening, what she has said, and what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.volunteers import queries as volunteers

from ..models import Evening, Gathering, Membership, Presence, Strain


@dataclass(frozen=True, slots=True)
class Own:
    """Her page. No name stands on it, neither hers nor anybody else's."""

    volunteer: Any
    membership: Membership | None
    evening: Evening | None
    presence: Presence | None
    strain: Strain | None
    gathering: Gathering | None


def own(person: Person, today: date) -> Own | None:
    """None when the account is nobody's who is with us."""
    volunteer = volunteers.of_person(person)
    if volunteer is None:
        return None
    membership = (
        Membership.objects.filter(volunteer=volunteer, left_on=None).select_related("group").first()
    )
    evening = own_evenings(person).filter(held_on__gte=today).first() if membership else None
    said = (
        Presence.objects.filter(evening=evening, volunteer=volunteer).first() if evening else None
    )
    return Own(
        volunteer, membership, evening, said, own_strain(person).first(),
        _next_gathering(volunteer, today),
    )  # fmt: skip


def _next_gathering(volunteer: Any, today: date) -> Gathering | None:
    """For whoever two have approved: nobody else is told on which day participants gather."""
    if not volunteer.approvals.filter(withdrawn_on=None).exists():
        return None
    ours = Gathering.objects.filter(association=volunteer.association_id, called_off_on=None)
    return ours.filter(held_on__gte=today).order_by("held_on", "pk").first()


def own_evenings(person: Person) -> QuerySet[Evening]:
    """Evenings of the group she is in, the first first; those that are called off left out."""
    if not person.may(Permission.OWN_ROAD):
        return Evening.objects.none()
    rows = Evening.objects.filter(
        group__memberships__volunteer__person=person,
        group__memberships__volunteer__left_on=None,
        group__memberships__left_on=None,
        called_off_on=None,
    )
    return rows.select_related("group").order_by("held_on", "begins", "pk")


def own_strain(person: Person) -> QuerySet[Strain]:
    """What she has said herself, and nobody has answered. Sealed: she knows what she wished."""
    if not person.may(Permission.OWN_ROAD):
        return Strain.objects.none()
    open_ones = Q(taken_back_on=None, answered_on=None, volunteer__left_on=None)
    rows = Strain.objects.filter(open_ones, volunteer__person=person)
    return rows.select_related("volunteer")

"""A guidance group is laid out and laid down; volunteers come into it and go out of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, rules
from ..models import Evening, Group, Membership
from ._ground import kept, may_arrange


@transaction.atomic
def lay_out_group(
    *, association: Association, name: str, leader: Person, places: int, by: Person
) -> Group:
    """A new group, with a colleague who leads it."""
    group = Group(association=association, name=name.strip(), leader=leader, places=places)
    may_arrange(by, group)
    _leads_here(association, leader)
    group.led_since = group.laid_out_on = timezone.localdate()
    group.laid_out_by = by
    kept(group)
    audit.record(by=by, did="support.group_laid_out", to=group)
    return group


@transaction.atomic
def put_group_right(*, group: Group, name: str, leader: Person, places: int, by: Person) -> Group:
    """Its name, its leader or its places. Whoever is in it stays, though they be too many.

    A new leader leads from today: what was said to the one before her is not hers to hear.
    """
    may_arrange(by, group)
    _leads_here(group.association, leader)
    if leader.pk != group.leader_id:
        group.led_since = timezone.localdate()
    group.name, group.leader, group.places = name.strip(), leader, places
    kept(group)
    audit.record(by=by, did="support.group_put_right", to=group)
    return group


@transaction.atomic
def lay_down_group(*, group: Group, by: Person) -> Group:
    """It is over: everybody is out of it, and evenings to come are called off."""
    may_arrange(by, group)
    if group.laid_down_on:
        raise ValidationError("Gruppen er alt lagt ned.")
    today = timezone.localdate()
    group.laid_down_on, group.laid_down_by = today, by
    kept(group)
    Membership.objects.filter(group=group, left_on=None).update(left_on=today, left_by=by)
    ahead = Evening.objects.filter(group=group, held_on__gte=today, called_off_on=None)
    has_been = ahead.filter(presences__noted_on__isnull=False).values("pk")
    ahead.exclude(pk__in=has_been).update(called_off_on=today, called_off_by=by)
    audit.record(by=by, did="support.group_laid_down", to=group)
    return group


@transaction.atomic
def take_in(*, group: Group, volunteer: Any, by: Person) -> Membership:
    """She is in the group from today. Raises ValidationError with every rule that says no."""
    may_arrange(by, group)
    may_arrange(by, volunteer)
    Group.objects.select_for_update().get(pk=group.pk)  # the last place is given once
    known, terms = facts.of_joining(group, volunteer), accounts.terms(group.association)
    or_why_not(not_met(rules.may_join(known, terms)))
    row = Membership(volunteer=volunteer, group=group)
    row.joined_on, row.joined_by = timezone.localdate(), by
    kept(row)
    audit.record(by=by, did="support.taken_in", to=volunteer, about=[group.reference])
    return row


@transaction.atomic
def take_out(*, membership: Membership, by: Person) -> Membership:
    """She is in the group no longer. What she came to stays noted."""
    may_arrange(by, membership.volunteer)
    if membership.left_on:
        raise ValidationError("Hun er alt ute av gruppen.")
    membership.left_on, membership.left_by = timezone.localdate(), by
    kept(membership)
    about = [membership.group.reference]
    audit.record(by=by, did="support.taken_out", to=membership.volunteer, about=about)
    return membership


def _leads_here(association: Association, leader: Person) -> None:
    here = accounts.colleagues(association).filter(association=association)
    if not here.filter(pk=leader.pk).exists():
        raise ValidationError({"leader": "Velg noen som arbeider i denne foreningen."})

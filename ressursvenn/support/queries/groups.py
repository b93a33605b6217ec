"""Groups, their evenings and gatherings, as those who guide see them; and who is asked about an evening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.volunteers import queries as volunteers

from .. import words
from ..models import Evening, Gathering, Group, Membership, Presence

HERE = Q(left_on=None, volunteer__left_on=None)


def _house(person: Person, path: str) -> Q | None:
    """Those of her own association; None for whoever has no right here."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return None
    return Q(**{path: person.association_id})


def groups_visible_to(person: Person) -> QuerySet[Group]:
    """Those of the person's own association, also what is laid down."""
    ours = _house(person, "association_id")
    rows = Group.objects.filter(ours) if ours else Group.objects.none()
    return rows.select_related("association", "leader")


def with_counts(rows: QuerySet[Group], terms: Terms) -> QuerySet[Any]:
    """Each with how many are in it and the day it next meets."""
    here = Q(memberships__left_on=None, memberships__volunteer__left_on=None)
    ahead = Q(evenings__held_on__gte=terms.today, evenings__called_off_on=None)
    return rows.annotate(
        members=Count("memberships", filter=here & Q(memberships__isnull=False), distinct=True),
        next_on=Min("evenings__held_on", filter=ahead),
    )


def evenings_visible_to(person: Person) -> QuerySet[Evening]:
    """Of our own groups."""
    ours = _house(person, "group__association_id")
    rows = Evening.objects.filter(ours) if ours else Evening.objects.none()
    return rows.select_related("group__association", "group__leader")


def gatherings_visible_to(person: Person) -> QuerySet[Gathering]:
    """Our own, the latest first."""
    ours = _house(person, "association_id")
    rows = Gathering.objects.filter(ours) if ours else Gathering.objects.none()
    return rows.select_related("association")


def gatherings_told(person: Person, at_most: int) -> list[Gathering]:
    """All that wait to be counted, then what lies ahead; then the latest of those that are over."""
    rows, waits = gatherings_visible_to(person), Q(came=None, called_off_on=None)
    return [*rows.filter(waits).order_by("held_on", "pk"), *rows.exclude(waits)[:at_most]]


def evenings_of(group: Group) -> list[Any]:
    """The latest first, each with how many came and how many were noted."""
    rows: Any = Evening.objects.filter(group=group).annotate(
        came=Count("presences", filter=Q(presences__how=words.CAME)),
        noted=Count("presences", filter=~Q(presences__how="") & Q(presences__isnull=False)),
        says_yes=Count("presences", filter=Q(presences__comes=True)),
    )
    return list(rows.order_by("-held_on", "-begins", "-pk"))


def members_of(group: Group) -> list[Membership]:
    """Those who are in it now, with the volunteer, sealed."""
    rows = Membership.objects.filter(HERE, group=group).select_related("volunteer")
    return list(rows.order_by("pk"))


def not_in_a_group(person: Person) -> QuerySet[Any]:
    """Approved volunteers who are in no group, sealed."""
    in_one = Membership.objects.filter(volunteer=OuterRef("pk"), left_on=None)
    return approved(person).exclude(Exists(in_one)).order_by("pk")


def approved(person: Person, before: date = date.max) -> QuerySet[Any]:
    """Volunteers whom two have approved and who are with us: it is they who need guidance."""
    rows = volunteers.visible_to(person).filter(left_on=None)
    return rows.filter(approvals__approved_on__lt=before, approvals__withdrawn_on=None)


def unnoted_evenings(person: Person, terms: Terms) -> QuerySet[Evening]:
    """Evenings that have been, whose members are not noted. A leader sees her own groups' alone."""
    noted = Presence.objects.filter(evening=OuterRef("pk")).exclude(how="")
    asked = Membership.objects.filter(
        HERE, group=OuterRef("group"), joined_on__lte=OuterRef("held_on")
    )
    rows = evenings_visible_to(person).filter(held_on__lt=terms.today, called_off_on=None)
    if not person.may(Permission.SEE_CONCERNS):
        rows = rows.filter(group__leader=person)
    return rows.filter(Exists(asked), ~Exists(noted)).order_by("held_on")


@dataclass(frozen=True, slots=True)
class Asked:
    """One volunteer of an evening: what she said beforehand, and what is noted."""

    volunteer: Any
    presence: Presence | None


def asked_on(evening: Evening) -> list[Asked]:
    """Those in the group then, who are still with us, and whoever else is noted; sealed."""
    noted = {row.volunteer_id: row for row in presences_of(evening)}
    then = Q(joined_on__lte=evening.held_on) & (Q(left_on=None) | Q(left_on__gt=evening.held_on))
    members = Membership.objects.filter(then, group=evening.group_id, volunteer__left_on=None)
    rows = {row.volunteer_id: row.volunteer for row in members.select_related("volunteer")}
    rows |= {key: row.volunteer for key, row in noted.items() if row.how}
    return [Asked(row, noted.get(key)) for key, row in sorted(rows.items())]


def presences_of(evening: Evening) -> QuerySet[Presence]:
    """What is said and noted of one evening."""
    return Presence.objects.filter(evening=evening).select_related("volunteer")


def evenings_with(volunteer: Any, terms: Terms) -> list[Presence]:
    """What is noted of her evenings, the latest first, and what she has said of those to come."""
    rows = Presence.objects.filter(volunteer=volunteer).select_related("evening__group")
    noted = ~Q(how="") | Q(evening__held_on__gte=terms.today, evening__called_off_on=None)
    return list(rows.filter(noted).order_by("-evening__held_on", "-pk"))


def membership_of(volunteer: Any) -> Membership | None:
    """The group she is in now."""
    rows = Membership.objects.filter(volunteer=volunteer, left_on=None)
    return rows.select_related("group__leader").first()

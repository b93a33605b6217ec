"""Whose rows one sees. Whoever has no rule here sees nobody."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening

from ..models import OPEN, Pair

WITH_BOTH = ("participant", "volunteer", "association")


def visible_to(person: Person) -> QuerySet[Pair]:
    """Those of the person's own association, for whoever leads or sees pairs there."""
    if person.may(Permission.SEE_PAIRS) and person.association_id:
        rows = Pair.objects.filter(association_id=person.association_id)
        return rows.select_related(*WITH_BOTH)
    return Pair.objects.none()


def awaiting_approval(person: Person) -> QuerySet[Pair]:
    """Pairs that this person may give the second yes: own association, or any for an adviser."""
    if not person.may(Permission.APPROVE_PAIRS) or person.crisis_centre_id:
        return Pair.objects.none()
    waiting = Pair.objects.filter(OPEN, approved_on=None).exclude(decided_by=person)
    if person.association_id:
        waiting = waiting.filter(association_id=person.association_id)
    return waiting.select_related(*WITH_BOTH).order_by("decided_on", "id")


def of_volunteer(person: Person) -> QuerySet[Pair]:
    """A volunteer's own open pairs, from when there is something to answer until they end."""
    if not person.may(Permission.OWN_PAIR):
        return Pair.objects.none()
    asked = Q(volunteer__person=person, volunteer__left_on=None, she_said_yes_on__isnull=False)
    return Pair.objects.filter(OPEN, asked).select_related(*WITH_BOTH).order_by("id")


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Open ones first, the newest decision first in each."""
    return sorted(pairs, key=lambda pair: (pair.is_closed, -pair.decided_on.toordinal(), -pair.pk))


def opened_names(pairs: Iterable[Pair], *, by: Person, purpose: str) -> dict[str, str]:
    """What to call each pair on a page: "Lilje og Solveig". Two reads of keys, two entries.

    A person whose keys are gone has no name any more; the reference stands instead.
    """
    rows = list(pairs)
    hers = {row.participant_id: row.participant for row in rows}
    theirs = {row.volunteer_id: row.volunteer for row in rows}
    participants = opening.open_cards(hers.values(), by=by, purpose=purpose)
    volunteers = opening.open_cards(theirs.values(), by=by, purpose=purpose)
    called = {card.pk: card.called for card in participants}
    first = {card.pk: card.first_name for card in volunteers}
    return {
        row.reference: " og ".join(
            (
                called.get(row.participant_id, row.participant.reference),
                first.get(row.volunteer_id, row.volunteer.reference),
            )
        )
        for row in rows
    }

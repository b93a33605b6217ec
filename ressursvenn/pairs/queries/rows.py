"""Whose rows one sees. Whoever has no rule here sees nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import (
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.states import PairState
from ressursvenn.protection import opening
from ressursvenn.protection.vault import Erased
from ressursvenn.together import queries as together

from ..models import OPEN, MeetUp, Pair, PairConcern

Row = TypeVar("Row", bound=Model)

WITH_BOTH = ("participant", "volunteer", "association")


def visible_to(person: Person) -> QuerySet[Pair]:
    """Those of the person's own association, for whoever leads or sees pairs there."""
    if person.may(Permission.SEE_PAIRS) and person.association_id:
        rows = Pair.objects.filter(association_id=person.association_id)
        return _dated(rows.select_related(*WITH_BOTH))
    return Pair.objects.none()


def _dated(rows: QuerySet[Pair]) -> QuerySet[Pair]:
    """With the days that a course is read off, so that nobody fetches the notes to count them."""
    concern = PairConcern.objects.filter(pair=OuterRef("pk"), settled_on=None)
    met = MeetUp.objects.filter(pair=OuterRef("pk"), happened=True).order_by("-day")
    unanswered = MeetUp.objects.filter(pair=OuterRef("pk"), wants_talk=True, talked_on=None)
    return rows.annotate(
        concern_on=Subquery(concern.values("raised_on")[:1]),
        concern_by=Subquery(concern.values("raised_by")[:1]),
        last_met=Subquery(met.values("day")[:1]),
        call_since=Subquery(unanswered.order_by("day").values("day")[:1]),
    )


def awaiting_approval(person: Person) -> QuerySet[Pair]:
    """Pairs that this person may give the second yes: own association, or any for an adviser."""
    if not _may_approve(person):
        return Pair.objects.none()
    waiting = Pair.objects.filter(OPEN, approved_on=None).exclude(decided_by=person)
    if person.association_id:
        waiting = waiting.filter(association_id=person.association_id)
    return waiting.select_related(*WITH_BOTH).order_by("decided_on", "id")


def awaiting_among(pairs: Iterable[Pair], person: Person) -> list[Pair]:
    """The same, out of pairs of her own association that are fetched already."""
    return [
        pair
        for pair in pairs
        if _may_approve(person)
        and pair.state is PairState.DECIDED
        and pair.decided_by_id != person.pk
    ]


def _may_approve(person: Person) -> bool:
    return person.may(Permission.APPROVE_PAIRS) and not person.crisis_centre_id


def who_may_approve(pair: Pair) -> str:
    """Who else may give the second yes: those of the association by name, or the national adviser."""
    own = accounts.colleagues(pair.association).filter(association=pair.association_id)
    return together.who_may_answer([one.name for one in own if one.pk != pair.decided_by_id])


def of_volunteer(person: Person) -> QuerySet[Pair]:
    """A volunteer's own open pairs, from when there is something to answer until they end."""
    if not person.may(Permission.OWN_PAIR):
        return Pair.objects.none()
    asked = Q(volunteer__person=person, volunteer__left_on=None, she_said_yes_on__isnull=False)
    return _dated(Pair.objects.filter(OPEN, asked).select_related(*WITH_BOTH)).order_by("id")


def in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """Open ones first, the newest decision first in each."""
    return sorted(pairs, key=lambda pair: (pair.is_closed, -pair.decided_on.toordinal(), -pair.pk))


def with_meet_ups(pairs: Iterable[Pair]) -> list[Pair]:
    """The same pairs, with the meet-ups of all in one query."""
    rows = list(pairs)
    prefetch_related_objects(rows, "meet_ups")
    return rows


def opened_names(pairs: Iterable[Pair], *, by: Person, purpose: str) -> dict[str, str]:
    """What to call each pair on a page: "Lilje og Solveig". One read of keys, one entry.

    A person whose keys are gone has no name any more; the reference stands instead.
    """
    rows = list(pairs)
    both = {card.reference: card for row in rows for card in (row.participant, row.volunteer)}
    opened = opening.open_cards(both.values(), by=by, purpose=purpose)
    cards = {card.reference: card for card in opened}
    return {row.reference: " og ".join(_called(row, cards)) for row in rows}


def _called(row: Pair, cards: Mapping[str, Any]) -> tuple[str, str]:
    hers, theirs = row.participant.reference, row.volunteer.reference
    return (
        cards[hers].called if hers in cards else hers,
        cards[theirs].first_name if theirs in cards else theirs,
    )


def opened_records(rows: Iterable[Row], *, by: Person, purpose: str) -> list[Row]:
    """Every field of a few rows. What belongs to somebody who is erased is left out."""
    listed = list(rows)
    try:
        return opening.open_records(listed, by=by, purpose=purpose)
    except Erased:
        return [row for row in listed if _is_opened(row, by, purpose)]


def _is_opened(row: Model, by: Person, purpose: str) -> bool:
    try:
        opening.open_record(row, by=by, purpose=purpose)
    except Erased:
        return False
    return True

"""From the table of participants to the facts that the rules read. One query, however many rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from ressursvenn.neighbourhood.areas import UnknownArea, touch
from ressursvenn.protection.fields import StillSealed

from .models import Participant
from .rules import ParticipantFacts

OPEN = Q(pairs__ended_on__isnull=True, pairs__not_to_be_on__isnull=True)
IN_PAIR = OPEN & Q(pairs__isnull=False)  # without a pair at all, both days are null as well


def of(participant: Participant) -> ParticipantFacts:
    """The facts of one participant. From a sealed row, what is on the card is not known."""
    return of_many([participant])[participant.reference]


def of_many(participants: Iterable[Participant]) -> dict[str, ParticipantFacts]:
    """Facts by reference, for rows that are already loaded."""
    rows = list(participants)
    same = Participant.objects.filter(pk__in=[row.pk for row in rows])
    open_pairs = dict(with_open_pairs(same).values_list("pk", "open_pairs"))
    return {row.reference: _facts(row, open_pairs.get(row.pk)) for row in rows}


def with_open_pairs(rows: QuerySet[Participant]) -> QuerySet[Any]:
    """The same rows, each with how many open pairs she is in now: for `read_off`."""
    pairs = Participant.objects.filter(pk=OuterRef("pk")).order_by()
    counted = pairs.annotate(answer=Count("pairs", filter=IN_PAIR))
    return rows.annotate(open_pairs=Subquery(counted.values("answer")))


def read_off(row: Any) -> ParticipantFacts:
    """The facts of a row that came `with_open_pairs`, without asking again."""
    return _facts(row, row.open_pairs)


def _facts(row: Participant, open_pairs: int | None) -> ParticipantFacts:
    return ParticipantFacts(
        left_stated_on=row.left_stated_on,
        acute_over_on=row.acute_over_on,
        consented_on=row.consented_on,
        contact_settled_on=row.contact_settled_on,
        withdrawn=row.withdrawn_on is not None,
        open_pairs=open_pairs,
        in_unknown_pair=row.unknown_pair_on is not None,
        area_known=_filled(row, "area"),
        language_known=_filled(row, "languages"),
    )


def _filled(row: Participant, field: str) -> bool | None:
    try:
        return bool(getattr(row, field))
    except StillSealed:
        return None


def against_conditions(participant: Participant, areas: Iterable[str]) -> bool | None:
    """Does somebody who belongs in `areas` go against the wish to stay out of some? None: unknown.

    A whole covers its parts both ways: who stays out of Oslo stays out of Grünerløkka, and somebody
    who says only "Oslo" may belong in the part that is to be avoided.
    """
    theirs = set(areas)
    try:
        avoided = set(participant.avoided_areas)
    except StillSealed:
        return None
    if not avoided:
        return False
    if not theirs:
        return None
    try:
        return any(touch(one, other) for one in avoided for other in theirs)
    except UnknownArea:
        return None

"""When a participant is erased: from which facts the days are counted, and what stands in the way.

Nobody in a pair is erased, neither in one we know nor in one an old list speaks of; nor while somebody is
worried. A new yes after a pair has ended begins a new wait. Once a pair's own rows are gone, `paired_until`
remembers that there was one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, DateField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from ressursvenn.protection import retention
from ressursvenn.protection.retention import Kept, Sort, latest
from ressursvenn.protection.stays import STAYS

from . import facts
from .models import Participant

# The room of pairs lies above this one: it is asked by name alone.
PAIR_DAYS = ("ended_on", "not_to_be_on", "closing_talk_on", "concerns__settled_on")
WORRY = Q(pairs__concerns__isnull=False, pairs__concerns__settled_on__isnull=True)
OWN_DAYS = [field.name for field in Participant._meta.concrete_fields if field.name[-3:] == "_on"]
NEVER = Value(date(1900, 1, 1), DateField())

PAIRED = "Deltakeren er i en kobling. Den avsluttes først."
UNKNOWN = "Deltakeren er kanskje i en kobling vi ikke kjenner. Det må avklares først."
WORRIED = "En bekymring er ikke avklart. Det må den være først."


def with_days(rows: QuerySet[Any]) -> Any:
    """Rows that came `with_open_pairs`, with the rest that `standing` reads off, in the same query."""
    own = Participant.objects.filter(pk=OuterRef("pk")).order_by()
    days = (Coalesce(f"pairs__{day}", NEVER) for day in PAIR_DAYS)
    worries = own.annotate(answer=Count("pairs__concerns", filter=WORRY))
    return retention.with_touched(rows).annotate(
        pair_day=Subquery(own.annotate(answer=Max(Greatest(*days))).values("answer")),
        pair_ended=Subquery(own.annotate(answer=Max("pairs__ended_on")).values("answer")),
        worries=Subquery(worries.values("answer")),
    )


def standing(row: Any) -> Kept:
    """How a row that came `with_days` stands."""
    touched = retention.day_of(row.touched_at)
    stay = _stay(row)
    over = [row.withdrawn_on, row.pair_day, row.paired_until]
    idle = [touched, *(getattr(row, name) for name in OWN_DAYS)]
    return Kept(
        reference=row.reference,
        stay=STAYS[stay],
        last_on=latest(*over, *(idle if stay == "participant_waiting" else [])),
        touched_on=touched,
        longer_until=row.longer_until,
        held=_in_the_way(row),
    )


def _stay(row: Any) -> str:
    if row.withdrawn_on:
        return "participant_withdrawn"
    ended = latest(row.pair_ended, row.paired_until)
    was_paired = row.pair_ended or row.paired_until
    new_yes = row.consented_on and row.consented_on >= ended
    return "participant_ended" if was_paired and not new_yes else "participant_waiting"


def _in_the_way(row: Any) -> str:
    if row.open_pairs:
        return PAIRED
    if row.unknown_pair_on and not row.withdrawn_on:
        return UNKNOWN
    return WORRIED if row.worries else ""


def remember_pair(participant: Any, until: date) -> None:
    """A pair of hers is about to be gone: that she was in one, and until when, stays with her."""
    participant.paired_until = latest(participant.paired_until, until)
    participant.save(update_fields=["paired_until"])


retention.register(
    Sort(
        keep="participant",
        rows=Participant.objects.all,
        read=lambda rows: [standing(row) for row in with_days(facts.with_open_pairs(rows))],
    )
)

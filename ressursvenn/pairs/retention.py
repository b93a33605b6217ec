"""A pair that is over: one anonymous row is counted first, then it goes with all that hangs on it.

It goes by itself, and it goes with either of the two. That there was a pair, and until when, stays with the
one who is left, so that nobody is kept longer, or shorter, than her own facts say.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery

from ressursvenn.participants import retention as participants
from ressursvenn.protection import audit, retention
from ressursvenn.protection.retention import Kept, Sort, latest
from ressursvenn.protection.stays import STAYS
from ressursvenn.volunteers import retention as volunteers

from . import tally
from .models import OPEN, Pair

IN_THE_WAY = "En bekymring er ikke avklart. Det må den være først."


def _read(rows: QuerySet[Pair]) -> list[Kept]:
    own = Pair.objects.filter(pk=OuterRef("pk")).order_by()
    settled = own.annotate(answer=Max("concerns__settled_on"))
    open_ones = Q(concerns__isnull=False, concerns__settled_on__isnull=True)
    worries = own.annotate(answer=Count("concerns", filter=open_ones))
    found = rows.exclude(OPEN).annotate(
        settled_day=Subquery(settled.values("answer")), worries=Subquery(worries.values("answer"))
    )
    return [_standing(row) for row in found]


def _standing(row: Any) -> Kept:
    days = (row.ended_on, row.not_to_be_on, row.closing_talk_on, row.settled_day)
    return Kept(
        reference=row.reference,
        stay=STAYS["pair_closed"],
        last_on=latest(*days),
        held=IN_THE_WAY if row.worries else "",
    )


def _before(row: Pair) -> None:
    """Counted, and remembered by both, before it goes."""
    tally.count(row)
    if row.ended_on:
        participants.remember_pair(row.participant, row.ended_on)
        volunteers.remember_pair(row.volunteer, row.ended_on)


@retention.forgets
def forget(reference: str) -> None:
    """Every pair of somebody who is erased. Another's open pair is never among them."""
    hers = Q(participant__reference=reference) | Q(volunteer__reference=reference)
    for row in Pair.objects.filter(hers).select_related("participant", "volunteer"):
        _before(row)
        audit.record(by=None, did=retention.ERASED, about=[row.reference], purpose="pair")
        row.delete()


retention.register(
    Sort(
        keep="pair",
        rows=lambda: Pair.objects.select_related("participant", "volunteer"),
        read=_read,
        before=_before,
        has_keys=False,
    )
)

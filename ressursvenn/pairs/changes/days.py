"""Days that are past are erased: when and where she was to meet is nobody's to know later."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit, opening

from ..models import Pair
from ..queries import days_have_passed

HOLDS_A_DAY = (
    Q(introduction_day__isnull=False)
    | Q(introduction_place__isnull=False)
    | Q(next_meet_up__isnull=False)
)


@transaction.atomic
def erase_past_days(*, association: Association | None = None, by: Person | None = None) -> int:
    """Erase the day and place of a first meeting the day after, and a next meet-up that is past.

    Of one association, or of all. `by` is None when the house does it by itself.
    """
    rows = Pair.objects.select_for_update(of=("self",)).filter(HOLDS_A_DAY)
    if association is not None:
        rows = rows.filter(association=association)
    today = timezone.localdate()
    erased = [
        row for row in _opened(list(rows.select_related("participant")), by) if _past(row, today)
    ]
    for row in erased:
        row.save(update_fields=["introduction_day", "introduction_place", "next_meet_up"])
    if erased:
        about = [row.reference for row in erased]
        audit.record(by=by, did="pairs.past_days_erased", about=about)
    return len(erased)


@receiver(days_have_passed)
def _erase_what_was_seen(association: Association, **_: Any) -> None:
    """Min dag opens the days anyhow, and tells when one of them is past."""
    erase_past_days(association=association)


def _opened(rows: list[Pair], by: Person | None) -> list[Pair]:
    """Opened rows; what belongs to somebody who is erased is opened by nobody, and goes too."""
    opened = opening.open_cards(rows, by=by, purpose="erase_past_days")
    return [*opened, *(_emptied(row) for row in rows if row not in opened)]


def _emptied(row: Pair) -> Pair:
    row.introduction_day, row.introduction_place, row.next_meet_up = date.min, None, None
    return row


def _past(row: Pair, today: date) -> bool:
    """Empty what is past on the row; True when there was something."""
    was = row.introduction_day, row.introduction_place, row.next_meet_up
    if row.introduction_day is None or row.introduction_day < today:
        row.introduction_day = row.introduction_place = None
    if row.next_meet_up is not None and row.next_meet_up < today:
        row.next_meet_up = None
    return was != (row.introduction_day, row.introduction_place, row.next_meet_up)

"""What is to be sent is written with the act, in its transaction: there is a message when it happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from . import ready, setting
from .models import Notice, Outgoing
from .texts import AUDIENCES, HERS, STAFF


class CannotBeSent(Exception):
    """It would not reach her now, and `why` is a code of setting.WHY. Nothing was written."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def to_her(*, participant_reference: str, kind: str, by: Any) -> Outgoing:
    """Write that this is to go to her, the way she has chosen. Raises CannotBeSent.

    Whoever calls has asked whether `by` may, and writes the entry in the log.
    """
    _within_an_act(kind, HERS)
    now = timezone.now()
    chosen = setting.of(participant_reference)
    if chosen is None:
        raise CannotBeSent("erased")
    why = ready.why_not(chosen, kind, now)
    if why and not (why == "closed" and ready.waits_until(chosen, now)):
        raise CannotBeSent(why)
    row = _row(HERS, chosen.channel, kind, participant_reference, by, now)
    if not _is_first_today(row):
        raise CannotBeSent("already")
    return row


def to_staff(*, person: Any, kind: str, by: Any = None) -> Outgoing | None:
    """Write that something new waits for her; nothing when she wants no notice, or has one today."""
    _within_an_act(kind, STAFF)
    if not Notice.objects.filter(person=person).exists():
        return None
    row = _row(STAFF, setting.EMAIL, kind, person.reference, by, timezone.now())
    return row if _is_first_today(row) else None


def _is_first_today(row: Outgoing) -> bool:
    """The table takes one a day; two that come at once are one."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return False
    return True


def _within_an_act(kind: str, audience: str) -> None:
    if AUDIENCES[kind] != audience:
        raise ValueError("this is not for them")
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a message belongs in the transaction of its act")


def _row(audience: str, channel: str, kind: str, to: str, by: Any, now: datetime) -> Outgoing:
    return Outgoing(
        audience=audience, channel=channel, kind=kind, to=to, day=timezone.localdate(now),
        written_at=now, not_before=now, written_by=by,
    )  # fmt: skip

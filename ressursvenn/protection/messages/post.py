"""The post: what is written with an act, sent by whoever makes the rounds.

`to_her` and `to_staff` write a row in the caller's own transaction. `send_due` sends what may go.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from . import her, staff
from .writing import CannotBeSent, to_her, to_staff

__all__ = ["CannotBeSent", "send_due", "to_her", "to_staff"]
log = logging.getLogger(__name__)


def send_due(now: datetime | None = None) -> Counter[str]:
    """Send what may go, one by one. How many ended how; trouble with one stops no other."""
    told: Counter[str] = Counter()
    moment = now or timezone.now()
    told["unknown"] += her.note_unknown(moment)
    for send, waits in ((her.send, her.due(moment)), (staff.send, staff.due(moment))):
        for pk in waits:
            told[_sent(send, pk, now or timezone.now())] += 1
    return +told


def _sent(send: Callable[[int, datetime], str], pk: int, now: datetime) -> str:
    try:
        return send(pk, now)
    except Exception:
        log.exception("a message waits")
        return "trouble"

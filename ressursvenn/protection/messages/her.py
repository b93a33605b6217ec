"""To her, at most once: it is marked before anything is touched, and what is not known is never tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from ressursvenn.protection import audit

from . import email, points, ready, setting, sms
from .letters import Letter, NotTaken
from .models import Outgoing
from .texts import HERS, SOMETHING_WAITS
from .writing import to_staff

CHANNELS: dict[str, Callable[[Letter], None]] = {setting.SMS: sms.send, setting.EMAIL: email.send}
LOOK_AGAIN = timedelta(minutes=15)  # at a closed window: often enough, and few looks at her
ANSWERS_WITHIN = timedelta(minutes=10)  # whoever has tried for longer than this is gone


class _Stop(Exception):
    """Not now, and the code says why."""


def due(now: datetime) -> list[int]:
    """Those that nobody has tried, by key; what is written to the phone list is for a person."""
    waits = Outgoing.objects.filter(
        audience=HERS, trying_at=None, dropped_at=None, not_before__lte=now
    ).exclude(channel=setting.PHONE_LIST)
    return list(waits.order_by("pk").values_list("pk", flat=True))


def send(pk: int, now: datetime) -> str:
    """What became of it: sent, dropped, unknown, waiting, or taken by somebody else."""
    points.at("picked")
    row, letter, told = _marked(pk, now)
    if letter is None:
        return told
    points.at("marked")
    try:
        CHANNELS[row.channel](letter)
    except NotTaken:
        return _ended(row, "dropped", now, "refused")
    except Exception:  # it may have arrived: nobody knows, and nobody tries again
        return _ended(row, "unknown", now)
    told = _ended(row, "sent", now)
    points.at("noted")
    return told


@transaction.atomic
def _marked(pk: int, now: datetime) -> tuple[Outgoing, Letter | None, str]:
    """Everything is looked at once more, and the mark is set, in one transaction: both or neither."""
    row = Outgoing.objects.select_for_update().get(pk=pk)
    if row.trying_at or row.over:
        return row, None, "taken"
    try:
        letter = _ready(row, now)
    except _Stop as stop:
        return row, None, _stopped(row, str(stop), now)
    points.at("checked")
    free = Outgoing.objects.filter(pk=pk, trying_at=None, dropped_at=None)
    if not free.update(trying_at=now, tries=1):
        return row, None, "taken"
    return row, letter, ""


def _ready(row: Outgoing, now: datetime) -> Letter:
    if now - row.written_at > ready.LASTS:
        raise _Stop("too_old")
    chosen = setting.of(row.to)
    if chosen is None:
        raise _Stop("erased")
    if chosen.may and chosen.channel and chosen.channel != row.channel:
        raise _Stop("other_channel")
    if why := ready.why_not(chosen, row.kind, now):
        raise _Stop(why)
    return ready.letter_of(row.reference, chosen, row.kind)


def _stopped(row: Outgoing, why: str, now: datetime) -> str:
    """Outside her window it waits; everything else makes it a line in Min dag."""
    if why != "closed":
        return _ended(row, "dropped", now, why)
    row.not_before = min(_quarter_after(now), row.written_at + ready.LASTS + timedelta(seconds=1))
    row.save(update_fields=["not_before"])
    return "waiting"


def _quarter_after(now: datetime) -> datetime:
    minutes = LOOK_AGAIN.seconds // 60
    return now.replace(second=0, microsecond=0) + timedelta(minutes=minutes - now.minute % minutes)


@transaction.atomic
def _ended(row: Outgoing, how: str, now: datetime, why: str = "") -> str:
    """How it ended, once; whoever leads her hears of trouble."""
    still = Outgoing.objects.filter(pk=row.pk, sent_at=None, dropped_at=None, unknown_at=None)
    if not still.update(**{f"{how}_at": now, "why": why}):
        return "taken"
    audit.record(by=None, did=f"messages.{how}_to_her", about=[row.to], purpose=why)
    if how != "sent" and why != "erased":
        for person in setting.leaders_of(row.to):
            to_staff(person=person, kind=SOMETHING_WAITS)
    return how


def note_unknown(now: datetime) -> int:
    """Marked, and whoever marked it is gone: nobody knows whether it arrived."""
    gone = Outgoing.objects.filter(
        audience=HERS, trying_at__lt=now - ANSWERS_WITHIN, sent_at=None, dropped_at=None,
        unknown_at=None,
    )  # fmt: skip
    return sum(_ended(row, "unknown", now) == "unknown" for row in gone)

"""To whoever signs in, until it has arrived: the same letter each time, with longer and longer between."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ressursvenn.protection import audit, vault

from . import email, letters, points, setting
from .letters import Letter
from .models import Notice, Outgoing
from .texts import STAFF, text_of

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=4)
GIVES_UP_AFTER = timedelta(days=3)


def due(now: datetime) -> list[int]:
    waits = Outgoing.objects.filter(
        audience=STAFF, sent_at=None, dropped_at=None, not_before__lte=now
    )
    return list(waits.order_by("pk").values_list("pk", flat=True))


def send(pk: int, now: datetime) -> str:
    """What became of it: sent, dropped, later, or taken by somebody else."""
    points.at("picked")
    row, letter = _marked(pk, now)
    if row is None or letter is None:
        return "dropped" if row else "taken"
    points.at("marked")
    try:
        email.send(letter)
    except Exception:  # whatever it was, it is tried again when its time comes
        return "later"
    _ended(row, "sent", now)
    points.at("noted")
    return "sent"


@transaction.atomic
def _marked(pk: int, now: datetime) -> tuple[Outgoing | None, Letter | None]:
    """It is ours until its next time: if we are stopped, somebody tries again then."""
    row = Outgoing.objects.select_for_update().get(pk=pk)
    if row.over or row.not_before > now:
        return None, None
    letter, why = _ready(row, now)
    points.at("checked")
    if letter is None:
        _ended(row, "dropped", now, why)
        return row, None
    again = now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(row.tries, 10))
    ours = Outgoing.objects.filter(pk=pk, tries=row.tries, sent_at=None, dropped_at=None)
    if not ours.update(tries=F("tries") + 1, trying_at=now, not_before=again):
        return None, None
    return row, letter


def _ready(row: Outgoing, now: datetime) -> tuple[Letter | None, str]:
    """The letter, or why there is none."""
    if now - row.written_at > GIVES_UP_AFTER:
        return None, "gave_up"
    person = get_user_model().objects.filter(reference=row.to).first()
    to = letters.one_way(setting.EMAIL, mailbox_of(person)) if person and person.is_active else ""
    text = text_of(row.kind, "nb")
    if not to or text is None or _had_one(row, now):
        return None, "not_wanted"
    letter = letters.of(row.reference, to=to, sender="", text=text, end=_way_in())
    return (None, "banned") if letters.banned_in(letter) else (letter, "")


def _had_one(row: Outgoing, now: datetime) -> bool:
    """Something has gone to her today already."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    others = Outgoing.objects.filter(audience=STAFF, to=row.to, sent_at__gte=today)
    return others.exclude(pk=row.pk).exists()


def _way_in() -> str:
    return f"\n\nhttps://{settings.DESK_HOST}/\n" if settings.DESK_HOST else ""


def mailbox_of(person: Any) -> str:
    """Where she wants it; "" when she wants none."""
    chosen = Notice.objects.filter(person=person).first()
    if chosen is None:
        return ""
    locked = bytes(chosen.mailbox)
    if not locked:
        return str(person.email)
    return vault.unlock(vault.derived("notices"), locked, place_of(person)).decode()


def place_of(person: Any) -> str:
    return f"notice:{person.reference}"


@transaction.atomic
def _ended(row: Outgoing, how: str, now: datetime, why: str = "") -> None:
    still = Outgoing.objects.filter(pk=row.pk, sent_at=None, dropped_at=None)
    if still.update(**{f"{how}_at": now, "why": why}):
        audit.record(by=None, did=f"messages.{how}_to_staff", about=[row.to], purpose=why)

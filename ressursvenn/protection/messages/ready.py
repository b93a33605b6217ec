"""May this go to her, now, as it would arrive? Asked when it is written, and again when it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from . import letters, words
from .letters import Letter
from .setting import PHONE_LIST, Setting
from .texts import CALL_ME, Text, text_of

LASTS = timedelta(hours=2)  # what is older says something that may no longer be so


def why_not(chosen: Setting, kind: str, now: datetime) -> str:
    """A code of WHY; "" when nothing stands in the way. `closed` is the only one that time may mend."""
    return next(_noes(chosen, kind, now), "")


def letter_of(reference: str, chosen: Setting, kind: str) -> Letter:
    """What arrives. Only when nothing stands in the way."""
    text = text_of(kind, chosen.language) or Text("", "")
    to = letters.one_way(chosen.channel, chosen.to)
    return letters.of(reference, to=to, sender=chosen.sender, text=text)


def shown(chosen: Setting, kind: str = CALL_ME) -> Letter:
    """The same, to be looked at before there is anything to send."""
    return letter_of("", chosen, kind)


def waits_until(chosen: Setting, now: datetime) -> datetime | None:
    """When a message written now could go; None when it would be too old by then."""
    opens = chosen.window.opens(now) if chosen.window else None
    return opens if opens and opens < now + LASTS else None


def _noes(chosen: Setting, kind: str, now: datetime) -> Iterator[str]:
    if not chosen.may:
        yield "no_consent"
    if not chosen.channel or not chosen.window or chosen.window.never:
        yield "switched_off"
        return
    if chosen.until is None or chosen.until < timezone.localdate(now):
        yield "ask_again"
    if chosen.channel != PHONE_LIST:
        yield from _noes_to_text(chosen, kind)
        if not chosen.window.holds(now):
            yield "closed"


def _noes_to_text(chosen: Setting, kind: str) -> Iterator[str]:
    if text_of(kind, chosen.language) is None:
        yield "untranslated"
    if chosen.sender not in settings.MESSAGE_SENDERS:
        yield "no_sender"
    letter = letter_of("", chosen, kind)
    if not letter.to:
        yield "no_way"
    if words.hers_in(chosen.never, letter.shown):
        yield "her_word"
    if letters.banned_in(letter):
        yield "banned"

"""Letters leave, and what nobody confirmed goes. Done by the house itself, round after round.

The address is taken out of its row before the letter is handed over: it is sent once, or not at all, and is
never found here afterwards. Only when nobody has taken the letter is it put back for another try.
"""

from __future__ import annotations

import logging
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ressursvenn.protection import audit
from ressursvenn.protection.messages import email
from ressursvenn.protection.messages.letters import NotTaken

from .. import letters, mailboxes, pace, queries
from ..models import News, NewsReader, Stand

log = logging.getLogger(__name__)


def send_letters(*, by: None = None) -> int:
    """What may leave now, some at a time: first letters to be confirmed, then news. How many left."""
    confirming = [_to_confirm(pk) for pk in queries.letters_due(pace.LETTERS_AT_A_TIME)]
    left = sum(confirming)
    return left + _newest_news(pace.LETTERS_AT_A_TIME - len(confirming))


@transaction.atomic
def let_lapse(*, before: date, by: None = None) -> int:
    """What was received by that day and not confirmed, or put aside by then, goes with all that is in it."""
    not_confirmed = Stand.objects.filter(confirmed_day=None, received_day__lte=before)
    aside = Stand.objects.filter(put_aside_on__lte=before)
    gone = not_confirmed.delete()[0] + aside.delete()[0]
    if gone:
        audit.record(by=by, did="stands.lapsed")
    return gone


def _to_confirm(pk: int) -> bool:
    row, mailbox = _taken_out(pk)
    if row is None:
        return False
    try:
        email.send(letters.to_confirm(row, mailbox))
    except NotTaken:
        _put_back(row, mailbox)
        return False
    except Exception:  # it may have arrived: nobody knows, and nobody tries again
        log.exception("a letter may have arrived")
    return True


@transaction.atomic
def _taken_out(pk: int) -> tuple[Stand | None, str]:
    """The row, marked as written to; its address is ours alone now, unless she has asked for news."""
    row = Stand.objects.select_for_update().filter(pk=pk, letter_day=None).first()
    if row is None or not row.mailbox:
        return None, ""
    mailbox = mailboxes.opened(row.mailbox, row.reference)
    row.letter_day = timezone.localdate()
    row.mailbox = row.mailbox if row.wants_news else b""
    row.save(update_fields=["letter_day", "mailbox"])
    audit.record(by=None, did="stands.letter_sent", to=row)
    return row, mailbox


@transaction.atomic
def _put_back(row: Stand, mailbox: str) -> None:
    """Nobody has taken it: another round tries."""
    locked = mailboxes.locked(mailbox, row.reference)
    waiting = Stand.objects.filter(pk=row.pk, confirmed_day=None)
    waiting.update(letter_day=None, mailbox=locked)
    audit.record(by=None, did="stands.letter_not_taken", to=row)


def _newest_news(at_most: int) -> int:
    newest = News.objects.filter(sent_on__isnull=False).order_by("-sent_on", "-pk").first()
    if newest is None or at_most <= 0:
        return 0
    return sum(_had(newest, reader) for reader in queries.readers_due(newest, at_most))


def _had(news: News, reader: NewsReader) -> bool:
    """Noted before it is sent: nobody gets the same letter twice."""
    waits = NewsReader.objects.filter(Q(had=None) | ~Q(had=news), pk=reader.pk)
    if not waits.update(had=news):
        return False
    try:
        mailbox = mailboxes.opened(reader.mailbox, reader.reference)
        email.send(letters.of_news(news, reader, mailbox))
    except Exception:
        log.exception("a letter of news did not leave")
        return False
    return True

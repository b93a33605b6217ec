"""A stand comes in, is confirmed by whoever took it, and may be taken back by her at any time."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection import audit, fingerprints
from ressursvenn.protection.fields import readable

from .. import facts, mailboxes, pace, puzzle, queries, rules
from ..models import NewsReader, Stand

A_DAY = 24 * 60 * 60
BESIDE = {"STN-01": "sentence", "STN-02": "name"}
HOW = {
    "STN-01": "Ta bort lenker, e-post og telefonnumre. Standpunktet skal ikke føre til noen.",
    "STN-02": "Skriv bare fornavnet ditt, for eksempel Anne eller Anne-Marie.",
}
FULL = (
    "Akkurat nå kommer det flere standpunkter enn vi rekker å lese. Det du skrev, står her fortsatt. Prøv "
    "igjen om noen timer."
)
NO_MAILBOX = "Skriv én e-postadresse, som navn@eksempel.no."


@transaction.atomic
def receive(
    *, kind: str, name: str, county: str, sentence: str, email: str, wants_news: bool,
    word: str, answer: str, by: None = None,
) -> Stand | None:  # fmt: skip
    """It waits to be confirmed and read. None when this very form was here before, or this mailbox often.

    `word` and `answer` are the puzzle's; without them it takes the slower way. Raises ValidationError.
    """
    said = {"kind": kind, "name": _tidy(name), "sentence": _tidy(sentence)}
    mailbox = mailboxes.written(email)
    _may_be_taken(said, mailbox)
    solved = puzzle.is_solved(word, answer)
    if queries.waiting(solved=solved) >= pace.WAITING_AT_MOST[solved]:
        raise ValidationError(FULL, code="full")
    if _here_before(word) or _often_today(mailbox):
        return None
    row = Stand(**said, county=county, solved=solved, wants_news=wants_news)
    row.mailbox = mailboxes.locked(mailbox, row.reference)
    row.domain = "" if row.is_person else mailboxes.domain_of(mailbox)
    row.received_day = timezone.localdate()
    return _kept(row, did="received", by=by)


@transaction.atomic
def confirm(*, stand: Stand, news: bool, by: None = None) -> Stand:
    """Whoever has the link from the letter says that the stand is hers. Her address is forgotten.

    `news`: she asks a second time for news, and that is what makes her a reader of them.
    """
    row = Stand.objects.select_for_update().get(pk=stand.pk)
    if row.confirmed_day:
        return row
    if news and row.wants_news and row.mailbox:
        _will_read_news(mailboxes.opened(row.mailbox, row.reference))
    row.confirmed_day, row.mailbox, row.wants_news = timezone.localdate(), b"", False
    return _kept(row, did="confirmed", by=by)


@transaction.atomic
def take_back(*, stand: Stand, by: None = None) -> None:
    """She no longer stands there. Nothing of it is kept."""
    audit.record(by=by, did="stands.taken_back", to=stand)
    Stand.objects.filter(pk=stand.pk).delete()


def _tidy(text: str) -> str:
    """On one line, without what is not seen."""
    return " ".join(readable(text).split())


def _may_be_taken(said: dict[str, Any], mailbox: str) -> None:
    """Raises ValidationError beside each field, all at once, saying what to do."""
    terms = accounts.terms(None)
    told: dict[str, list[str]] = {} if mailbox else {"email": [NO_MAILBOX]}
    for no in rules.may_be_read_out(facts.of_words(**said), terms):
        beside = "name" if no.rule == "STN-01" and _names_a_way(said["name"]) else BESIDE[no.rule]
        told.setdefault(beside, []).append(HOW[no.rule])
    if told:
        raise ValidationError(told)


def _names_a_way(name: str) -> bool:
    return rules.WAYS_TO_REACH.search(name) is not None


def _here_before(word: str) -> bool:
    """The same form sent twice. The first time this is remembered, for as long as the word is good."""
    if not puzzle.is_ours(word):
        return False
    key = fingerprints.of_identity("stand form", word)
    return not cache.add(key, 1, int(pace.PUZZLE_LASTS.total_seconds()))


def _often_today(mailbox: str) -> bool:
    """Nobody's mailbox can be filled from here. Counted as a print, for a day."""
    form = fingerprints.email_form(mailbox) or mailbox
    key = fingerprints.of_identity("stand mailbox", timezone.localdate(), form)
    count: Any = cache.get(key, 0)
    cache.set(key, count + 1, A_DAY)
    return bool(count >= pace.A_DAY_EACH_MAILBOX)


def _will_read_news(mailbox: str) -> None:
    row = NewsReader(mailbox_print=mailboxes.print_of(mailbox), since_day=timezone.localdate())
    row.mailbox = mailboxes.locked(mailbox, row.reference)
    if not NewsReader.objects.filter(mailbox_print=row.mailbox_print).exists():
        row.full_clean()
        row.save()


def _kept(row: Stand, *, did: str, by: None) -> Stand:
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"stands.{did}", to=row)
    return row

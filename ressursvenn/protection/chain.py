"""The log's chain in the database: where it ends, how it grows, and the one door through which it is short.

Only one transaction at a time adds to the chain: SQLite lets one write at a time, and PostgreSQL's function
`protection_log_end` waits its turn. Number and link are unique, so that a fork cannot be stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection, models, transaction
from django.utils import timezone

from . import pin
from .links import FIRST, Entry, link_of, moment
from .models import AuditAbout, AuditBeginning, AuditEntry
from .witnesses import Checkpoint, kept_since

END_IN_TURN = "SELECT number, link, id FROM protection_log_end()"
FORGOTTEN = "protection.log_forgotten"


class TooYoung(ValueError):
    """The log is kept for 24 months: what is younger is not forgotten."""


class End(NamedTuple):
    """The newest entry: its number, its link, its row."""

    number: int
    link: str
    row: int


def add(entries: Sequence[tuple[AuditEntry, Iterable[str]]]) -> None:
    """Link these to the end of the chain and write them, with what they are about, in this transaction."""
    if not entries:
        return
    about = [(entry, tuple(dict.fromkeys(references))) for entry, references in entries]
    end = _end_in_turn()
    for entry, references in about:
        end = _linked(entry, references, end)
    AuditEntry.objects.bulk_create(entry for entry, _ in about)
    AuditAbout.objects.bulk_create(
        AuditAbout(entry=entry, reference=one) for entry, references in about for one in references
    )


def _linked(entry: AuditEntry, about: tuple[str, ...], end: End) -> End:
    """Give an entry its row, number and link; it is the new end."""
    entry.id, entry.number = end.row + 1, end.number + 1
    entry.link = link_of(end.link, _as_it_lies(entry, about))
    return End(entry.number, entry.link, entry.id)


def _as_it_lies(entry: AuditEntry, about: tuple[str, ...]) -> Entry:
    at = moment(entry.at)
    return Entry(
        entry.number, entry.id, at, entry.by_id, entry.did, entry.to_kind, entry.purpose, about
    )


def head() -> tuple[int, str]:
    """The number and link of the newest entry; where the log begins, when there is none."""
    end = _end()
    return end.number, end.link


def _end_in_turn() -> End:
    """The end of the chain, and nobody else adds to it before this transaction is over."""
    if connection.vendor != "postgresql":
        return _end()  # SQLite: this transaction is the one that writes
    with connection.cursor() as cursor:
        cursor.execute(END_IN_TURN)
        found = cursor.fetchone()
    return End(*found) if found else _beginning()


def _end() -> End:
    ends = AuditEntry.objects.order_by("-number").values_list("number", "link", "id")
    found = ends.first()
    return End(*found) if found else _beginning()


def _beginning() -> End:
    found = AuditBeginning.objects.order_by("-number").values_list("number", "head").first()
    number, link = found or (0, FIRST)
    return End(number, link, number)


def holds(number: int, head: str) -> bool:
    """Whether the log has this link at this number, or begins there."""
    if (number, head) == (0, FIRST):
        return True
    begins = AuditBeginning.objects.filter(number=number, head=head)
    return AuditEntry.objects.filter(number=number, link=head).exists() or begins.exists()


@transaction.atomic
def forget_before(checkpoint: Checkpoint) -> int:
    """Forget whole entries up to a signed checkpoint; it becomes the beginning. Gives back how many went.

    Raises TooYoung when the checkpoint, or any entry up to it, is younger than 24 months; ValueError when
    its signature is false or the log does not hold its head.
    """
    going = AuditEntry.objects.filter(number__lte=checkpoint.number)
    if not checkpoint.signed_by(pin.pinned()):
        raise ValueError("this checkpoint has not been signed with the pinned key")
    if not going.filter(number=checkpoint.number, link=checkpoint.head).exists():
        raise ValueError("the log does not hold the head of this checkpoint")
    since = kept_since(timezone.now())
    if checkpoint.when() > since or going.filter(at__gt=since).exists():
        raise TooYoung("the log is kept for 24 months")
    add([(AuditEntry(did=FORGOTTEN), ())])
    AuditBeginning.objects.create(
        number=checkpoint.number, head=checkpoint.head, checkpoint=checkpoint.line()
    )
    _drop(AuditAbout, "entry__number__lte", checkpoint.number)
    return _drop(AuditEntry, "number__lte", checkpoint.number)


def _drop(rows: type[models.Model], which: str, number: int) -> int:
    """Past the guard of the model; the database still asks for a beginning."""
    gone, _ = models.QuerySet(rows).filter(**{which: number}).delete()
    return gone

"""Where the log stands, signed by the keeper and witnessed every hour in two places outside the data.

One who can change the whole database cannot change what was witnessed. While the last checkpoint is older
than two hours, nobody breaks the glass and nothing is exported (`is_current`).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from . import chain, keeping, pin
from .models import AuditBeginning
from .witnesses import Checkpoint, kept_since, read, read_all

FILE = "checkpoints.jsonl"
CURRENT_FOR = timedelta(hours=2)
CLOCKS_DIFFER = timedelta(minutes=5)
LONGEST_LINE = 4096
TRIES = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """A checkpoint, and whether each place took it."""

    checkpoint: Checkpoint
    places: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """When each place last got a checkpoint that is signed right, and whether all is as it should be."""

    places: tuple[datetime | None, ...]
    current: bool  # break-glass and export are open
    silent: tuple[int, ...]  # places, counted from 1, that have not had one for two hours

    @property
    def last(self) -> datetime | None:
        return max((at for at in self.places if at), default=None)

    def sentences(self) -> list[str]:
        """What whoever runs the system and the privacy officer should know; nothing when all is well."""
        said = [
            f"Sted {place} har ikke fått noe sjekkpunkt fra loggen på to timer."
            for place in self.silent
        ]
        if not self.current:
            said.append("Loggen er ikke bevitnet. Nødåpning og uttrekk er stengt til den er det.")
        return said


def write() -> Written:
    """Have the end of the log signed, and witnessed in each place. Nothing new: the time is renewed.

    Raises keeping.Closed when the keeper does not answer, keeping.Refused when it has signed another head
    for this number or a later one: the log has been cut or rolled back.
    """
    checkpoint = _signed()
    pin.pin(checkpoint.key)
    done = tuple(_witnessed(Path(place), checkpoint) for place in settings.CHECKPOINT_PLACES)
    if not all(done):
        log.error("a checkpoint was not witnessed in every place")
    return Written(checkpoint, done)


def _signed() -> Checkpoint:
    """Only of what is committed. Another process may have had a later end signed meanwhile: then again."""
    refused: Exception | None = None
    tried = None
    for _ in range(TRIES):
        with transaction.atomic(durable=True):
            number, head = chain.head()
        if (number, head) == tried:
            break
        tried = (number, head)
        try:
            signature = keeping.sign_head(number, head)
        except keeping.Refused as no:
            refused = no
            continue
        at = timezone.now().isoformat(timespec="seconds")
        return Checkpoint(number, head, at, signature, keeping.signer())
    raise refused or RuntimeError("a head is refused or signed")


def _witnessed(place: Path, checkpoint: Checkpoint) -> bool:
    """Whether this place has it, on its disk. A line that was broken off is left as it is, on its own."""
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        there = os.open(place / FILE, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(there).st_size
            broken = size and os.pread(there, 1, size - 1) != b"\n"
            os.write(there, f"{chr(10) if broken else ''}{checkpoint.line()}\n".encode("ascii"))
            os.fsync(there)
        finally:
            os.close(there)
    except OSError:
        return False
    return True


def standing(now: datetime | None = None) -> Standing:
    """How the witnessing stands; for the pages. One question to the database."""
    now = now or timezone.now()
    last = [_last(Path(place), now) for place in settings.CHECKPOINT_PLACES]
    fresh = [one for one in last if one and now - one.when() <= CURRENT_FOR]
    silent = tuple(place for place, one in enumerate(last, 1) if one not in fresh)
    newest = max(fresh, key=Checkpoint.when, default=None)
    current = newest is not None and chain.holds(newest.number, newest.head)
    return Standing(tuple(one.when() if one else None for one in last), current, silent)


def is_current(now: datetime | None = None) -> bool:
    """Whether some place got a checkpoint within two hours, and the log still holds what it says."""
    return standing(now).current


def _last(place: Path, now: datetime) -> Checkpoint | None:
    """The last line of a place, when it is signed with the pinned key and not of a time to come."""
    try:
        with (place / FILE).open("rb") as stream:
            stream.seek(max(0, stream.seek(0, os.SEEK_END) - LONGEST_LINE))
            lines = stream.read().decode("ascii", "replace").splitlines()
    except OSError:
        return None
    found = read(lines[-1]) if lines else None
    if found is None or not found.signed_by(pin.pinned()):
        return None
    return found if found.when() <= now + CLOCKS_DIFFER else None


def forgettable(now: datetime | None = None) -> Checkpoint | None:
    """The newest witnessed checkpoint that is 24 months old and not yet the beginning of the log."""
    since = kept_since(now or timezone.now())
    key = pin.pinned()
    old = [
        one
        for one in _everything(settings.CHECKPOINT_PLACES)
        if one.when() <= since and one.signed_by(key)
    ]
    newest = max(old, key=lambda one: one.number, default=None)
    if newest is None or AuditBeginning.objects.filter(number__gte=newest.number).exists():
        return None
    return newest if newest.number and chain.holds(newest.number, newest.head) else None


def _everything(places: Sequence[Path]) -> Iterator[Checkpoint]:
    for lines in lines_of(places):
        yield from (one for one in read_all(lines) if one)


def lines_of(places: Sequence[Path]) -> list[list[str]]:
    """What each place holds, line by line; a place that cannot be read holds nothing."""
    held = []
    for place in places:
        try:
            held.append((Path(place) / FILE).read_text("ascii", "replace").splitlines())
        except OSError:
            held.append([])
    return held


def begin_anew() -> None:
    """A new made-up world has a new log: what witnessed the old one goes. Never with real people."""
    if settings.PRODUCTION:
        raise RuntimeError("what has been witnessed stays")
    for place in settings.CHECKPOINT_PLACES:
        (Path(place) / FILE).unlink(missing_ok=True)
    if settings.CHECKPOINT_PIN:
        settings.CHECKPOINT_PIN.unlink(missing_ok=True)

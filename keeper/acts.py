"""All that can be asked of the keeper. Whatever is not here cannot be asked."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from .heads import HeadRefused, Heads
from .limits import Count, Limits, TooMany
from .locks import Tampered, lock, new_key, unlock
from .masters import Lost, Masters
from .store import Kept, Store
from .tombstones import Tombstones

Said = dict[str, Any]
KINDS = ("card", "record")
# What the house may open by itself, with nobody signed in.
BY_ITSELF = frozenset({"post", "tidy", "retention", "erase_past_days"})
# What somebody who belongs to no association may open, in any of them.
ACROSS = ("vetting", "pair_step", "second_yes", "export", "unseal")


# What two have agreed to open wherever it is, counted for itself, and each time an alarm.
GLASS = "break_glass"


class Refused(Exception):
    """The keeper does not do that. `args[0]` is a code."""


class Keeper:
    """One folder of keys. Threads may ask at once."""

    def __init__(
        self, folder: Path, limits: Limits | None = None, copies: Path | None = None, **how: Any
    ) -> None:
        self.masters, self.store = Masters(folder), Store(folder)
        self.tombstones, self.heads = Tombstones(folder), Heads(folder)
        self.beside = Tombstones(copies) if copies else None  # where the backups are
        self.count = Count(self.store, limits or Limits(), **how)

    # --- keys ---------------------------------------------------------------------------------

    def make(self, owners: Sequence[str], house: str) -> Said:
        """Two new keys for each of these people of one association; told to whoever made them."""
        if len(self.tombstones.alive(owners)) < len(owners):
            raise Refused("gone")
        master = self.masters.newest()
        made = {owner: (new_key(), new_key()) for owner in owners}
        self.store.keep(self._wrapped(owner, house, master, *keys) for owner, keys in made.items())
        return {"keys": {owner: [key.hex() for key in keys] for owner, keys in made.items()}}

    def cards(self, owners: Sequence[str], reader: str, house: str, purpose: str) -> Said:
        """The card keys of a list, in one batch. Whoever is gone, or of another house, is not in it."""
        found = self._within(owners, reader, house, purpose)
        return {"keys": {one.owner: self._key(one, "card").hex() for one in found}}

    def records(self, owners: Sequence[str], reader: str, house: str, purpose: str) -> Said:
        """Both keys of a few, counted: the next one too many is refused, and alarmed."""
        found = self._within(owners, reader, house, purpose)
        try:
            self.count.let(_counted(reader, purpose), [one.owner for one in found])
        except TooMany as refused:
            self._alarm(reader, "too_many", len(found))
            return {"refused": "too_many", "again": refused.again}
        keys = {one.owner: [self._key(one, kind).hex() for kind in KINDS] for one in found}
        return {"keys": keys}

    def seal(self, owner: str, kind: str, pieces: Iterable[tuple[str, str]]) -> Said:
        """Lock what was written about somebody, without opening anything: pairs of place and content."""
        found = self._kept([owner])
        if not found:
            raise Refused("gone")
        key = self._key(found[0], kind)
        return {"locked": [lock(key, bytes.fromhex(what), place).hex() for place, what in pieces]}

    def alive(self, owners: Sequence[str]) -> Said:
        """Those whose keys still exist. Nothing is unwrapped."""
        return {"owners": [row.owner for row in self._kept(owners)]}

    def destroy(self, owners: Sequence[str]) -> Said:
        """The erasure: tombstones first, beside the backups too, then both keys. Done when this returns."""
        self.tombstones.add(owners)
        if self.beside:
            self.beside.take_in(self.tombstones.lines())
        self.store.drop(owners)
        return {}

    def everybody(self, older_than: float) -> Said:
        """All who have keys made more than so many seconds ago: to find keys that no row uses."""
        return {"owners": self.tombstones.alive(self.store.everybody(time.time() - older_than))}

    # --- the log, and how it stands -----------------------------------------------------------

    def sign(self, number: int, head: str) -> Said:
        """Sign where the log stands. Never two heads for one number, never backwards."""
        try:
            return {"signature": self.heads.sign(number, head)}
        except HeadRefused:
            self._alarm("", "head_refused", number)
            raise Refused("head") from None

    def signer(self) -> Said:
        return {"public": self.heads.public()}

    def standing(self) -> Said:
        """Numbers for whoever runs the machine; nobody's reference."""
        since = time.time() - self.count.limits.hour
        recent = "SELECT count(*) FROM alarms WHERE at > ?"
        (alarms,) = self.store.connection.execute(recent, (since,)).fetchone()
        return {
            "kept": self.store.number("kept"),
            "gone": len(self.tombstones.lines()),
            "master": self.masters.newest(),
            "alarms": alarms,
        }

    # --- what they stand on -------------------------------------------------------------------

    def _kept(self, owners: Sequence[str]) -> list[Kept]:
        return list(self.store.of(self.tombstones.alive(dict.fromkeys(owners))))

    def _within(self, owners: Sequence[str], reader: str, house: str, purpose: str) -> list[Kept]:
        """Those of these that this reader may open for this purpose."""
        if not purpose or (not reader and purpose not in BY_ITSELF):
            raise Refused("purpose")
        found = self._kept(owners)
        if purpose.startswith(GLASS):
            self._alarm(reader, GLASS, len(found))
            return found
        if not reader or (not house and purpose.startswith(ACROSS)):
            return found
        here = [one for one in found if one.house == house]
        if len(here) < len(found):
            self._alarm(reader, "elsewhere", len(found) - len(here))
        return here

    def _wrapped(self, owner: str, house: str, master: int, card: bytes, record: bytes) -> Kept:
        wrap = self.masters.of(master)
        places = (f"{owner}:{house}:{kind}" for kind in KINDS)
        return Kept(owner, house, master, *map(lock, (wrap, wrap), (card, record), places))

    def _key(self, row: Kept, kind: str) -> bytes:
        if kind not in KINDS:
            raise Refused("kind")
        place = f"{row.owner}:{row.house}:{kind}"
        return unlock(self.masters.of(row.master), getattr(row, kind), place)

    def rewrapped(self, row: Kept, master: int) -> Kept:
        """The same keys in the wrapping of another master."""
        return self._wrapped(
            row.owner, row.house, master, *(self._key(row, kind) for kind in KINDS)
        )

    def _alarm(self, reader: str, what: str, number: int) -> None:
        self.count.alarm(reader, what, number)
        sys.stderr.write(f"ALARM {what} {reader or 'house'} {number}\n")


def _counted(reader: str, purpose: str) -> str:
    """Whose hour it is: glass may be broken by somebody whose own is full."""
    return f"{reader}:{GLASS}" if purpose.startswith(GLASS) else reader


def answer(keeper: Keeper, said: Said) -> Said:
    """What the keeper says to one message. Every no is a code; no error tells what it was about."""
    does = ASKED.get(str(said.pop("ask", "")))
    if does is None:
        return {"refused": "unknown"}
    try:
        return does(keeper, **said)
    except Refused as refused:
        return {"refused": refused.args[0]}
    except (Lost, Tampered) as broken:
        return {"refused": type(broken).__name__.lower()}
    except (TypeError, ValueError):
        return {"refused": "malformed"}


ASKED: dict[str, Callable[..., Said]] = {
    does.__name__: does
    for does in (
        Keeper.make, Keeper.cards, Keeper.records, Keeper.seal, Keeper.alive, Keeper.destroy,
        Keeper.everybody, Keeper.sign, Keeper.signer, Keeper.standing,
    )
}  # fmt: skip

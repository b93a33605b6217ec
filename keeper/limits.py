"""How many different people's records somebody may open in an hour, and what is said when it is enough."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Numbers of different people, in the last `hour` seconds."""

    reader: int = 20  # one person who reads (safety promise T21)
    house: int = 200  # the house by itself: the post, the caretaker
    everyone: int = 600  # all readers together: an invented reader gets no further than this
    hour: float = 3600.0


class TooMany(Exception):
    """The next one would be one too many. `again` is when there is room (seconds since the epoch)."""

    def __init__(self, again: float) -> None:
        super().__init__("too many records in an hour")
        self.again = again


class Count:
    """Kept in the store, so that a restart forgets nothing. Opening the same again costs nothing."""

    def __init__(self, store: Store, limits: Limits, now: Callable[[], float] = time.time) -> None:
        self.store, self.limits, self.now = store, limits, now

    def let(self, reader: str, owners: Iterable[str]) -> None:
        """Note that `reader` opens these. Raises TooMany, and then none of them is noted."""
        now = self.now()
        with self.store.alone() as table:
            table.execute("DELETE FROM opened WHERE at <= ?", (now - self.limits.hour,))
            held = dict(table.execute("SELECT owner, at FROM opened WHERE reader = ?", (reader,)))
            new = [owner for owner in dict.fromkeys(owners) if owner not in held]
            self._refuse_more(reader, held, len(new), table)
            table.executemany(
                "INSERT INTO opened VALUES (?, ?, ?)", ((reader, owner, now) for owner in new)
            )

    def _refuse_more(
        self, reader: str, held: dict[str, float], new: int, table: sqlite3.Connection
    ) -> None:
        if not new:
            return
        most = self.limits.reader if reader else self.limits.house
        (everyone,) = table.execute("SELECT count(*) FROM opened").fetchone()
        if len(held) + new > most or everyone + new > self.limits.everyone:
            first = min(held.values(), default=self.now())
            raise TooMany(first + self.limits.hour)

    def alarm(self, reader: str, what: str, number: int) -> None:
        """To be seen by whoever watches: a code, a reference of a reader, a number."""
        self.store.connection.execute(
            "INSERT INTO alarms VALUES (?, ?, ?, ?)", (self.now(), reader, what, number)
        )

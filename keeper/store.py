"""Where the wrapped keys lie: a small SQLite file of the keeper's own, never beside the data."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TABLES = """
CREATE TABLE IF NOT EXISTS kept (
  owner TEXT PRIMARY KEY, house TEXT NOT NULL, master INTEGER NOT NULL,
  card BLOB NOT NULL, record BLOB NOT NULL, made REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS opened (
  reader TEXT NOT NULL, owner TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (reader, owner)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alarms (
  at REAL NOT NULL, reader TEXT NOT NULL, what TEXT NOT NULL, number INTEGER NOT NULL
) STRICT;
"""
AT_ONCE = 500  # references in one question to SQLite


@dataclass(frozen=True, slots=True)
class Kept:
    """The keys of one person, as they lie."""

    owner: str
    house: str  # the association whose person it is
    master: int
    card: bytes
    record: bytes


class Store:
    """One file, a connection for each thread."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / "keys.sqlite3"
        self.path.touch(mode=0o600)
        self._mine = threading.local()
        self.connection.executescript(TABLES)

    @property
    def connection(self) -> sqlite3.Connection:
        if not hasattr(self._mine, "connection"):
            connection = sqlite3.connect(self.path, timeout=5, isolation_level=None)
            for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                connection.execute(f"PRAGMA {setting}")
            self._mine.connection = connection
        held: sqlite3.Connection = self._mine.connection
        return held

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """One writer at a time: all of it happens, or none."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def of(self, owners: Sequence[str]) -> Iterator[Kept]:
        """Those of these that are kept here."""
        for start in range(0, len(owners), AT_ONCE):
            some = owners[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            question = (
                f"SELECT owner, house, master, card, record FROM kept WHERE owner IN ({marks})"  # noqa: S608 -- marks alone
            )
            for row in self.connection.execute(question, some):
                yield Kept(*row)

    def keep(self, rows: Iterable[Kept]) -> None:
        """New ones. Raises sqlite3.IntegrityError when somebody has keys already."""
        now = time.time()
        with self.alone() as connection:
            connection.executemany(
                "INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?)",
                ((one.owner, one.house, one.master, one.card, one.record, now) for one in rows),
            )

    def wrap_anew(self, old: Kept, new: Kept) -> None:
        """The same keys in another wrapping, unless somebody was quicker."""
        self.connection.execute(
            "UPDATE kept SET master = ?, card = ?, record = ? WHERE owner = ? AND master = ?",
            (new.master, new.card, new.record, old.owner, old.master),
        )

    def wrapped_before(self, master: int, most: int) -> list[Kept]:
        """Some that an older master wraps."""
        question = "SELECT owner, house, master, card, record FROM kept WHERE master < ? LIMIT ?"
        return [Kept(*row) for row in self.connection.execute(question, (master, most))]

    def masters(self) -> set[int]:
        return {row[0] for row in self.connection.execute("SELECT DISTINCT master FROM kept")}

    def drop(self, owners: Iterable[str]) -> None:
        """Away, overwritten, and out of the file beside the file."""
        with self.alone() as connection:
            connection.executemany("DELETE FROM kept WHERE owner = ?", ((one,) for one in owners))
            connection.executemany("DELETE FROM opened WHERE owner = ?", ((one,) for one in owners))
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def everybody(self, made_before: float) -> list[str]:
        rows = self.connection.execute("SELECT owner FROM kept WHERE made <= ?", (made_before,))
        return [row[0] for row in rows]

    def number(self, table: str) -> int:
        (number,) = self.connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 -- our own word
        return int(number)

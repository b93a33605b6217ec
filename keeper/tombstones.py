"""Those who are gone. Asked at every unwrap, and kept apart from the keys, so that no backup of them revives.

A line is a SHA-256 of a reference: it says nothing about anybody, and is only ever added.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from .files import add_line


class Tombstones:
    """Read again whenever the file has grown, for another process may have added to it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / "tombstones"
        self._known: set[str] = set()
        self._size = -1

    def alive(self, owners: Iterable[str]) -> list[str]:
        """Those without one."""
        self._look()
        return [owner for owner in owners if _line(owner) not in self._known]

    def add(self, owners: Iterable[str]) -> None:
        """Those not there yet; on the disk when this returns."""
        if new := sorted(_line(owner) for owner in self.alive(owners)):
            add_line(self.path, "\n".join(new))

    def lines(self) -> set[str]:
        self._look()
        return set(self._known)

    def take_in(self, lines: Iterable[str]) -> None:
        """Those of another list: from a backup, or the second place. None is ever taken away."""
        if new := sorted(set(lines) - self.lines()):
            add_line(self.path, "\n".join(new))

    def _look(self) -> None:
        size = self.path.stat().st_size if self.path.exists() else 0
        if size != self._size:
            self._known = set(self.path.read_text("ascii").split()) if size else set()
            self._size = size


def _line(owner: str) -> str:
    return sha256(f"tombstone:{owner}".encode()).hexdigest()

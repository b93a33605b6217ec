"""One guard, and how it is taken away: a piece of a file, and what stands there instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Guard:
    """`start` and `end` are places in the text of the file; `kind` says what sort of guard it is."""

    path: str
    start: int
    end: int
    instead: str
    kind: str
    line: int

    @property
    def room(self) -> str:
        """Where it stands: `keeper`, `config`, or a room of the house."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "ressursvenn" else parts[0]

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"

    def taken_from(self, text: str) -> str:
        """The file without it."""
        return f"{text[: self.start]}{self.instead}{text[self.end :]}"


def at(path: str, text: str, start: int, end: int, instead: str, kind: str) -> Guard:
    return Guard(path, start, end, instead, kind, text.count("\n", 0, start) + 1)

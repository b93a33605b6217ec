"""What is new in a version, line by line, beside what everybody reads now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .texts import Text

GONE, NEW = "gone", "new"
WORDS = {GONE: "Borte", NEW: "Nytt"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `kind` says whether it is gone or new."""

    kind: str
    said: str

    @property
    def word(self) -> str:
        return WORDS.get(self.kind, "")


def lines(before: Text | None, after: Text) -> list[Line]:
    """The lines that differ, with nothing of those that do not. Empty when nothing differs."""
    return [line for line in _all(_of(before), _of(after)) if line.said]


def _of(text: Text | None) -> list[str]:
    return [text.title, text.lead, *text.body.splitlines()] if text else []


def _all(before: list[str], after: list[str]) -> Iterator[Line]:
    for tag, from_, to, start, end in SequenceMatcher(None, before, after, False).get_opcodes():
        if tag == "equal":
            continue
        yield from (Line(GONE, said) for said in before[from_:to])
        yield from (Line(NEW, said) for said in after[start:end])

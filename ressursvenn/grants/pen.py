"""Writes a report in the one language: its words, numbers and days, and the shape of a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ressursvenn.shapes.days import in_words

from . import accounting, sentences, words

Section = dict[str, Any]
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Pen:
    """`nynorsk` is False for bokmål, so that it chooses the first of two."""

    language: str

    @property
    def nynorsk(self) -> bool:
        return self.language == words.NYNORSK

    def say(self, key: str, *filled: object) -> str:
        return sentences.say(key, self.language).format(*filled)

    def part(self, code: str) -> str:
        return sentences.PARTS[code][self.nynorsk]

    def how(self, code: str | None) -> str:
        return sentences.HOW[code][self.nynorsk]

    def day(self, written: str) -> str:
        return in_words(date.fromisoformat(written))

    def number(self, value: float | int | str | None) -> str:
        """As it is read; a number that may not be told says so."""
        return self.say("not_told") if value is None else accounting.told(Decimal(str(value)))

    def section(self, heading: str, *, level: int = 2, **parts: Any) -> Section:
        return {
            "heading": heading,
            "level": level,
            "paragraphs": [],
            "lists": [],
            "charts": [],
            "tables": [],
            **parts,
        }

    def table(
        self,
        title: str,
        head: tuple[str, ...],
        rows: Rows,
        *,
        widths: tuple[int, ...],
        numbers: int = 0,
    ) -> dict[str, Any]:
        """`head` are keys. `widths` are shares of the line; the last `numbers` columns are numbers."""
        return {
            "title": title, "head": [self.say(key) for key in head], "rows": rows, "widths": widths,
            "numbers": numbers,
        }  # fmt: skip


Told = Mapping[str, Any]

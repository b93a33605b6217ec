"""Invented years of a programme that stays as large as it was, dwindles, or takes in nobody any more.

Where it stops, pairs last, so that many run though only a few are new: else nobody would have to be held back.
"""

from __future__ import annotations

from collections.abc import Iterator

from ressursvenn.rehearsal.reporting import Lives
from ressursvenn.reporting.compiling import Year

FIRST = 2017
KINDS = {"steady": 1.0, "dwindles": 0.75, "stops": 0.4}  # how much of it is left each year


class Lasting(Lives):
    """Few leave."""

    def _leaves(self, months: int) -> float:
        return 0.03


def lives(size: int, many: int, seed: int, kind: str = "steady") -> Iterator[Year]:
    """So many years of about so many people."""
    lived = (Lasting if kind == "stops" else Lives)(size, seed)
    for number in range(many):
        yield lived.year(number, FIRST + number)
        lived.size = round(lived.size * KINDS[kind])

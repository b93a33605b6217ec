"""The one place where this room asks whether a number could point at somebody: `ressursvenn.disclosure`.

What is kept of a release is what was printed, so earlier ones are handed over as printed: what they hide is
known to nobody here any more, and is taken to be the worst it can be. A year is protected so that it stands
that too (`forget`): what hides its cells today must hide them from whoever no longer knows what they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ressursvenn import disclosure

from .catalogue import TOTAL
from .composing import Shown

Told = Mapping[str, Any]  # the data of a release, as it is printed
SECONDS = 20.0
WAY = "klasse"


class NotSafe(Exception):
    """No pattern was found that the attack cannot break."""


@dataclass(frozen=True, slots=True)
class Weak:
    """A cell that can be reckoned too closely, or is printed and small: where, and how closely."""

    year: str
    table: str
    category: str
    low: int
    high: int | None
    kind: str

    @property
    def said(self) -> str:
        """Where, and how closely, for whoever may release it."""
        ends = f"fra {self.low} til {self.high}" if self.high is not None else f"fra {self.low}"
        return f"{self.year}, {self.table}, {self.category}: kan regnes ut til å være {ends}."


@dataclass(frozen=True, slots=True)
class Protected:
    """By table: what is printed in each class and as its sum, None where it is hidden; and how good it is."""

    cells: Mapping[str, Mapping[str, int | None]]
    bound: int

    @property
    def hidden(self) -> int:
        return sum(count is None for table in self.cells.values() for count in table.values())


def protect(
    year: int, tables: Iterable[Shown], links: Iterable[Told], limit: int, earlier: Sequence[Told]
) -> Protected:
    """The smallest pattern of hidden cells that the attack does not break; mostly none. Raises NotSafe."""
    proposed = disclosure.Release(str(year), _tables(tables), _links(links), limit)
    if not proposed.tables:
        return Protected({}, 0)
    try:
        found = disclosure.protect(proposed, map(as_printed, earlier), seconds=SECONDS, forget=True)
    except disclosure.Unproven:
        raise NotSafe from None
    if found.release is None:
        raise NotSafe
    cells = {
        table.name: {key[0]: count for key, count in table.printed().items()}
        for table in found.release.tables
    }
    return Protected(cells, found.bound)


def attack(told: Told, earlier: Iterable[Told]) -> list[Weak]:
    """What somebody with a pencil could reckon of what is printed here and before. Empty: nothing."""
    if not told["tables"]:
        return []
    found = disclosure.audit(as_printed(told), map(as_printed, earlier)).found
    return [_weak(one) for one in found]


def _weak(found: disclosure.Found) -> Weak:
    year, table, category = found.cell
    low, high = found.interval
    return Weak(year, table, category, low, high, found.kind)


def intervals(told: Told, earlier: Iterable[Told]) -> dict[str, tuple[int, int | None]]:
    """By cell, as it is written: the smallest and the largest that each hidden one could be."""
    found = disclosure.audit(as_printed(told), map(as_printed, earlier)).intervals
    return {disclosure.told(cell): ends for cell, ends in found.items()}


def as_printed(told: Told) -> disclosure.Release:
    """A release as a reader has it."""
    tables = tuple(_printed_table(one) for one in told["tables"])
    return disclosure.Release(str(told["year"]), tables, _links(told["links"]), told["limit"])


def _tables(shown: Iterable[Shown]) -> tuple[disclosure.Table, ...]:
    return tuple(_table(one.table.code, one.counts, one.total) for one in shown)


def _printed_table(told: Told) -> disclosure.Table:
    return _table(
        told["code"], {one["code"]: one["count"] for one in told["classes"]}, told["total"]
    )


def _table(name: str, counts: Mapping[str, int | None], total: int | None) -> disclosure.Table:
    dimension = disclosure.Dimension(WAY, tuple(counts), tells=len(counts) > 1)
    cells: dict[disclosure.Key, int | None] = {(code,): count for code, count in counts.items()}
    cells[(TOTAL,)] = total
    hidden = frozenset(key for key, count in cells.items() if count is None)
    return disclosure.Table(name, (dimension,), cells, hidden)


def _links(told: Iterable[Told]) -> tuple[disclosure.Link, ...]:
    return tuple(
        disclosure.Link(
            {tuple(cell.split("/")): times for cell, times in one["coefficients"].items()},
            one["equals"],
        )
        for one in told
    )

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

from .catalogue import BY_CODE, TOTAL
from .composing import Shown

Told = Mapping[str, Any]  # the data of a release, as it is printed
SECONDS = 20.0
WAY = "klasse"
CANNOT_SAY = (disclosure.Unproven, disclosure.Unreadable)  # not proven is no
SAYS = {
    "printed": "{cell} vises som {ends}, og det er under grensen.",
    "attack": "{cell} kan regnes ut til {ends}.",
    "lone": "{cell} kan regnes ut til {ends} av en som vet at hun er alene i {by}.",
    "line": "{cell} er alle i tabellen, så tallet forteller noe om hver av dem.",
    "difference": "{cell} blir {ends} når {by} trekkes fra, og det er under grensen.",
    "new": "{cell} kan regnes ut til å være færre enn grensen, av tall som er sett før.",
}


class NotSafe(Exception):
    """No pattern was found that the attack cannot break."""


@dataclass(frozen=True, slots=True)
class Weak:
    """A cell that says too much: where, how closely, and in which way; `by` is the cell that tells it."""

    cell: disclosure.Cell
    interval: disclosure.Interval
    kind: str
    by: disclosure.Cell | None = None

    @property
    def said(self) -> str:
        """For whoever may release it: in the words of the table, not in ours."""
        by = _named(self.by) if self.by else ""
        return SAYS[self.kind].format(cell=_named(self.cell), ends=_ends(self.interval), by=by)


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
    except CANNOT_SAY:
        raise NotSafe from None
    if found.release is None:
        raise NotSafe
    cells = {
        table.name: {key[0]: count for key, count in table.printed().items()}
        for table in found.release.tables
    }
    return Protected(cells, found.bound)


def attack(told: Told, earlier: Iterable[Told]) -> list[Weak]:
    """What somebody with a pencil could reckon of what is printed here and before. Raises NotSafe, unproven."""
    if not told["tables"]:
        return []
    try:
        found = disclosure.audit(as_printed(told), map(as_printed, earlier)).found
    except CANNOT_SAY:
        raise NotSafe from None
    return [Weak(one.cell, one.interval, one.kind, one.by) for one in found]


def few_new(year: int) -> Weak:
    """That few are new is no cell, where nobody was told so: it is two that are."""
    return Weak((str(year), "begun", "begun"), (0, None), "new")


def _named(cell: disclosure.Cell) -> str:
    """«Nye koblinger» (nye) i 2025."""
    year, code, category = cell
    table = BY_CODE[code]
    words = {one.code: one.word for way in table.ways for one in way.classes} | {TOTAL: "i alt"}
    return f"«{table.title}» ({words.get(category, category)}) i {year}"


def _ends(interval: disclosure.Interval) -> str:
    low, high = interval
    if low == high:
        return str(low)
    return f"{low} eller flere" if high is None else f"fra {low} til {high}"


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

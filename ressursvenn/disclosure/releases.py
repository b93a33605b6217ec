"""A release: tables that leave together, and the identities that bind them to each other and to before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .tables import BETWEEN, TOTAL, Count, Key, Table, Unreadable, named

Cell = tuple[str, ...]  # (release, table, *key)

LIMIT_AT_LEAST = 5  # can be raised, never lowered


def told(cell: Cell) -> str:
    """The name of a cell as it is written: 2025/waiting/Nord/*."""
    return BETWEEN.join(cell)


@dataclass(frozen=True)
class Link:
    """An identity that anybody may know to hold: the sum of coefficient × cell is `equals`."""

    coefficients: Mapping[Cell, int]
    equals: int = 0

    def __post_init__(self) -> None:
        if not self.coefficients or type(self.equals) is not int:
            raise Unreadable("a link has cells with their coefficients, and a whole number")
        for cell, coefficient in self.coefficients.items():
            if type(coefficient) is not int or coefficient == 0:
                raise Unreadable(f"the coefficient of {told(cell)} must be a whole number, not 0")


@dataclass(frozen=True)
class Release:
    """What is printed on one day. `limit`: no count of people between nought and this is printed."""

    name: str
    tables: tuple[Table, ...]
    links: tuple[Link, ...] = ()
    limit: int = LIMIT_AT_LEAST

    def __post_init__(self) -> None:
        named(self.name)
        if type(self.limit) is not int or self.limit < LIMIT_AT_LEAST:
            raise Unreadable(f"the limit can only be raised: a whole number from {LIMIT_AT_LEAST}")
        if len({table.name for table in self.tables}) < len(self.tables):
            raise Unreadable(f"{self.name}: two tables have one name")

    def table(self, name: str) -> Table:
        return next(table for table in self.tables if table.name == name)

    def cells(self) -> Iterator[tuple[Cell, Table, Key]]:
        for table in self.tables:
            for key in table.keys:
                yield (self.name, table.name, *key), table, key

    def count(self, cell: Cell) -> Count:
        """What is in the cell, printed or not; None when nobody here knows."""
        return self.table(cell[1]).cells[cell[2:]]

    def as_printed(self) -> Release:
        """As a reader has it: nobody knows what is hidden."""
        return replace(self, tables=tuple(table.as_printed() for table in self.tables))

    def hiding(self, hidden: Iterable[Cell]) -> Release:
        """The same release with these cells hidden, and no others."""
        hidden = set(hidden)
        tables = tuple(
            table.hiding(frozenset(k for k in table.keys if (self.name, table.name, *k) in hidden))
            for table in self.tables
        )
        return replace(self, tables=tables)


def stock_flow(
    end: Cell, start: Cell, came: Iterable[Cell] = (), went: Iterable[Cell] = ()
) -> Link:
    """Who is there at the end were there at the start, or came and did not go."""
    return Link({end: 1, start: -1, **dict.fromkeys(came, -1), **dict.fromkeys(went, 1)}, equals=0)


def summed(total: Cell, parts: Iterable[Cell]) -> Link:
    """A total of cells elsewhere: several years, or finer categories of the same people."""
    return Link({total: 1, **dict.fromkeys(parts, -1)}, equals=0)


def same_people(one: tuple[str, Table], other: tuple[str, Table]) -> Iterator[Link]:
    """Two tables of the same people, (release, table) each: they agree on what they both sort by."""
    (there, first), (here, second) = one, other
    shared = [each for each in first.dimensions if each in second.dimensions]
    for key in Table("shared", tuple(shared), {}).keys:
        sorted_by = dict(zip((each.name for each in shared), key, strict=True))
        yield summed(
            (there, first.name, *_spread(first, sorted_by)),
            [(here, second.name, *_spread(second, sorted_by))],
        )


def coarser(
    fine: tuple[str, Table], coarse: tuple[str, Table], joined: Mapping[str, Mapping[str, str]]
) -> Iterator[Link]:
    """The same people in coarser categories. `joined`: dimension → fine category → coarse one."""
    (there, first), (here, second) = fine, coarse
    groups: dict[Key, list[Cell]] = {key: [] for key in second.inner}
    for key in first.inner:
        sorted_by = {
            each.name: joined.get(each.name, {}).get(part, part)
            for each, part in zip(first.dimensions, key, strict=True)
        }
        groups[_spread(second, sorted_by)].append((there, first.name, *key))
    for key, parts in groups.items():
        yield summed((here, second.name, *key), parts)


def _spread(table: Table, sorted_by: Mapping[str, str]) -> Key:
    return tuple(sorted_by.get(each.name, TOTAL) for each in table.dimensions)

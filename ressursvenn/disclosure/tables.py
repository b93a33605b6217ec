"""A table of counts: its dimensions, its cells, and the sums that follow from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

TOTAL = "*"  # everybody along a dimension
BETWEEN = "/"  # what stands between the parts of a cell's name

Key = tuple[str, ...]  # one category of every dimension, or TOTAL
Count = int | None  # None: hidden, and not even known to whoever asks


class Unreadable(ValueError):
    """What was given is no table of counts. The sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of sorting people. `ordered`: only neighbours may be joined into a coarser category.

    `tells`: being in a category says something about somebody, so that a line with everybody in one
    category must not be printed. A year, or what is measured, tells nothing.
    """

    name: str
    categories: tuple[str, ...]
    ordered: bool = False
    tells: bool = True

    def __post_init__(self) -> None:
        named(self.name, *self.categories)
        if not self.categories or len(set(self.categories)) < len(self.categories):
            raise Unreadable(f"{self.name}: every category must be there once, and one at least")


@dataclass(frozen=True)
class Table:
    """Counts of people. Give the innermost cells, and the sums follow.

    A cell may be left out or None when it was hidden by somebody else and is not known here; give the
    sums that were printed instead. `hidden` are those that are not printed. After construction
    `cells` holds every cell and every sum.
    """

    name: str
    dimensions: tuple[Dimension, ...]
    cells: Mapping[Key, Count]
    hidden: frozenset[Key] = frozenset()

    def __post_init__(self) -> None:
        named(self.name)
        _check(self)
        whole = _whole(self)
        unknown = {key for key, count in whole.items() if count is None}
        object.__setattr__(self, "cells", whole)
        object.__setattr__(self, "hidden", frozenset(self.hidden | unknown))

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every cell and every sum, in one order."""
        return tuple(product(*((*one.categories, TOTAL) for one in self.dimensions)))

    @cached_property
    def inner(self) -> tuple[Key, ...]:
        """The cells that are no sums."""
        return tuple(key for key in self.keys if TOTAL not in key)

    def lines(self) -> Iterator[tuple[Dimension, Key, tuple[Key, ...]]]:
        """Every sum with its parts, along every dimension it is a sum along."""
        for key in self.keys:
            for place, dimension in enumerate(self.dimensions):
                if key[place] == TOTAL:
                    parts = ((*key[:place], one, *key[place + 1 :]) for one in dimension.categories)
                    yield dimension, key, tuple(parts)

    def full_lines(self, cells: Mapping[Key, Count]) -> Iterator[tuple[list[Key], Key]]:
        """Lines that tell where everybody is: the noughts, and the one cell that is not nought."""
        for dimension, _, parts in self.lines():
            left = [part for part in parts if cells[part] != 0]
            if dimension.tells and len(left) == 1 < len(parts):
                yield [part for part in parts if part not in left], left[0]

    def covers(self, key: Key) -> int:
        """How many innermost cells this one sums."""
        sizes = (
            len(one.categories) if part == TOTAL else 1
            for one, part in zip(self.dimensions, key, strict=True)
        )
        whole = 1
        for size in sizes:
            whole *= size
        return whole

    def printed(self) -> dict[Key, Count]:
        """What a reader sees: None where a cell is hidden."""
        return {key: None if key in self.hidden else self.cells[key] for key in self.keys}

    def as_printed(self) -> Table:
        """The table with nothing in it but what is printed."""
        return replace(self, cells=self.printed())

    def hiding(self, hidden: frozenset[Key]) -> Table:
        return replace(self, hidden=hidden)


def named(*names: str) -> None:
    """A name is a word of ours: it stands in the name of a cell, between strokes."""
    for name in names:
        if not isinstance(name, str) or not name or name == TOTAL or BETWEEN in name:
            raise Unreadable(f"{name!r} is no name: not empty, not {TOTAL!r}, and no {BETWEEN!r}")


def _check(table: Table) -> None:
    known = set(table.keys)
    for key in [*table.cells, *table.hidden]:
        if key not in known:
            raise Unreadable(f"{table.name}: there is no cell {BETWEEN.join(map(str, key))}")
    for key, count in table.cells.items():
        if count is not None and (type(count) is not int or count < 0):
            raise Unreadable(f"{table.name}/{BETWEEN.join(key)}: a count is a whole number from 0")


def _whole(table: Table) -> dict[Key, Count]:
    """All cells and sums. A sum that was given must be what its parts come to."""
    whole: dict[Key, Count] = {key: table.cells.get(key) for key in table.keys}
    for key in sorted(table.keys, key=lambda one: one.count(TOTAL)):
        for place, dimension in enumerate(table.dimensions):
            if key[place] != TOTAL:
                continue
            parts = [whole[(*key[:place], one, *key[place + 1 :])] for one in dimension.categories]
            known = [count for count in parts if count is not None]
            if len(known) < len(parts):
                continue
            if whole[key] not in (None, sum(known)):
                where = f"{table.name}/{BETWEEN.join(key)}"
                raise Unreadable(f"{where} is not what its parts come to")
            whole[key] = sum(known)
    return whole

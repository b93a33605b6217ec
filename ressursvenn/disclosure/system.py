"""All cells of all releases, numbered, with every equation that anybody may know to hold among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .releases import Cell, Release, told
from .solving import any_counts
from .tables import Table, Unreadable

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, kw_only=True)
class System:
    """`equations @ counts == 0` holds for the true counts, and for everything an attacker can imagine.

    A link that equals something else than 0 is about a count that is constant: since what is asked is
    how far counts can move, `counts` is one solution (the true one where it is known), and moves from
    it must come to 0 in every equation.
    """

    cells: tuple[Cell, ...]
    number: Mapping[Cell, int]
    equations: Numbers
    counts: Numbers
    known: Marks  # the count is the true one
    hidden: Marks  # not printed
    limits: Numbers
    proposed: Marks  # of the release that has not left yet

    @cached_property
    def parts(self) -> tuple[frozenset[int], ...]:
        """For every cell, those whose people are all in it: by a sum, or a sum of sums."""
        direct: list[set[int]] = [set() for _ in self.cells]
        for row in self.equations:
            for whole, parts in _wholes(row):
                direct[whole].update(parts)
        return tuple(frozenset(_below(one, direct)) for one in range(len(self.cells)))


def lay_out(
    earlier: Sequence[Release], proposed: Release | None = None, *, forget: bool = False
) -> System:
    """Number everything. Raises Unreadable when a link does not hold, or nothing fits what was printed.

    `forget`: what the proposed release hides will not be known, and is not taken to be.
    """
    releases = [*earlier, *([proposed] if proposed else [])]
    if len({release.name for release in releases}) < len(releases):
        raise Unreadable("two releases have one name")
    listed = [(release, *one) for release in releases for one in release.cells()]
    cells = tuple(cell for _, cell, _, _ in listed)
    number = {cell: place for place, cell in enumerate(cells)}
    rows = list(_equations(releases, number))
    equations = np.array([row for row, _ in rows], dtype=np.int64).reshape(len(rows), len(cells))
    equals = np.array([equals for _, equals in rows], dtype=np.int64)
    found = [table.cells[key] for _, _, table, key in listed]
    known = np.array([count is not None for count in found], dtype=bool)
    counts = np.array([count or 0 for count in found], dtype=np.int64)
    new = np.array([release is proposed for release, _, _, _ in listed], dtype=bool)
    return System(
        cells=cells,
        number=number,
        equations=equations,
        counts=_filled(equations, equals, counts, known),
        known=known & ~(new & forget),
        hidden=np.array([key in table.hidden for _, _, table, key in listed], dtype=bool),
        limits=np.array([release.limit for release, _, _, _ in listed], dtype=np.int64),
        proposed=new,
    )


def _equations(
    releases: Iterable[Release], number: Mapping[Cell, int]
) -> Iterator[tuple[Numbers, int]]:
    """A row per sum and per link."""
    for release in releases:
        for table in release.tables:
            yield from ((row, 0) for row in _sums(release.name, table, number))
        for link in release.links:
            row = np.zeros(len(number), dtype=np.int64)
            for cell, coefficient in link.coefficients.items():
                if cell not in number:
                    raise Unreadable(f"a link of {release.name} names no cell: {told(cell)}")
                row[number[cell]] = coefficient
            yield row, link.equals


def _sums(release: str, table: Table, number: Mapping[Cell, int]) -> Iterator[Numbers]:
    for _, key, parts in table.lines():
        row = np.zeros(len(number), dtype=np.int64)
        row[[number[release, table.name, *part] for part in parts]] = 1
        row[number[release, table.name, *key]] = -1
        yield row


def _filled(equations: Numbers, equals: Numbers, counts: Numbers, known: Marks) -> Numbers:
    """The known counts, and for the others any that fit them."""
    left = equals - equations @ np.where(known, counts, 0)
    if not known.all():
        filling = any_counts(equations[:, ~known], left)
        if filling is None:
            raise Unreadable("no whole numbers from 0 fit what is printed and the links")
        counts = counts.copy()
        counts[~known] = filling
    elif left.any():
        raise Unreadable(_broken(int(np.flatnonzero(left)[0])))
    return counts


def _broken(row: int) -> str:
    return f"equation {row + 1} does not hold for the counts that were given: look at the links"


def _wholes(row: Numbers) -> Iterator[tuple[int, list[int]]]:
    """If the row says that one cell is the sum of others: which, and of which."""
    plus, minus = np.flatnonzero(row > 0), np.flatnonzero(row < 0)
    if set(row[row != 0].tolist()) <= {1, -1}:
        if len(plus) == 1 and len(minus):
            yield int(plus[0]), minus.tolist()
        if len(minus) == 1 and len(plus):
            yield int(minus[0]), plus.tolist()


def _below(whole: int, direct: Sequence[set[int]]) -> set[int]:
    reached: set[int] = set()
    waiting = [whole]
    while waiting:
        for part in direct[waiting.pop()] - reached:
            reached.add(part)
            waiting.append(part)
    return reached - {whole}

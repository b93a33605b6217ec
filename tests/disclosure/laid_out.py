"""Tables and releases for these tests, in few words."""

from __future__ import annotations

import random

from ressursvenn.disclosure import Dimension, Release, Table


def grid(rows: str, columns: str, counts, *, name="t", hidden=(), tells=False, ordered=False):
    """A table of two dimensions: one letter for each category, rows of counts (None: not known)."""
    dimensions = (
        Dimension("row", tuple(rows), ordered, tells),
        Dimension("column", tuple(columns), ordered, tells),
    )
    cells = {
        (row, column): count
        for row, line in zip(rows, counts, strict=True)
        for column, count in zip(columns, line, strict=True)
    }
    return Table(name, dimensions, cells, frozenset(tuple(key) for key in hidden))


def line(categories: str, counts, *, name="t", hidden=(), tells=False):
    """A table of one dimension."""
    cells = {(one,): count for one, count in zip(categories, counts, strict=True)}
    dimension = Dimension("kind", tuple(categories), tells=tells)
    return Table(name, (dimension,), cells, frozenset((key,) for key in hidden))


def number(name: str, count: int | None, *, hidden=False):
    """A table without dimensions: everybody."""
    return Table(name, (), {(): count}, frozenset([()]) if hidden else frozenset())


def released(*tables, name="2025", links=(), limit=5):
    return Release(name, tables, tuple(links), limit)


def drawn(rows: int, columns: int, people: int, seed: int) -> Table:
    """People spread over a table unevenly, as regions and ages are."""
    dice = random.Random(seed)
    shares = [(1 + place % columns) * dice.choice((1, 2, 4, 7)) for place in range(rows * columns)]
    counts = [0] * (rows * columns)
    for place in dice.choices(range(rows * columns), shares, k=people):
        counts[place] += 1
    lines = [counts[start : start + columns] for start in range(0, len(counts), columns)]
    return grid("ABCDEFG"[:rows], "uvwxyz"[:columns], lines)

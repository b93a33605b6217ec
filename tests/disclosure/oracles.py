"""Slow and independent answers: every table of counts that prints the same numbers, written down.

Knows no solver, no equations and no moves: it fills the hidden cells in every way there is, adds up, and
looks at what would have been printed.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from ressursvenn.disclosure import TOTAL, Release, Table

Known = dict[tuple[str, ...], int]


def worlds(table: Table, known: Known, most: int) -> np.ndarray:
    """All tables that look like this one to somebody who also knows `known`: a row each, in order of keys.

    No innermost cell is above `most`.
    """
    seen = {key: count for key, count in table.printed().items() if count is not None} | known
    choices = [[seen[key]] if key in seen else range(most + 1) for key in table.inner]
    filled = np.stack(np.meshgrid(*choices, indexing="ij"), axis=-1).reshape(-1, len(table.inner))
    added = filled @ np.array([[_covers(key, one) for key in table.keys] for one in table.inner])
    told = [place for place, key in enumerate(table.keys) if key in seen]
    same = (added[:, told] == [seen[table.keys[place]] for place in told]).all(axis=1)
    return added[same]


def intervals(table: Table, known: Known | None = None, most: int = 0) -> dict:
    """The smallest and the largest value of every hidden cell, over all those tables."""
    known = known or {}
    found = worlds(table, known, most or max(table.cells.values()))
    return {
        key: (int(found[:, place].min()), int(found[:, place].max()))
        for place, key in enumerate(table.keys)
        if key in table.hidden and key not in known
    }


def is_safe(table: Table, limit: int = 5, most: int = 0) -> bool:
    """By counting alone: nothing small is printed, and nobody, alone or not, knows too much."""
    printed = table.printed().values()
    if any(count is not None and 0 < count < limit for count in printed):
        return False
    views = [({}, [])]
    for key in table.inner:
        if key in table.hidden and table.cells[key] == 1:
            above = [one for one in table.hidden if table.cells[one] == 1 and _holds(one, key)]
            views.append((dict.fromkeys([key, *above], 1), above))
    return all(
        high - low >= limit or any(_holds(one, cell) for one in above)
        for known, above in views
        for cell, (low, high) in intervals(table, known, most).items()
    )


def smallest(release: Release, most: int) -> int | None:
    """The least loss of any safe pattern, by trying every pattern. None: no pattern is safe."""
    (table,) = release.tables
    small = {key for key in table.keys if 0 < table.cells[key] < release.limit}
    others = [key for key in table.keys if key not in small]
    patterns = sorted(
        (
            (sum(table.covers(key) for key in {*small, *more}), small | set(more))
            for size in range(len(others) + 1)
            for more in combinations(others, size)
        ),
        key=lambda one: one[0],
    )
    safe = (
        loss
        for loss, chosen in patterns
        if is_safe(table.hiding(frozenset(chosen)), release.limit, most)
    )
    return next(safe, None)


def _covers(key, inner) -> bool:
    return all(part in (TOTAL, one) for part, one in zip(key, inner, strict=True))


def _holds(whole, part) -> bool:
    return whole != part and _covers(whole, part)

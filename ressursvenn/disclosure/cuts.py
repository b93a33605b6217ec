"""Why a pattern is not enough: an inequality that every safe pattern keeps and this one breaks.

A *capacity* cut is proven in whole numbers. Take any prices for the equations, rounded; what a cell is
then worth bounds how far the asked cell can move, whatever is hidden: cells that are printed move not at
all, a cell that is hidden can sink to nought and rise without end. (Linear programming duality, and the
protection-level inequalities of Fischetti and Salazar: docs/disclosure.md.) The solver only guesses the
prices; a bad guess gives a weak cut and never a false one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .attack import Attack
from .moves import View
from .solving import Numbers, Region
from .system import Marks, System

SCALE = 12  # prices are rounded to twelfths
ENDLESS = 2**40


@dataclass(frozen=True, eq=False)
class Cut:
    """`weights @ x >= least` for every safe pattern x (1: hidden), if `only_if` is hidden at all."""

    weights: Numbers
    least: int
    only_if: int | None = None

    def kept_by(self, hidden: Marks) -> bool:
        asked = self.only_if is None or hidden[self.only_if]
        return not asked or int(self.weights @ hidden) >= self.least

    @property
    def name(self) -> bytes:
        return self.weights.tobytes() + repr((self.least, self.only_if)).encode()


@dataclass(frozen=True, eq=False)
class Weak:
    """A cell that is narrower than `wide` in somebody's view."""

    cell: int
    view: View
    wide: int


def capacity(system: System, weak: Weak, always: Marks, may_hide: Marks) -> Cut | None:
    """The cut by prices, or None when prices say nothing against the cell.

    `always` are hidden in every pattern, `may_hide` can be; what is in neither never moves.
    """
    worth = _worth(system, weak)
    if worth is None:
        return None
    constant, weights = worth
    known = ~weak.view.free & weak.view.hers
    weights = np.where(known | ~(always | may_hide), 0, weights)
    certain = always.copy()
    certain[weak.cell] = True  # the cut is about patterns that hide it
    least = weak.wide * SCALE - constant - int(weights[certain].sum())
    if least <= 0:
        return None
    weights = np.where(certain, 0, np.minimum(weights, least))
    return Cut(weights, least, None if always[weak.cell] else weak.cell)


def _worth(system: System, weak: Weak) -> tuple[int, Numbers] | None:
    """A constant, and for every cell how much hiding it can add to the width; in units of 1/SCALE."""
    seen, members = weak.view, weak.view.members(weak.cell)
    rows = seen.bound(weak.cell, system.equations)
    region = Region(rows[:, members], -(rows @ seen.seen_as), -system.counts[members])
    constant, weights = 0, np.zeros(len(system.cells), dtype=np.int64)
    for sign in (1, -1):
        prices = region.prices(int(np.searchsorted(members, weak.cell)), sign)
        if prices is None:
            return None
        left = -(np.rint(prices * SCALE).astype(np.int64) @ rows)
        left[weak.cell] -= sign * SCALE
        constant -= int(left @ seen.seen_as)
        weights += np.where(left > 0, left * system.counts, np.where(left < 0, ENDLESS, 0))
    return constant, weights


def no_good(attack: Attack, weak: Weak, hidden: Marks, always: Marks, may_hide: Marks) -> Cut:
    """One more of the others must be hidden; of as few others as can be shown."""
    others = may_hide & ~hidden & ~weak.view.hers
    more = hidden.copy()
    for cell in np.flatnonzero(others).tolist():
        more[cell] = True
        seen = attack.view(more, weak.view.knowledge())
        more[cell] = bool(attack.narrow(seen, [weak.cell], _only(weak, len(hidden))))
    left = others & ~more
    return Cut(left.astype(np.int64), 1, None if always[weak.cell] else weak.cell)


def _only(weak: Weak, size: int) -> Numbers:
    return np.full(size, weak.wide, dtype=np.int64)

"""The one place where a solver is asked. What it answers is rounded and tried in whole numbers.

An upper bound comes from a linear programme when its best point happens to be whole, and otherwise from
an integer programme. A linear programme alone is never taken to show that a cell can move: only a point
in whole numbers that fits every equation is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

Numbers = NDArray[np.int64]
SECONDS = (
    20.0  # for one question; one that takes longer is not proven, and what is not proven is no
)
NEARLY = 1e-6
NOTHING, ENDLESS = 2, (3, 4)  # SciPy's words for: nothing fits; there is no end, or one cannot say
LONG_WAY = 100_000  # steps; nobody counts so many of us
LARGEST = 2**40  # counts beyond this could round in the solver


class Unproven(Exception):
    """The solver gave no answer that could be proved. Nothing may be cleared on it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a cell can move: `far` steps, by `move`. `ended`: no further, which was proven.

    `far` is None when there is no end to it.
    """

    far: int | None
    move: Numbers
    ended: bool


@dataclass(slots=True, eq=False)
class Region:
    """Moves that fit: `equations @ move == equals`, and no count below 0 (`lowest` ≤ move)."""

    equations: Numbers
    equals: Numbers
    lowest: Numbers

    def fits(self, move: Numbers) -> bool:
        """Tried in whole numbers, without the solver."""
        sums = self.equations @ move
        return bool((sums == self.equals).all() and (move >= self.lowest).all())

    def furthest(self, cell: int, sign: int, stop: float = np.inf) -> Reach | None:
        """The longest move of a cell upwards (sign 1) or downwards (−1), no further than `stop`.

        None when nothing fits at all.
        """
        for whole in (False, True):
            answer = self._ask(cell, sign, stop, whole)
            if answer.status == NOTHING:
                return None
            if answer.status in ENDLESS and answer.x is None and np.isinf(stop):
                return self._endless(cell, sign)
            reach = self._read(answer, cell, sign, whole)
            if reach and (whole or reach.ended):
                return reach
        raise Unproven(f"the solver stopped: {answer.message}")

    def _ask(self, cell: int, sign: int, stop: float, whole: bool) -> Any:
        size = len(self.lowest)
        aim, highest = np.zeros(size), np.full(size, np.inf)
        aim[cell] = -sign
        lowest = self.lowest.astype(float)
        if sign > 0:
            highest[cell] = stop
        else:
            lowest[cell] = max(lowest[cell], -stop)
        return milp(
            aim,
            integrality=np.full(size, int(whole)),
            bounds=Bounds(lowest, highest),
            constraints=LinearConstraint(csr_array(self.equations), self.equals, self.equals),
            options={"time_limit": SECONDS, "mip_rel_gap": 0},
        )

    def _read(self, answer: Any, cell: int, sign: int, whole: bool) -> Reach | None:
        """A whole move out of the solver's answer; `ended` when the solver's own bound says so too."""
        if answer.x is None or np.abs(answer.x).max(initial=0) > LARGEST:
            return None
        move = np.rint(answer.x).astype(np.int64)
        if not self.fits(move):
            return None
        far = sign * int(move[cell])
        bound = answer.mip_dual_bound if whole else answer.fun
        return Reach(far, move, ended=far >= np.floor(-bound + NEARLY))

    def _endless(self, cell: int, sign: int) -> Reach | None:
        """No end for fractions is no end for whole numbers, if a whole move as long as this one fits."""
        near = self.furthest(cell, sign, stop=float(LONG_WAY))
        if near is None or near.far is None or near.far < LONG_WAY:
            return near
        return Reach(None, near.move, ended=True)

    def prices(self, cell: int, sign: int) -> NDArray[np.float64] | None:
        """What one more in each equation would add to the longest move; None when there is no end."""
        aim = np.zeros(len(self.lowest))
        aim[cell] = -sign
        ends = [(low, None) for low in self.lowest.tolist()]
        answer = linprog(aim, A_eq=csr_array(self.equations), b_eq=self.equals, bounds=ends)
        return None if answer.status else np.asarray(answer.eqlin.marginals)


def any_counts(equations: Numbers, equals: Numbers) -> Numbers | None:
    """Whole numbers from 0 that fit, or None when there are none."""
    size = equations.shape[1]
    region = Region(equations, equals, np.zeros(size, dtype=np.int64))
    answer = milp(
        np.ones(size),
        integrality=np.ones(size),
        bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(csr_array(equations), equals, equals),
        options={"time_limit": SECONDS},
    )
    if answer.x is None:
        if answer.status == NOTHING:
            return None
        raise Unproven(f"the solver stopped: {answer.message}")
    counts: Numbers = np.rint(answer.x).astype(np.int64)
    if not region.fits(counts):
        raise Unproven("the solver's counts do not fit when they are tried")
    return counts

"""The cheapest pattern that keeps every inequality known so far: a mixed-integer programme, and its bound."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from .cuts import Cut
from .releases import Release
from .solving import NEARLY, NOTHING, Numbers, Unproven
from .system import Marks, System

Costs = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cheapest:
    """`pattern` is None when no pattern keeps the inequalities. `bound`: no pattern that does loses less."""

    pattern: Marks | None
    bound: int


def losses(system: System, proposed: Release) -> tuple[Numbers, Costs]:
    """What hiding each cell loses: one, and for a sum as many as the cells it sums.

    Among patterns that lose the same, the one that hides the smaller counts is cheaper, by less than
    any cell could add.
    """
    weights = np.zeros(len(system.cells), dtype=np.int64)
    for cell, table, key in proposed.cells():
        weights[system.number[cell]] = table.covers(key)
    counts = np.where(system.proposed, system.counts, 0)
    return weights, weights + counts / (1.0 + 2.0 * counts.sum())


def cheapest(
    costs: Costs,
    weights: Numbers,
    always: Marks,
    may_hide: Marks,
    cuts: Collection[Cut],
    seconds: float,
) -> Cheapest:
    """Over `may_hide`; `always` are in every pattern. Their loss is in the bound, where it counts at all."""
    places = np.flatnonzero(may_hide)
    certain = float(costs[always].sum())
    if not len(places):
        kept = all(cut.kept_by(always) for cut in cuts)
        return Cheapest(always.copy() if kept else None, int(weights[always].sum()))
    answer = milp(
        costs[places],
        integrality=np.ones(len(places)),
        bounds=Bounds(0, 1),
        constraints=_rows(cuts, places, len(costs)),
        options={"time_limit": seconds, "mip_rel_gap": 0},
    )
    if answer.status == NOTHING:
        return Cheapest(None, int(weights[always | may_hide].sum()))
    if answer.x is None:
        raise Unproven(f"no pattern was found in time: {answer.message}")
    pattern = always.copy()
    pattern[places] = answer.x > 0.5
    return Cheapest(pattern, int(np.floor(certain + answer.mip_dual_bound + NEARLY)))


def _rows(cuts: Collection[Cut], places: Numbers, size: int) -> list[LinearConstraint]:
    """Each cut as a row; one that holds only if a cell is hidden asks nothing when it is not."""
    if not cuts:
        return []
    rows = np.zeros((len(cuts), size))
    least = np.zeros(len(cuts))
    for row, cut in enumerate(cuts):
        rows[row] = cut.weights
        if cut.only_if is None:
            least[row] = cut.least
        else:
            rows[row, cut.only_if] = -cut.least
    scale = np.abs(rows).max(axis=1, initial=1)
    return [LinearConstraint(rows[:, places] / scale[:, None], lb=least / scale)]

"""The plan: as many as can be, those who have waited longest, and then the best fit. In that order.

    objective = [paired, bands, fit], all whole numbers, compared from the left

A couple's weight is (1 + months waited) · scale + fit, where scale is more than all fit together.
The heaviest plan is the best plan: the sets of participants that can be paired together form a
transversal matroid, so a set of the greatest (1 + months) is also a set of the most people
(docs/matching.md has the proof).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .facts import Reference
from .proof import NOBODY, Proof, prove
from .table import Couple, Numbers, Table, lay_out
from .ties import settle

EXACT_BELOW = 2**53  # every whole number up to here has a float of its own


class Objective(NamedTuple):
    """What a plan is worth. Compared from the left; never shown as a score of anybody."""

    paired: int
    bands: int
    fit: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Plan:
    """Pairs and those left out, both with the one who has waited longest first; and the proof."""

    pairs: tuple[Couple, ...]
    left_out: tuple[Reference, ...]
    objective: Objective
    proof: Proof


def assign(
    couples: Iterable[Couple],
    places: Mapping[Reference, int],
    waiting: Mapping[Reference, int],
) -> Plan:
    """The best plan, proved. The same facts give the same plan in whatever order they come."""
    table = lay_out(couples, places, waiting)
    weights = weigh(table)
    found = heaviest(table, weights)
    settled = settle(table, weights, found, prove(table, weights, found))
    return _told(table, settled, prove(table, weights, settled))


def weigh(table: Table) -> Numbers:
    """One whole number for each couple, so that the heaviest plan is the best plan."""
    scale = 1 + len(table.participants) * int(table.fit.max(initial=0))
    return (1 + table.bands[table.who]) * scale + table.fit


def heaviest(table: Table, weights: Numbers) -> Numbers:
    """The row each participant is given in one heaviest plan, or NOBODY.

    Everybody also has a column of their own that stands for going without, so that a full
    assignment always exists. The solver counts in floats: refused where they could round.
    """
    # Half a second to load, and most pages make no plan.
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    row, column, seats = _seats(table)
    own = np.arange(len(table.participants))
    dearest = int(weights.max(initial=0)) + 1
    if 2 * len(own) * dearest >= EXACT_BELOW:
        raise ValueError("too many people, or too long waits, for this solver to count exactly")
    cost = np.concatenate([dearest - weights[row], np.full(len(own), dearest)])
    who, where = np.concatenate([table.who[row], own]), np.concatenate([column, seats + own])
    grid = csr_array((cost.astype(float), (who, where)), shape=(len(own), seats + len(own)))
    given = min_weight_full_bipartite_matching(grid)[1] if len(own) else own
    return _rows(table, given, row, column)


def _seats(table: Table) -> tuple[Numbers, Numbers, int]:
    """Each couple once for every place it could take: its row, its column; and all columns."""
    asked_for = np.bincount(table.whom, minlength=len(table.places))
    open_places = np.minimum(table.places, asked_for)
    first = np.concatenate([[0], np.cumsum(open_places)]).astype(np.int64)
    copies = open_places[table.whom]
    row = np.repeat(np.arange(len(table.who)), copies)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(copies) - copies, copies)
    return row, first[table.whom[row]] + nth, int(first[-1])


def _rows(table: Table, given: Numbers, row: Numbers, column: Numbers) -> Numbers:
    """From columns back to couples."""
    chosen = np.full(len(table.participants), NOBODY, dtype=np.int64)
    taken = given[table.who[row]] == column
    chosen[table.who[row[taken]]] = row[taken]
    return chosen


def _told(table: Table, chosen: Numbers, proof: Proof) -> Plan:
    rows = chosen[chosen != NOBODY]
    without = np.flatnonzero(chosen == NOBODY)
    bands, fit = table.bands[table.who[rows]].sum(), table.fit[rows].sum()
    return Plan(
        pairs=tuple(table.couples[row] for row in rows),
        left_out=tuple(table.participants[number] for number in without),
        objective=Objective(len(rows), int(bands), int(fit)),
        proof=proof,
    )

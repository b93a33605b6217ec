"""Is this the best plan? Proved in whole numbers, without trusting whoever found it.

Give every volunteer's place a price and every participant a share, none below zero, such that for
every couple share + price is at least the couple's weight. Then no plan can weigh more than all
shares and the prices of all places together. A plan that weighs exactly that is the best there is.
(Linear programming duality; for pairs, Egerváry 1931.) No proof, no plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .table import Numbers, Table

NOBODY = -1


class Unproven(Exception):
    """The plan is not the best, or is no plan. It must not be shown to anybody."""


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """`prices` say what one more place with a volunteer would add, `shares` what is left over."""

    shares: Numbers
    prices: Numbers


def prove(table: Table, weights: Numbers, chosen: Numbers) -> Proof:
    """The proof that no plan weighs more than `chosen`, the row each participant is given."""
    _check_plan(table, chosen)
    proof = _lowest_prices(table, weights, chosen)
    _check_proof(table, weights, chosen, proof)
    return proof


def _lowest_prices(table: Table, weights: Numbers, chosen: Numbers) -> Proof:
    """Raise prices from nothing until no couple would rather pay than stay as it is.

    In the best plan a price rises at most along a chain that meets no volunteer twice; prices
    that go on rising have found a better plan.
    """
    prices = np.zeros(len(table.volunteers), dtype=np.int64)
    for _ in range(len(prices) + 1):
        shares = _shares(table, weights, chosen, prices)
        raised = prices.copy()
        np.maximum.at(raised, table.whom, weights - shares[table.who])
        if np.array_equal(raised, prices):
            return Proof(shares, prices)
        prices = raised
    raise Unproven("prices go on rising, so there is a better plan")


def _shares(table: Table, weights: Numbers, chosen: Numbers, prices: Numbers) -> Numbers:
    """What is left of each one's own couple when the place is paid; nothing for who has nobody."""
    shares = np.zeros(len(table.participants), dtype=np.int64)
    rows = chosen[chosen != NOBODY]
    shares[table.who[rows]] = weights[rows] - prices[table.whom[rows]]
    return shares


def _check_plan(table: Table, chosen: Numbers) -> None:
    """Every row is the participant's own, and no volunteer is given more than there are places."""
    paired = np.flatnonzero(chosen != NOBODY)
    rows = chosen[paired]
    if len(chosen) != len(table.participants) or not np.isin(rows, np.arange(len(table.who))).all():
        raise Unproven("the plan holds a couple that may not meet")
    if not np.array_equal(table.who[rows], paired):
        raise Unproven("the plan gives a participant somebody else's couple")
    if (np.bincount(table.whom[rows], minlength=len(table.places)) > table.places).any():
        raise Unproven("the plan gives a volunteer more than there are places")


def _check_proof(table: Table, weights: Numbers, chosen: Numbers, proof: Proof) -> None:
    if min(proof.shares.min(initial=0), proof.prices.min(initial=0)) < 0:
        raise Unproven("a share or a price is below zero")
    if (proof.shares[table.who] + proof.prices[table.whom] < weights).any():
        raise Unproven("a couple weighs more than its share and price")
    paid = [*proof.shares.tolist(), *(proof.prices * table.places).tolist()]
    if sum(weights[chosen[chosen != NOBODY]].tolist()) != sum(paid):
        raise Unproven("the plan weighs less than could be")

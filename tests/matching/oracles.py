"""Two slow and independent answers to the same question: try everything, and a linear program.

Neither knows weights, matroids or proofs: they compare [paired, bands, fit] from the left.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from ressursvenn.matching.assign import Objective
from ressursvenn.matching.table import Couple

Pairs = dict[str, str]


def try_everything(
    couples: list[Couple], places: dict[str, int], waiting: dict[str, int]
) -> tuple[Objective, Pairs]:
    """The best objective, and the one plan the written rule of ties names."""
    fits = {(one.participant, one.volunteer): one.fit for one in couples}
    people = sorted(
        {one for one, _ in fits} | set(waiting), key=lambda one: (-waiting.get(one, 0), one)
    )
    options = [_options(one, fits) for one in people]
    plans = (plan for plan in product(*options) if _has_room(plan, places))

    def rank(plan):
        turns = [own.index(whom) for whom, own in zip(plan, options, strict=True)]
        return _objective(people, plan, fits, waiting), [-turn for turn in turns]

    best = max(plans, key=rank)
    pairs = {who: whom for who, whom in zip(people, best, strict=True) if whom}
    return _objective(people, best, fits, waiting), pairs


def _options(who: str, fits: dict[tuple[str, str], int]) -> list[str | None]:
    """Best fit first, then by reference; nobody last."""
    own = [(-fit, whom) for (one, whom), fit in fits.items() if one == who]
    return [*[whom for _, whom in sorted(own)], None]


def _has_room(plan: tuple[str | None, ...], places: dict[str, int]) -> bool:
    return all(plan.count(whom) <= number for whom, number in places.items())


def _objective(people, plan, fits, waiting) -> Objective:
    paired = [(who, whom) for who, whom in zip(people, plan, strict=True) if whom]
    return Objective(
        len(paired),
        sum(waiting.get(who, 0) for who, _ in paired),
        sum(fits[couple] for couple in paired),
    )


def linear_program(
    couples: list[Couple], places: dict[str, int], waiting: dict[str, int]
) -> Objective:
    """HiGHS, one aim after the other: each aim reached is a condition of the next."""
    if not couples:
        return Objective(0, 0, 0)
    aims = np.array(
        [[1, waiting.get(one.participant, 0), one.fit] for one in couples], dtype=float
    ).T
    kept = [_at_most_one_each(couples), _at_most_the_places(couples, places)]
    reached = []
    for aim in aims:
        best = milp(-aim, integrality=np.ones(len(couples)), bounds=Bounds(0, 1), constraints=kept)
        assert best.success
        reached.append(round(-best.fun))
        kept.append(LinearConstraint(aim, lb=reached[-1] - 0.5))
    return Objective(*reached)


def _at_most_one_each(couples: list[Couple]) -> LinearConstraint:
    people = sorted({one.participant for one in couples})
    held = [[one.participant == who for one in couples] for who in people]
    return LinearConstraint(np.array(held, dtype=float), ub=np.ones(len(people)))


def _at_most_the_places(couples: list[Couple], places: dict[str, int]) -> LinearConstraint:
    people = sorted(places)
    held = [[one.volunteer == who for one in couples] for who in people]
    return LinearConstraint(np.array(held, dtype=float), ub=[places[who] for who in people])

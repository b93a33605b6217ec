"""The plan against two slow oracles, its order of aims, its written rule of ties, its refusals."""

import os
import random
from importlib import import_module
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.matching import proof
from ressursvenn.matching.assign import Objective, assign
from ressursvenn.matching.proof import NOBODY, Unproven, prove
from ressursvenn.matching.table import Couple, lay_out
from ressursvenn.matching.ties import settle

from .oracles import linear_program, try_everything

FULL = os.environ.get("RESSURSVENN_FULL") == "1"
REPEATS = 200 if FULL else 20
INSTANCES = 200  # against the independent solver: always all of them, in four seconds

the_engine = import_module("ressursvenn.matching.assign")


def grid(rows, places, months):
    """A question: rows of fits where None is a refused couple, which is absent."""
    couples = [
        Couple(participant=f"p{p}", volunteer=f"v{v}", fit=fit)
        for p, row in enumerate(rows)
        for v, fit in enumerate(row)
        if fit is not None
    ]
    return (
        couples,
        {f"v{v}": number for v, number in enumerate(places)},
        {f"p{p}": number for p, number in enumerate(months)},
    )


def pairs(plan):
    return {pair.participant: pair.volunteer for pair in plan.pairs}


def answer(question):
    plan = assign(*question)
    return plan.objective, pairs(plan)


# Every small grid


def all_grids(height, width, fits, places, months):
    for cells in product(fits, repeat=height * width):
        rows = [cells[width * p : width * (p + 1)] for p in range(height)]
        for some_places in product(places, repeat=width):
            for some_months in product(months, repeat=height):
                yield grid(rows, some_places, some_months)


SMALL = [
    (1, 1, [None, 0, 1], [0, 1, 2], [0, 1]),
    (1, 3, [None, 0, 1], [0, 1, 2], [0, 1]),
    (3, 1, [None, 0, 1], [0, 1, 2], [0, 1]),
    (2, 2, [None, 0, 1], [0, 1, 2], [0, 1]),
    (3, 2, [None, 0], [0, 1, 2], [0, 1]),
    (2, 3, [None, 0], [0, 1, 2], [0, 1]),
]
SMALL_TOO = [
    (2, 2, [None, 0, 1, 2], [0, 1, 2], [0, 1, 2]),
    (3, 2, [None, 0, 1], [1, 2], [0, 1]),
    (2, 3, [None, 0, 1], [0, 1], [0, 1]),
    (3, 3, [None, 0], [1, 2], [0, 1]),
]


@pytest.mark.parametrize("shape", [*SMALL, *(SMALL_TOO if FULL else [])], ids=str)
def test_on_every_small_grid_no_plan_is_better_and_ties_go_by_the_rule(shape):
    for question in all_grids(*shape):
        assert answer(question) == try_everything(*question)


questions = st.tuples(st.integers(0, 4), st.integers(0, 4)).flatmap(
    lambda shape: st.builds(
        grid,
        st.lists(
            st.lists(st.none() | st.integers(0, 3), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        ),
        st.lists(st.integers(0, 2), min_size=shape[1], max_size=shape[1]),
        st.lists(st.integers(0, 3), min_size=shape[0], max_size=shape[0]),
    )
)


@settings(max_examples=2000 if FULL else 200, deadline=None)
@given(questions)
def test_no_plan_is_better_and_ties_go_by_the_rule(question):
    assert answer(question) == try_everything(*question)


@pytest.mark.parametrize("seed", range(REPEATS))
def test_the_order_everything_arrives_in_changes_nothing(seed):
    couples, places, waiting = a_town(seed)
    shuffled = random.Random(seed).sample(couples, len(couples))
    turned = dict(reversed(places.items())), dict(reversed(waiting.items()))

    first, second = assign(couples, places, waiting), assign(shuffled, *turned)

    assert (first.pairs, first.left_out) == (second.pairs, second.left_out)
    assert first.proof.prices.tolist() == second.proof.prices.tolist()


def test_with_all_alike_every_order_gives_the_same_plan():
    couples, places, waiting = grid([[4, 4], [4, 4]], [1, 1], [0, 0])
    orders = list(permutations(couples))

    assert {assign(order, places, waiting).pairs for order in orders} == {(couples[0], couples[3])}


@settings(max_examples=100, deadline=None)
@given(questions)
def test_nobody_is_passed_over_for_someone_who_has_waited_shorter(question):
    couples, places, waiting = question
    plan = assign(*question)

    could = {(one.participant, one.volunteer) for one in couples if places[one.volunteer]}
    passed_by = [
        (waiting[who], waiting[pair.participant])
        for who in plan.left_out
        for pair in plan.pairs
        if (who, pair.volunteer) in could
    ]

    assert all(own <= other for own, other in passed_by)


# Whatever the solver found


def plans_of(table):
    """Every plan there is room for, as the row each participant is given."""
    rows = [
        [*np.flatnonzero(table.who == p).tolist(), NOBODY] for p in range(len(table.participants))
    ]
    for plan in product(*rows):
        chosen = np.array(plan, dtype=np.int64)
        given_to = np.bincount(table.whom[chosen[chosen != NOBODY]], minlength=len(table.places))
        if (given_to <= table.places).all():
            yield chosen


def weight_of(weights, chosen):
    return int(weights[chosen[chosen != NOBODY]].sum())


@pytest.mark.parametrize("shape", [(2, 2, [0, 1]), (2, 3, [0]), (3, 2, [0])], ids=str)
def test_every_best_plan_is_proved_and_settles_as_the_same_one(shape):
    height, width, fits = shape
    for question in all_grids(height, width, [None, *fits], [0, 1, 2], [0]):
        table = lay_out(*question)
        weights = the_engine.weigh(table)
        named = assign(*question)
        for chosen in best_plans(table, weights):
            settled = settle(table, weights, chosen, prove(table, weights, chosen))
            assert tuple(table.couples[row] for row in settled if row != NOBODY) == named.pairs


def best_plans(table, weights):
    plans = list(plans_of(table))
    best = max(weight_of(weights, chosen) for chosen in plans)
    return [chosen for chosen in plans if weight_of(weights, chosen) == best]


def test_no_plan_but_the_best_is_ever_proved():
    for question in all_grids(2, 2, [None, 0, 1], [0, 1, 2], [0, 1]):
        table = lay_out(*question)
        weights = the_engine.weigh(table)
        best = max(weight_of(weights, chosen) for chosen in plans_of(table))
        for chosen in plans_of(table):
            if weight_of(weights, chosen) < best:
                with pytest.raises(Unproven):
                    prove(table, weights, chosen)


# Against an independent exact solver


def a_town(seed):
    """A made-up town of some shape: scarce or plenty, sparse or dense, tied or not."""
    luck = random.Random(seed)
    participants, volunteers = luck.randint(1, 30), luck.randint(1, 30)
    chance, widest = luck.choice([0.05, 0.2, 0.6, 1]), luck.choice([0, 3, 120, 1000])
    rows = [
        [luck.randint(0, widest) if luck.random() < chance else None for _ in range(volunteers)]
        for _ in range(participants)
    ]
    places = [luck.randint(0, luck.choice([1, 2, 3])) for _ in range(volunteers)]
    return grid(rows, places, [luck.randint(0, 24) for _ in range(participants)])


@pytest.mark.parametrize("seed", range(INSTANCES))
def test_an_independent_exact_solver_finds_no_better_plan(seed):
    question = a_town(seed)

    assert assign(*question).objective == linear_program(*question)


@pytest.mark.parametrize("seed", range(REPEATS))
def test_volunteers_are_given_no_more_than_their_places_and_everybody_is_somewhere(seed):
    couples, places, waiting = a_town(seed)

    plan = assign(couples, places, waiting)

    given_to = [pair.volunteer for pair in plan.pairs]
    assert all(given_to.count(volunteer) <= number for volunteer, number in places.items())
    assert sorted([*pairs(plan), *plan.left_out]) == sorted(waiting)
    assert set(plan.pairs) <= set(couples)


def test_the_two_oracles_agree():
    for question in all_grids(2, 2, [None, 0], [0, 1], [0, 3]):
        assert linear_program(*question) == try_everything(*question)[0]


# Shapes


def test_nobody_at_all():
    assert answer(([], {}, {})) == ((0, 0, 0), {})


def test_everybody_is_refused():
    plan = assign(*grid([[None, None], [None, None]], [1, 1], [4, 7]))

    assert (plan.pairs, plan.left_out, plan.objective) == ((), ("p1", "p0"), (0, 0, 0))


def test_a_refused_couple_stays_apart_though_two_go_without():
    assert answer(grid([[None, 1], [None, 1]], [1, 1], [0, 0])) == ((1, 0, 1), {"p0": "v1"})


def test_a_star_is_given_to_the_one_who_has_waited_longest():
    assert answer(grid([[900], [5], [800]], [1], [3, 9, 8])) == ((1, 9, 5), {"p1": "v0"})


def test_a_star_with_two_places():
    assert answer(grid([[900], [5], [800]], [2], [3, 9, 8])) == (
        (2, 17, 805),
        {"p1": "v0", "p2": "v0"},
    )


def test_one_more_pair_beats_any_wait_and_any_fit():
    question = grid([[1000, 0], [1000, None]], [1, 1], [600, 0])

    assert answer(question) == ((2, 600, 1000), {"p0": "v1", "p1": "v0"})


def test_one_more_month_beats_any_fit():
    assert answer(grid([[1000], [0]], [1], [4, 5])) == ((1, 5, 0), {"p1": "v0"})


def test_a_long_chain_moves_everybody_one_on():
    """Each fits best with the one before, and somebody new at the end moves the whole chain."""
    length = 200
    couples = [
        Couple(participant=f"p{n:03}", volunteer=f"v{n + step:03}", fit=1000 * (1 - step))
        for n in range(length)
        for step in (0, 1)
    ]
    new = Couple(participant="p999", volunteer="v000", fit=0)
    places = {f"v{n:03}": 1 for n in range(length + 1)}

    plan = assign([*couples, new], places, {"p999": 0})

    assert plan.objective == (length + 1, 0, 0)


def test_with_all_alike_the_written_rule_decides():
    question = grid([[7] * 3] * 4, [1, 1, 1], [0, 2, 0, 1])

    assert answer(question) == ((3, 3, 21), {"p1": "v0", "p3": "v1", "p0": "v2"})


def test_the_one_who_has_waited_longest_chooses_first_among_equal_plans():
    assert pairs(assign(*grid([[5, 9], [5, 9]], [1, 1], [0, 6]))) == {"p1": "v1", "p0": "v0"}


def test_somebody_who_waits_without_any_couple_is_left_out_not_forgotten():
    assert assign([], {}, {"p5": 3}).left_out == ("p5",)


def test_who_is_not_among_the_waiting_has_waited_no_months():
    assert assign([Couple(participant="p", volunteer="v", fit=4)], {"v": 1}, {}).objective == (
        1,
        0,
        4,
    )


# What is refused

GOOD = Couple(participant="pa", volunteer="va", fit=3)
REFUSED = {
    "the couple pa, va was stated twice": ([GOOD, GOOD], {"va": 1}, {}),
    "the couple pa, va: the volunteer is unknown, no places were given": ([GOOD], {}, {}),
    "the places of va must be a whole number from 0 to 1000": ([], {"va": -7}, {}),
    "the months pa has waited must be a whole number from 0 to 600": ([], {}, {"pa": 7777}),
    "the fit of the couple pa, va must be a whole number from 0 to 1000": (
        [Couple(participant="pa", volunteer="va", fit=77.5)],  # type: ignore[arg-type]
        {"va": 1},
        {},
    ),
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_a_question_that_cannot_be_is_refused_in_a_sentence_that_repeats_no_value(sentence):
    with pytest.raises(ValueError, match=rf"^{sentence}$"):
        assign(*REFUSED[sentence])


@pytest.mark.parametrize("value", [True, None, "1", 1.0, -1, 1001, np.int64(1)])
def test_only_plain_whole_numbers_are_places(value):
    with pytest.raises(ValueError, match="whole number"):
        assign([GOOD], {"va": value}, {})


def test_more_than_floats_can_count_is_refused_before_anything_is_solved(monkeypatch):
    monkeypatch.setattr(the_engine, "EXACT_BELOW", 100)

    with pytest.raises(ValueError, match="count exactly"):
        assign([GOOD], {"va": 1}, {"pa": 40})


# Planted faults


TWO = grid([[9, 8], [9, None]], [1, 1], [1, 0])


def test_a_solver_that_takes_the_best_first_is_found_out(monkeypatch):
    monkeypatch.setattr(the_engine, "heaviest", lambda table, weights: np.array([0, NOBODY]))

    with pytest.raises(Unproven):
        assign(*TWO)


def test_a_solver_that_forgets_everybody_is_found_out(monkeypatch):
    monkeypatch.setattr(the_engine, "heaviest", lambda table, weights: np.array([NOBODY] * 2))

    with pytest.raises(Unproven):
        assign(*TWO)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([0, 2], "more than there are places"),
        ([2, 1], "somebody else's couple"),
        ([0, 3], "may not meet"),
        ([0], "may not meet"),
    ],
)
def test_a_plan_that_cannot_be_is_found_out(monkeypatch, rows, sentence):
    monkeypatch.setattr(the_engine, "heaviest", lambda table, weights: np.array(rows))

    with pytest.raises(Unproven, match=sentence):
        assign(*TWO)


def test_a_rule_of_ties_that_spoils_the_plan_is_found_out(monkeypatch):
    monkeypatch.setattr(the_engine, "settle", lambda *_: np.array([0, NOBODY]))

    with pytest.raises(Unproven):
        assign(*TWO)


ONE_EACH = lay_out(*grid([[9], [5]], [1], [0, 0]))
DISHONEST = {
    "a share or a price is below zero": ([-3, 0], [5], [NOBODY, 1], [2, 5]),
    "a couple weighs more than its share and price": ([0, 0], [5], [NOBODY, 1], [9, 5]),
    "the plan weighs less than could be": ([4, 0], [5], [NOBODY, 1], [9, 5]),
}


@pytest.mark.parametrize("sentence", DISHONEST)
def test_a_dishonest_proof_proves_nothing(monkeypatch, sentence):
    shares, prices, chosen, weights = (np.array(column) for column in DISHONEST[sentence])
    monkeypatch.setattr(proof, "_lowest_prices", lambda *_: proof.Proof(shares, prices))

    with pytest.raises(Unproven, match=sentence):
        prove(ONE_EACH, weights, chosen)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda table: table.fit,
        lambda table: 1 + table.fit,
        lambda table: (1 + table.bands[table.who]) * 2 + table.fit,
        lambda table: table.bands[table.who] * 4000 + table.fit,
    ],
    ids=["fit alone", "no months", "months too light", "a pair without months counts nothing"],
)
def test_a_wrong_weight_is_proved_and_still_caught_by_the_oracle(monkeypatch, wrong):
    monkeypatch.setattr(the_engine, "weigh", wrong)

    assert any(
        assign(*question).objective != try_everything(*question)[0]
        for question in all_grids(2, 2, [None, 0, 3], [1], [0, 1])
    )


def test_ties_left_to_the_solver_are_caught_by_the_oracle(monkeypatch):
    monkeypatch.setattr(the_engine, "settle", lambda table, weights, chosen, proof: chosen)

    assert any(
        answer(question) != try_everything(*question)
        for question in all_grids(2, 2, [None, 0, 1], [0, 1, 2], [0, 1])
    )


def test_the_objective_is_compared_from_the_left():
    assert Objective(2, 0, 0) > Objective(1, 600, 1000)

"""What must hold of every table: properties, on tables that nobody chose."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.disclosure import audit, protect
from tests.environment import times

from .laid_out import drawn, released

few = settings(max_examples=times(40), deadline=None, derandomize=True)


def tables():
    return st.builds(
        drawn, st.integers(2, 4), st.integers(2, 3), st.integers(10, 120), st.integers(0, 10**6)
    )


@few
@given(tables())
def test_the_true_count_lies_in_its_interval(table):
    found = protect(released(table))
    truth = {("2025", "t", *key): count for key, count in table.cells.items()}

    assert found.release is not None
    for cell, (low, high) in found.audit.intervals.items():
        assert low <= truth[cell]
        assert high is None or truth[cell] <= high


@few
@given(tables(), st.integers(0, 10**6))
def test_hiding_more_makes_no_interval_narrower(table, seed):
    dice = random.Random(seed)
    keys = dice.sample(table.keys, min(6, len(table.keys)))
    fewer, more = (table.hiding(frozenset(keys[:size])) for size in (3, 6))
    narrow, wide = audit(released(fewer)).intervals, audit(released(more)).intervals

    for cell, (low, high) in narrow.items():
        assert wide[cell][0] <= low
        assert wide[cell][1] is None or (high is not None and high <= wide[cell][1])


@few
@given(tables())
def test_any_two_printed_numbers_about_the_same_people_differ_by_nobody_or_by_five(table):
    """Wholes and parts, and sums of parts: what an attacker can reach by taking one from another."""
    found = protect(released(table))
    (table,) = found.release.tables
    printed = {key: count for key, count in table.printed().items() if count is not None}
    for _, whole, parts in table.lines():
        told = [printed[part] for part in parts if part in printed]
        if whole in printed:
            assert all(printed[whole] - one == 0 or printed[whole] - one >= 5 for one in told)
            assert printed[whole] - sum(told) == 0 or printed[whole] - sum(told) >= 5


@few
@given(tables(), st.integers(0, 10**6))
def test_the_order_of_categories_changes_no_interval(table, seed):
    keys = random.Random(seed).sample(table.keys, 4)
    turned = type(table)(
        table.name,
        tuple(type(one)(one.name, one.categories[::-1], tells=False) for one in table.dimensions),
        {key: table.cells[key] for key in table.inner},
    )
    there, back = (audit(released(one.hiding(frozenset(keys)))) for one in (table, turned))

    assert there.intervals == back.intervals

"""Ten years at three sizes: nothing in any release can be reckoned, from it or from all that came before.

The daily run lives fewer years of the smallest size; `--full` and `dev.py bench ten_years` live all.
"""

from __future__ import annotations

import random
from copy import deepcopy

import pytest

from ressursvenn.reporting import protecting
from tests.environment import FULL

from .conftest import lived, table

SIZES = (35, 120, 300) if FULL else (35,)
YEARS = 10 if FULL else 2


@pytest.mark.parametrize("size", SIZES)
def test_the_attack_finds_nothing(size):
    years = lived(size, YEARS, seed=size)

    assert len(years) == YEARS
    for number, told in enumerate(years):
        assert protecting.attack(told, years[:number]) == []
        printed = [each["count"] for one in told["tables"] for each in one["classes"]]
        assert not [count for count in printed if count is not None and 0 < count < 5]


@pytest.mark.parametrize("size", SIZES)
def test_a_release_that_is_made_weak_is_found(size):
    """In each year some number is hidden alone, under a sum that stands there: the attack opens it."""
    years = lived(size, YEARS, seed=size)
    draw = random.Random(size)
    for number, told in enumerate(years):
        weak = deepcopy(told)
        shown = [
            one for one in weak["tables"] if one["total"] is not None and len(one["classes"]) > 1
        ]
        one = draw.choice(
            [one for one in shown if all(each["count"] is not None for each in one["classes"])]
        )
        each = draw.choice(one["classes"])
        each["count"] = None
        found = {(weak.table, weak.category) for weak in protecting.attack(weak, years[:number])}

        assert (one["code"], each["code"]) in found
        assert table(told, one["code"]) != one

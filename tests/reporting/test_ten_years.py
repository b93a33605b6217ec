"""Ten years at three sizes, steady, dwindling, stopping: nothing can be reckoned, by us or with a pencil.

The daily run lives a few years of the smallest size; `--full` and `dev.py bench ten_years` live all.
"""

from __future__ import annotations

import random

import pytest

from ressursvenn.reporting import protecting
from tests.environment import FULL

from . import planting
from .conftest import LAST, a_year, told_of
from .pencil import behind, few, narrow, reckoned
from .years import KINDS, lives

SIZES = (35, 120, 300) if FULL else (35,)
YEARS = 10 if FULL else 3


@pytest.fixture(scope="module", params=[(size, kind) for size in SIZES for kind in KINDS])
def years(request):
    size, kind = request.param
    out = []
    for year in lives(size, YEARS, seed=size, kind=kind):
        out.append(told_of(year, out))
    return out


def test_the_attack_finds_nothing(years):
    for number, told in enumerate(years):
        assert protecting.attack(told, years[:number]) == []
        printed = [each["count"] for one in told["tables"] for each in one["classes"]]
        assert not [count for count in printed if count is not None and 0 < count < 5]


def test_nor_does_a_pencil_in_what_is_printed_or_in_what_lies_behind(years):
    """Hers is another reckoning than the one by which the house let them out."""
    assert narrow(reckoned(years)) == []
    assert few(reckoned(behind(years))) == []


def test_a_release_that_is_made_weak_is_found(years):
    """Under a sum, by a link, by one who is alone, across two years: the attack opens each."""
    draw, planted = random.Random(len(years)), []
    for number, told in enumerate(years):
        for kind in planting.KINDS:
            if plant := kind(told, years[:number], draw):
                planted.append(kind)
                assert planting.found(plant), (kind.__name__, told["year"])
    assert set(planted) == set(planting.KINDS)


FEW = {"running": {"running": 7}, "hours": {"under_10": 7}, "again": {"first": 7}}


def test_a_reason_of_its_own_would_open_what_is_left_out(a_dwindling_year):
    """Were it said that few are new, whoever has the two years would have the running pairs to within four."""
    laid_out = behind(a_dwindling_year)
    year = a_dwindling_year[-1]["year"]
    running, new = f"{year}/running/running", f"{year}/begun/begun"

    untold = reckoned(laid_out)
    assert (few(untold), untold[new][1] > 100) == ([], True)
    told = reckoned(laid_out, {new: (0, 4)})
    assert (told[running], running in few(told)) == ((4, 8), True)


@pytest.fixture
def a_dwindling_year():
    """Forty ran; thirty-six ended, and seven are left: three are new."""
    first = told_of(a_year(LAST - 1))
    second = told_of(a_year(**FEW), [first])
    assert not {"running", "begun"} & {one["code"] for one in second["tables"]}
    return [first, second]

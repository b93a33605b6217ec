"""Yearly releases bound by who came and who went: nothing comes out, and what is planted weak is found."""

import pytest

from ressursvenn.disclosure import Release, audit, protect, stock_flow
from tests.environment import FULL, times

from .laid_out import number
from .years import years


@pytest.mark.parametrize("people", [35, 120, 300] if FULL else [120])
def test_years_are_protected_together_with_those_before(people):
    printed = []
    for release in years(people, times(100) if FULL else 3, seed=people):
        found = protect(release, printed, seconds=900)
        assert found.release is not None
        assert found.audit.clear
        printed.append(found.release)
    assert audit(printed[-1], printed[:-1]).clear


def test_a_year_that_was_safe_by_itself_can_open_another():
    """Planted: a year that is protected as if there had been none before it."""
    before = Release("2024", (number("there", 30),))
    tables = number("there", 35), number("came", 8), number("went", 3)
    flow = stock_flow(
        ("2025", "there"), ("2024", "there"), came=[("2025", "came")], went=[("2025", "went")]
    )
    alone = protect(Release("2025", tables)).release
    careless = Release("2025", alone.tables, (flow,))

    assert audit(alone, [before]).clear
    assert audit(careless, [before]).recomputable == (("2025", "went"),)
    assert protect(Release("2025", tables, (flow,)), [before]).audit.clear

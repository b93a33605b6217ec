"""May she apply at all?"""

from datetime import date

import pytest

from ressursvenn.arrivals.rules import ApplicantFacts, may_apply
from ressursvenn.programme.limits import Limits, Terms

TERMS = Terms(date(2027, 3, 1), Limits())


@pytest.mark.parametrize(
    ("year", "codes"), [(1950, []), (2002, []), (2003, ["ARR-01"]), (None, ["ARR-01"])]
)
def test_only_who_may_have_reached_the_age_applies(year, codes):
    assert [no.rule for no in may_apply(ApplicantFacts(birth_year=year), TERMS)] == codes

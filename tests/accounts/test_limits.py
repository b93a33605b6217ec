"""The numbers of the programme: national, dated, with an association's own laid over them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts import changes, queries
from ressursvenn.programme.limits import Limits, in_force

DAY = date(2026, 11, 1)


def test_without_local_numbers_the_national_ones_hold(oslo):
    terms = queries.terms(oslo, DAY)

    assert (terms.limits, terms.name) == (Limits(), "nasjonal 2026-01-01")


def test_an_association_decides_from_a_day_on(oslo, nabo, kari):
    changes.set_local_limits(
        association=oslo, begins=DAY, numbers={"commitment_months": 9}, by=kari
    )

    assert queries.terms(oslo, DAY - timedelta(1)).limits.commitment_months == 12
    assert queries.terms(oslo, DAY).limits.commitment_months == 9
    assert queries.terms(oslo, DAY).name == "nasjonal 2026-01-01, oslo 2026-11-01"
    assert queries.terms(nabo, DAY).limits.commitment_months == 12


def test_the_newest_set_holds(oslo, kari):
    for begins, months in ((DAY, 9), (DAY + timedelta(30), 10)):
        changes.set_local_limits(
            association=oslo, begins=begins, numbers={"commitment_months": months}, by=kari
        )

    assert queries.terms(oslo, DAY + timedelta(31)).limits.commitment_months == 10


def test_a_number_that_the_programme_does_not_have_is_refused(oslo, kari):
    with pytest.raises(ValidationError, match="ikke et slikt tall"):
        changes.set_local_limits(association=oslo, begins=DAY, numbers={"luck": 7}, by=kari)
    with pytest.raises(ValueError, match="luck"):
        in_force(DAY, {DAY: {"luck": 7}})


def test_the_neighbour_may_not_decide_here(oslo, nora):
    with pytest.raises(PermissionDenied):
        changes.set_local_limits(association=oslo, begins=DAY, numbers={}, by=nora)


def test_today_is_a_day_in_oslo(oslo):
    assert queries.terms(oslo).today == timezone.localdate()

"""A renewal is off; switched on it is a window before and after, and no rule. Pure: no database is opened."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.screening import renewal
from ressursvenn.screening.renewal import When

SHOWN = date(2026, 3, 31)
ON = Limits(certificate_renewal_months=36, certificate_renewal_window_days=60)
DAY = timedelta(days=1)


def test_it_is_off_until_somebody_says_otherwise():
    assert Limits().certificate_renewal_months == 0
    assert renewal.of(SHOWN, Terms(date(2040, 1, 1), Limits())) is None
    assert renewal.shown_between(Terms(date(2040, 1, 1), Limits())) is None


@pytest.mark.parametrize(
    ("days", "when"),
    [(-61, None), (-60, When.SOON), (-1, When.SOON), (0, When.NOW), (60, When.NOW),
     (61, When.PAST), (2000, When.PAST)],
)  # fmt: skip
def test_before_and_after_the_day_and_never_a_cliff(days, when):
    found = renewal.of(SHOWN, Terms(date(2029, 3, 31) + days * DAY, ON))

    assert (found.when if found else None) == when
    assert found is None or found.on == date(2029, 3, 31)


def test_what_was_not_shown_is_not_renewed():
    assert renewal.of(None, Terms(date(2029, 3, 31), ON)) is None


@given(
    shown=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    days=st.integers(-100, 100),
    months=st.integers(1, 60),
    window=st.integers(0, 90),
)
def test_the_span_that_the_table_is_asked_for_agrees_with_the_window(shown, days, months, window):
    limits = Limits(certificate_renewal_months=months, certificate_renewal_window_days=window)
    terms = Terms(renewal.months_after(shown, months) + days * DAY, limits)
    found, (first, last) = renewal.of(shown, terms), renewal.shown_between(terms)

    within = found is not None and found.when in (When.SOON, When.NOW)
    assert (first <= shown <= last) is within

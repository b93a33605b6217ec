"""When follow-ups fall due and how they stand. Days in, days out: no database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.pairs.rhythm import (
    due_days,
    months_after,
    overdue_since,
    planned_end,
    quiet_since,
    quiet_too_long,
    told,
)
from ressursvenn.programme.limits import Limits

BEGAN = date(2027, 1, 10)
LIMITS = Limits()
END = planned_end(BEGAN, LIMITS)
DUE = due_days(BEGAN, END, LIMITS)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def after(number: int) -> date:
    return BEGAN + timedelta(days=number)


def standings(held, today, *, closed=False):
    return [due.standing for due in told(DUE, held, today, closed=closed)]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2027, 1, 10), 12, date(2028, 1, 10)),
        (date(2027, 1, 10), -1, date(2026, 12, 10)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day, months, expected):
    assert months_after(day, months) == expected


def test_twice_in_the_first_month_then_monthly_to_the_end():
    assert DUE[:4] == (date(2027, 1, 25), date(2027, 2, 10), date(2027, 3, 10), date(2027, 4, 10))
    assert DUE[-1] == END == date(2028, 1, 10)
    assert len(DUE) == 2 + 11


def test_another_rhythm_is_another_set_of_numbers():
    slow = Limits(follow_ups_first_month=1, follow_up_every_months=3)

    assert due_days(BEGAN, END, slow) == (
        date(2027, 2, 10), date(2027, 5, 10), date(2027, 8, 10), date(2027, 11, 10),
    )  # fmt: skip


def test_nothing_held_is_overdue_and_then_open():
    assert standings([], date(2027, 2, 11))[:3] == ["overdue", "overdue", "open"]


def test_the_day_itself_is_not_late_yet():
    assert standings([], DUE[0])[0] == "open"
    assert standings([], DUE[0] + timedelta(days=1))[0] == "overdue"


def test_a_talk_two_days_late_settles_the_day_it_was_late_for():
    assert standings([DUE[0] + timedelta(days=2)], DUE[0] + timedelta(days=3))[:2] == [
        "done",
        "open",
    ]


def test_a_talk_overtaken_is_missed_and_stays_missed():
    assert standings([DUE[2]], DUE[2])[:4] == ["missed", "missed", "done", "open"]


def test_early_talks_do_not_settle_days_far_ahead():
    talks = [after(1), after(2), after(3), after(4)]

    assert standings(talks, after(5))[:3] == ["done", "open", "open"]


def test_closing_hides_nothing():
    ended = due_days(BEGAN, DUE[3], LIMITS)

    assert [due.standing for due in told(ended, [DUE[0]], DUE[3], closed=True)] == [
        "done", "missed", "missed", "missed",
    ]  # fmt: skip


def test_overdue_since_the_first_that_is():
    assert overdue_since(told(DUE, [DUE[0]], date(2027, 4, 1))) == DUE[1]
    assert overdue_since(told(DUE, [], BEGAN)) is None


@given(days, st.lists(days, max_size=20), days)
def test_every_due_day_is_told_once_and_no_talk_settles_two(began, held, today):
    due = due_days(began, planned_end(began, LIMITS), LIMITS)
    answer = told(due, held, today)

    assert [each.on for each in answer] == list(due) == sorted(due)
    assert sum(each.standing == "done" for each in answer) <= len(held)
    assert all(each.on < today for each in answer if each.standing == "overdue")


def test_quiet_is_counted_from_the_last_that_anybody_heard():
    assert quiet_since(BEGAN, [], []) == BEGAN
    assert quiet_since(BEGAN, [after(4)], [after(9)]) == after(9)


def test_quiet_too_long_on_the_day_of_the_limit():
    assert not quiet_too_long(BEGAN, after(LIMITS.quiet_after_days - 1), LIMITS)
    assert quiet_too_long(BEGAN, after(LIMITS.quiet_after_days), LIMITS)

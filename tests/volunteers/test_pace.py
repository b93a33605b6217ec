"""How long a step has taken. Pure: no database is opened."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.states import Station
from ressursvenn.volunteers import pace, rules
from ressursvenn.volunteers.pace import Pace

TODAY = date(2027, 3, 1)
TERMS = Terms(TODAY, Limits())
NOTHING = rules.VolunteerFacts(**{field.name: None for field in fields(rules.VolunteerFacts)})


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def step(terms=TERMS, **known):
    facts = replace(NOTHING, has_left=False, **known)
    return pace.step_of(facts, rules.road(facts, terms), terms)


INTERVIEWED = {"interviewed_by_two": True, "found_suitable": True}


@pytest.mark.parametrize(
    ("days", "how"),
    [(0, Pace.IN_TIME), (7, Pace.IN_TIME), (8, Pace.SLOW), (14, Pace.SLOW), (15, Pace.LATE)],
)
def test_an_interview_is_slow_after_a_week_and_late_after_two(days, how):
    told = step(applied_on=ago(days))

    assert (told.station, told.days, told.pace) == (Station.INTERVIEWED, days, how)


def test_the_clock_of_a_step_starts_when_the_one_before_it_was_reached():
    told = step(applied_on=ago(100), interviewed_on=ago(5), **INTERVIEWED)

    assert (told.station, told.since, told.pace) == (Station.TRAINED, ago(5), Pace.IN_TIME)


def test_an_interview_that_was_not_by_two_starts_no_clock():
    told = step(applied_on=ago(30), interviewed_on=ago(5), interviewed_by_two=False)

    assert (told.station, told.days, told.pace) == (Station.INTERVIEWED, 30, Pace.LATE)


def test_nobody_is_late_while_they_rest_and_the_clock_starts_anew_on_the_day():
    known = {"applied_on": ago(30), "paused_until": TODAY + timedelta(days=1)}

    def in_days(days):
        told = step(Terms(TODAY + timedelta(days=days), Limits()), **known)
        return told.days, told.pace

    assert in_days(0) == (30, Pace.RESTING)
    assert in_days(1) == (0, Pace.IN_TIME)
    assert in_days(16) == (15, Pace.LATE)


def test_a_pause_that_was_over_before_the_last_step_moves_nothing():
    told = step(applied_on=ago(40), paused_until=ago(50))

    assert (told.since, told.days) == (ago(40), 40)


def test_what_comes_after_the_missing_step_does_not_start_its_clock():
    told = step(applied_on=ago(30), confidentiality_signed_on=ago(1))

    assert (told.station, told.days, told.pace) == (Station.INTERVIEWED, 30, Pace.LATE)


def test_whoever_was_found_not_suitable_is_late_with_nothing():
    told = step(
        applied_on=ago(100), interviewed_on=ago(90), interviewed_by_two=True, found_suitable=False
    )

    assert (told.station, told.days, told.pace) == (Station.INTERVIEWED, None, Pace.ARRIVED)


def test_without_a_day_to_count_from_nothing_is_said():
    assert step().pace is Pace.UNKNOWN
    assert not step().stands_out


def test_whoever_has_left_is_late_with_nothing():
    facts = replace(NOTHING, has_left=True, applied_on=ago(400))

    assert pace.step_of(facts, rules.road(facts, TERMS), TERMS).pace is Pace.ARRIVED


def test_whoever_has_arrived_is_late_with_nothing():
    told = step(
        applied_on=ago(400), interviewed_on=ago(380), course_hours=Decimal(12), course_on=ago(300),
        confidentiality_signed_on=ago(300), certificate_issued_on=ago(300), certificate_shown_on=ago(290),
        certificate_seen_by_known=True, committed_months=12, agreed_on=ago(280), approved_on=ago(270),
        approved_by_two=True, birth_year=1980, places=1, open_pairs=0, concern_open=False, **INTERVIEWED,
    )  # fmt: skip

    assert (told.station, told.pace) == (None, Pace.ARRIVED)


@pytest.mark.parametrize("station", pace.TIMED)
def test_every_step_has_an_ideal_that_is_shorter_than_its_longest(station):
    ideal, longest = pace.times(station, Limits())

    assert 0 < ideal < longest


def test_an_association_may_have_times_of_its_own():
    own = Terms(TODAY, Limits(interview_ideal_days=1, interview_longest_days=2))

    assert step(own, applied_on=ago(3)).pace is Pace.LATE

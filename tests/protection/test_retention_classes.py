"""Every class of what is kept is in the table, and every line of the table is somebody's class."""

from datetime import timedelta

import pytest
from django.apps import apps

from ressursvenn.programme.limits import NATIONAL, NATIONAL_ALONE, NUMBERS, Limits, in_force
from ressursvenn.protection import retention
from ressursvenn.protection.stays import NOBODY, STAYS
from ressursvenn.protection.witnesses import KEPT_MONTHS


def test_every_model_has_a_class_of_the_table_and_every_line_a_model():
    assert {stay.keep for stay in STAYS.values()} == retention.classes()


def test_a_model_of_a_class_that_is_not_there_is_seen(monkeypatch):
    model = apps.get_model("pairs", "MeetUp")
    monkeypatch.setattr(model.Handling, "keep", "attic")

    assert retention.classes() - {stay.keep for stay in STAYS.values()} == {"attic"}


def test_whatever_goes_by_age_has_somebody_who_does_it():
    one_by_one = {sort.keep for sort in retention.sorts()}
    aged = {code for code, stay in STAYS.items() if stay.number and stay.keep not in one_by_one}

    assert one_by_one == {"participant", "volunteer", "pair"}
    assert set(retention.by_age()) == aged


def test_nothing_that_nobody_has_confirmed_is_called_confirmed():
    """There is no controller's word yet: whoever gives it writes a name and a day here."""
    assert {stay.confirmed for stay in STAYS.values()} == {NOBODY}


def test_the_periods_are_those_that_were_promised():
    limits = in_force(NATIONAL[-1][0]).limits
    periods = {code: stay.days(limits) for code, stay in STAYS.items()}

    assert periods["volunteer_refused"] == periods["participant_withdrawn"] == 30
    assert periods["participant_ended"] == periods["pair_closed"] == periods["volunteer_left"] == 90
    assert periods["outbox"] == periods["proposal"] == 30
    assert timedelta(days=periods["log"]) <= timedelta(days=365 * KEPT_MONTHS // 12)


def test_no_association_keeps_anybody_longer_by_numbers_of_its_own():
    day = NATIONAL[-1][0]

    assert {name for name in Limits.__slots__ if name.startswith("keep_")} == NATIONAL_ALONE
    assert not NATIONAL_ALONE & NUMBERS
    with pytest.raises(ValueError, match="no number called keep_ended_days"):
        in_force(day, {day: {"keep_ended_days": 3650}})


def test_the_warning_stands_within_the_shortest_period_and_grace_within_the_warning():
    limits = Limits()
    shortest = min(stay.days(limits) for stay in STAYS.values() if stay.warned)

    assert 0 < limits.keep_grace_days < limits.keep_warning_days < shortest

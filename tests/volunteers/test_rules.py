"""What must hold before a volunteer may be matched. Rules read facts, so no database is opened."""

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.states import Station
from ressursvenn.volunteers.rules import (
    MAY_BE_APPROVED,
    MAY_BE_MATCHED,
    VolunteerFacts,
    first_missing,
    half_known,
    may_be_approved,
    may_be_matched,
    months_after,
    road,
    station_reached,
    waits_for_approval,
)

TODAY = date(2027, 3, 1)
TERMS = Terms(TODAY, Limits())
DAY = timedelta(days=1)

READY = VolunteerFacts(
    applied_on=TODAY - 90 * DAY,
    interviewed_on=TODAY - 80 * DAY,
    interviewed_by_two=True,
    found_suitable=True,
    assessments=2,
    course_hours=Decimal(12),
    course_on=TODAY - 60 * DAY,
    confidentiality_signed_on=TODAY - 60 * DAY,
    certificate_issued_on=TODAY - 40 * DAY,
    certificate_shown_on=TODAY - 30 * DAY,
    certificate_seen_by_known=True,
    committed_months=12,
    agreed_on=TODAY - 10 * DAY,
    approved_on=TODAY - 5 * DAY,
    approved_by_two=True,
    birth_year=1980,
    places=1,
    open_pairs=0,
    paused_until=None,
    concern_open=False,
    has_left=False,
)

ONE_THING_MISSING = [
    ("VOL-01", {"interviewed_by_two": False}),
    ("VOL-01", {"interviewed_by_two": None}),
    ("VOL-02", {"certificate_shown_on": None}),
    ("VOL-02", {"certificate_issued_on": None}),
    ("VOL-02", {"certificate_issued_on": date(2026, 10, 29)}),  # shown 30 January: a day too old
    ("VOL-02", {"certificate_issued_on": READY.certificate_shown_on + DAY}),
    ("VOL-02", {"certificate_shown_on": TODAY + DAY}),
    ("VOL-02", {"certificate_seen_by_known": False}),
    ("VOL-02", {"certificate_seen_by_known": None}),
    ("VOL-03", {"confidentiality_signed_on": None}),
    ("VOL-03", {"confidentiality_signed_on": TODAY + DAY}),
    ("VOL-04", {"course_hours": None}),
    ("VOL-04", {"course_hours": Decimal("11.5")}),
    ("VOL-05", {"open_pairs": 1}),
    ("VOL-05", {"open_pairs": 1, "places": 3}),  # what she wishes never raises the limit
    ("VOL-05", {"open_pairs": None}),
    ("VOL-05", {"places": None}),
    ("VOL-05", {"places": 0}),
    ("VOL-06", {"paused_until": TODAY + DAY}),
    ("VOL-07", {"concern_open": True}),
    ("VOL-07", {"concern_open": None}),
    ("VOL-08", {"found_suitable": False}),
    ("VOL-08", {"found_suitable": None}),
    ("VOL-09", {"committed_months": 11}),
    ("VOL-09", {"committed_months": None}),
    ("VOL-10", {"birth_year": 2002}),
    ("VOL-10", {"birth_year": None}),
    ("VOL-11", {"has_left": True}),
    ("VOL-11", {"has_left": None}),
    ("VOL-12", {"approved_by_two": False}),
    ("VOL-12", {"approved_by_two": None}),
]


def codes(facts, terms=TERMS):
    return [refusal.rule for refusal in may_be_matched(facts, terms)]


def test_nothing_stands_in_the_way_of_a_ready_volunteer():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "change"), ONE_THING_MISSING)
def test_one_thing_missing_is_one_refusal(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_MISSING} == {rule.code for rule in MAY_BE_MATCHED}


def test_the_rules_are_numbered_once_each():
    assert sorted(rule.code for rule in MAY_BE_MATCHED) == [f"VOL-{n:02}" for n in range(1, 13)]


def test_what_is_not_known_is_a_no_and_all_of_it_is_told_at_once():
    nothing_known = VolunteerFacts(**{field.name: None for field in fields(VolunteerFacts)})

    # No pause known is no pause asked for; everything else must be known.
    assert codes(nothing_known) == [rule.code for rule in MAY_BE_MATCHED if rule.code != "VOL-06"]


def test_a_certificate_once_shown_in_time_does_not_run_out():
    assert codes(READY, Terms(TODAY + 400 * DAY, Limits())) == []


def test_a_certificate_may_be_shown_on_the_last_day_of_its_three_months():
    last_day = replace(
        READY, certificate_issued_on=date(2026, 10, 30), certificate_shown_on=date(2027, 1, 30)
    )

    assert codes(last_day) == []
    assert codes(replace(last_day, certificate_shown_on=date(2027, 1, 31))) == ["VOL-02"]


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 9, 30), 3, date(2026, 12, 30)),
    ],
)
def test_months_are_counted_as_people_count_them(day, months, after):
    assert months_after(day, months) == after


def test_the_board_may_do_without_certificates():
    never = replace(READY, certificate_issued_on=None, certificate_shown_on=None)
    never = replace(never, certificate_seen_by_known=None)

    assert codes(never, Terms(TODAY, Limits(certificate_required=False))) == []


def test_numbers_of_an_association_are_obeyed():
    stricter = Limits(age_at_least=60, commitment_months=18, course_hours=14)

    assert codes(READY, Terms(TODAY, stricter)) == ["VOL-04", "VOL-09", "VOL-10"]


def test_room_for_two_where_the_association_allows_two():
    allows_two = Terms(TODAY, Limits(pairs_at_once=2))

    assert codes(replace(READY, open_pairs=1, places=2), allows_two) == []
    assert codes(replace(READY, open_pairs=1, places=1), allows_two) == ["VOL-05"]


def test_a_pause_tells_when_it_ends_and_is_over_on_that_day():
    paused = replace(READY, paused_until=date(2027, 6, 1))

    (refusal,) = may_be_matched(paused, TERMS)

    assert refusal.until == date(2027, 6, 1)
    assert codes(paused, Terms(date(2027, 6, 1), Limits())) == []


def test_whoever_is_too_young_is_told_from_when_she_is_surely_old_enough():
    born = replace(READY, birth_year=2002)

    (refusal,) = may_be_matched(born, TERMS)

    assert refusal.until == date(2028, 1, 1)
    assert codes(born, Terms(date(2027, 12, 31), Limits())) == ["VOL-10"]
    assert codes(born, Terms(date(2028, 1, 1), Limits())) == []


def test_the_no_is_told_to_all_but_a_concern_only_to_those_who_may_know():
    (refusal,) = may_be_matched(replace(READY, concern_open=True), TERMS)

    hidden = refusal.as_told_to(lambda permission: permission == "see_volunteers")
    told = refusal.as_told_to(lambda permission: permission == "see_concerns")

    assert (hidden.rule, hidden.sentence) == ("–", "En grunn du ikke kan se.")
    assert told.rule == "VOL-07"


NOT_YET = replace(
    READY,
    interviewed_on=None,
    interviewed_by_two=None,
    found_suitable=None,
    assessments=None,
    course_hours=None,
    course_on=None,
    confidentiality_signed_on=None,
    certificate_issued_on=None,
    certificate_shown_on=None,
    certificate_seen_by_known=None,
    committed_months=None,
    agreed_on=None,
    approved_on=None,
    approved_by_two=None,
)
STEPS = [
    (Station.APPLIED, (), "VOL-01"),
    (Station.INTERVIEWED, ("interviewed_on", "interviewed_by_two", "found_suitable"), "VOL-04"),
    (Station.TRAINED, ("course_hours", "course_on"), "VOL-03"),
    (Station.SIGNED_CONFIDENTIALITY, ("confidentiality_signed_on",), "VOL-02"),
    (
        Station.CERTIFICATE_SHOWN,
        ("certificate_issued_on", "certificate_shown_on", "certificate_seen_by_known"),
        "VOL-09",
    ),
    (Station.AGREED, ("committed_months", "agreed_on"), "VOL-12"),
    (Station.AVAILABLE, ("approved_on", "approved_by_two"), None),
]


def test_the_road_is_walked_station_by_station_and_says_what_is_missing_first():
    here = NOT_YET
    for station, happened, missing in STEPS:
        here = replace(here, **{name: getattr(READY, name) for name in happened})

        refusal = first_missing(here, TERMS)

        assert station_reached(road(here, TERMS)) == station
        assert (refusal.rule if refusal else None) == missing


def test_approved_and_paused_is_approved_and_not_available():
    paused = replace(READY, paused_until=TODAY + DAY)

    assert station_reached(road(paused, TERMS)) == Station.APPROVED
    assert first_missing(paused, TERMS).rule == "VOL-06"


BEFORE_THE_SECOND_YES = [  # asked once, and not again when she is matched
    ("VOL-13", {"assessments": None}),
    ("VOL-13", {"assessments": 0}),
    ("VOL-13", {"assessments": 1}),
]


@pytest.mark.parametrize(("code", "missing"), ONE_THING_MISSING + BEFORE_THE_SECOND_YES)
def test_she_is_not_approved_before_everything_else_is_settled(code, missing):
    if code not in {rule.code for rule in MAY_BE_APPROVED}:
        assert may_be_approved(replace(READY, **missing), TERMS) == ()
        return
    not_yet = replace(READY, approved_by_two=False, approved_on=None)

    assert waits_for_approval(not_yet, TERMS)
    assert not waits_for_approval(replace(not_yet, **missing), TERMS)
    assert [no.rule for no in may_be_approved(replace(not_yet, **missing), TERMS)] == [code]


def test_each_rule_before_the_second_yes_has_been_seen_to_refuse():
    seen = {code for code, _ in ONE_THING_MISSING + BEFORE_THE_SECOND_YES}

    assert {rule.code for rule in MAY_BE_APPROVED} <= seen


@pytest.mark.parametrize(("code", "missing"), BEFORE_THE_SECOND_YES)
def test_whoever_is_approved_is_not_asked_what_two_wrote(code, missing):
    assert codes(replace(READY, **missing)) == []


def test_neither_a_pause_nor_a_pair_stands_in_the_way_of_being_approved():
    busy = replace(READY, paused_until=TODAY + DAY, open_pairs=1)

    assert may_be_approved(busy, TERMS) == ()


def test_the_road_knows_its_days():
    days = {stop.station: stop.on for stop in road(READY, TERMS)}

    assert days[Station.INTERVIEWED] == READY.interviewed_on
    assert days[Station.CERTIFICATE_SHOWN] == READY.certificate_shown_on
    assert days[Station.AVAILABLE] is None


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ({}, False),
        ({"interviewed_by_two": False}, True),
        ({"found_suitable": None}, True),
        ({"found_suitable": False}, False),  # an answer is an answer
        ({"birth_year": None}, True),
        ({"certificate_seen_by_known": False}, True),
    ],
)
def test_what_is_half_known_can_be_asked_for(change, answer):
    assert half_known(replace(READY, **change)) is answer


def test_an_applicant_who_only_waits_is_not_half_known():
    assert half_known(replace(NOT_YET, birth_year=None)) is False

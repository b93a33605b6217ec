"""From tables to rules: the same facts for one and for many, in a fixed number of queries."""

from decimal import Decimal

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.volunteers import changes, facts, rules
from ressursvenn.volunteers.models import Volunteer

from .conftest import applicant, days_ago, pair, ready


def test_of_an_applicant_nothing_is_known_but_that_she_applied(volunteer):
    assert facts.of(volunteer) == rules.VolunteerFacts(
        applied_on=days_ago(60),
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
        approved_by_two=False,
        birth_year=1980,
        places=1,
        open_pairs=0,
        paused_until=None,
        concern_open=False,
        has_left=False,
    )


def test_of_a_ready_volunteer_everything_is_known(ready_volunteer, oslo):
    known = facts.of(ready_volunteer)

    assert (known.interviewed_by_two, known.found_suitable) == (True, True)
    assert (known.course_hours, known.course_on) == (Decimal(12), days_ago(30))
    assert known.certificate_seen_by_known is True
    assert rules.may_be_matched(known, accounts.terms(oslo)) == ()


def test_course_days_are_added_up_and_struck_ones_left_out(volunteer, kari):
    changes.note_course_hours(volunteer=volunteer, on=days_ago(9), hours=Decimal("6.5"), by=kari)
    changes.note_course_hours(volunteer=volunteer, on=days_ago(8), hours=6, by=kari)
    wrong = changes.note_course_hours(volunteer=volunteer, on=days_ago(7), hours=60, by=kari)

    changes.strike_course_hours(course_hours=wrong, by=kari)

    known = facts.of(volunteer)
    assert (known.course_hours, known.course_on) == (Decimal("12.5"), days_ago(8))


def test_the_latest_note_counts(ready_volunteer, kari, gro):
    changes.note_interview(
        volunteer=ready_volunteer,
        on=days_ago(2),
        first_interviewer=kari,
        second_interviewer=gro,
        outcome="not_suitable",
        by=kari,
    )
    changes.note_certificate_seen(
        volunteer=ready_volunteer, issued_on=days_ago(4), on=days_ago(3), seen_by=None, by=kari
    )
    changes.note_agreement(volunteer=ready_volunteer, on=days_ago(1), months=6, by=kari)

    known = facts.of(ready_volunteer)

    assert (known.interviewed_on, known.found_suitable) == (days_ago(2), False)
    assert (known.certificate_shown_on, known.certificate_seen_by_known) == (days_ago(3), False)
    assert known.committed_months == 6


@pytest.mark.parametrize("both", [True, False])
def test_one_interviewer_is_not_two(volunteer, kari, kaja, both):
    changes.note_interview(
        volunteer=volunteer,
        on=days_ago(3),
        first_interviewer=kari,
        second_interviewer=kaja if both else None,
        by=kari,
    )

    known = facts.of(volunteer)
    assert (known.interviewed_by_two, known.found_suitable) == (both, None)


def test_a_settled_concern_is_not_open(volunteer, kari):
    concern = changes.raise_concern(volunteer=volunteer, on=days_ago(2), kind="other", by=kari)
    assert facts.of(volunteer).concern_open is True

    changes.settle_concern(concern=concern, on=days_ago(1), by=kari)
    assert facts.of(volunteer).concern_open is False


def test_many_are_read_in_one_query_however_many(kari, kaja, django_assert_num_queries):
    ready(kari, kaja)
    for _ in range(2):
        applicant(kari)
    for rows in (1, 3):
        volunteers = list(Volunteer.objects.order_by("pk")[:rows])
        with django_assert_num_queries(1):
            known = facts.of_many(volunteers)
        assert set(known) == {each.reference for each in volunteers}

    assert known[volunteers[0].reference] == facts.of(volunteers[0])
    with django_assert_num_queries(0):
        assert facts.of_many([]) == {}


def test_pairs_that_are_open_take_a_place_and_others_do_not(ready_volunteer, kari, oslo):
    pair(
        ready_volunteer,
        kari,
        not_to_be_on=days_ago(1),
        not_to_be_by=kari,
        not_to_be_because="called_off",
    )
    assert facts.of(ready_volunteer).open_pairs == 0

    pair(ready_volunteer, kari)
    known = facts.of(ready_volunteer)

    assert known.open_pairs == 1
    refusals = rules.may_be_matched(known, accounts.terms(oslo))
    assert [refusal.rule for refusal in refusals] == ["VOL-05"]

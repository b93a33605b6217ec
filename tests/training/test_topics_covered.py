"""A course is complete with the hours and every topic asked for; what is not covered is told and taken."""

from __future__ import annotations

from datetime import time

import pytest

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts import queries
from ressursvenn.programme.limits import Limits
from ressursvenn.training import changes, completion, facts, topics
from ressursvenn.volunteers import changes as volunteers

from .conftest import ahead, evening
from .test_pages import ALL, text

FOUR = (
    ("programme", "role"),
    ("violence", "trauma"),
    ("centre", "help"),
    ("confidentiality", "boundaries"),
)


@pytest.fixture
def twelve_hours(kari, hers):
    """She has been at four evenings, and none of them was about how to end well."""
    course = changes.lay_out_course(association=kari.association, title="Høsten", by=kari)
    last = evening(course, kari, 0, *FOUR[3])
    changes.sign_up(course=course, volunteer=hers, by=kari)
    held = [evening(course, kari, -days, *FOUR[days - 1]) for days in (1, 2, 3)]
    for one in (*held, last):
        changes.note_attendance(evening=one, came={hers: "came"}, by=kari)
    return course


def complete(volunteer) -> bool:
    return completion.is_met(volunteer, queries.terms(volunteer.association))


def test_every_topic_asked_for_is_on_the_list():
    assert set(Limits().course_topics) == set(topics.TOPICS)


def test_the_hours_without_a_topic_are_no_certificate_and_both_pages_say_which(
    twelve_hours, hers, signed_in, kari, solveig
):
    desk = signed_in(kari).get(f"{ALL}ressursvenn/{hers.reference}/")
    phone = signed_in(solveig).get("/v/kurs/")

    assert not complete(hers)
    assert "12 av 12 timer" in text(desk)
    assert "Ikke dekket ennå: å avslutte godt." in text(desk)
    assert "Temaer du ikke har vært med på ennå: å avslutte godt." in text(phone)
    for page in (desk, phone):
        assert "kursbeviset" not in text(page)
    assert signed_in(solveig).get("/v/kurs/bevis/").status_code == 404


def test_an_association_may_ask_for_topics_of_its_own(twelve_hours, hers, kari):
    own = [code for evening_topics in FOUR for code in evening_topics]
    accounts.set_local_limits(
        association=kari.association, begins=ahead(0), numbers={"course_topics": own}, by=kari
    )
    hers.association.refresh_from_db()

    assert complete(hers)


def test_what_is_not_covered_is_taken_as_a_guest(twelve_hours, hers, kari, solveig):
    other = changes.lay_out_course(association=kari.association, title="Våren", by=kari)
    about_it = evening(other, kari, 0, "endings", begins=time(0, 1))

    changes.make_up(evening=about_it, volunteer=hers, by=solveig)
    changes.note_attendance(evening=about_it, came={hers: "came"}, by=kari)

    assert complete(hers)


def test_hours_noted_by_hand_have_no_topic_and_are_held_against_none(hers, kari):
    volunteers.note_course_hours(volunteer=hers, on=ahead(-9), hours=12, by=kari)

    assert complete(hers)


def test_some_hours_by_hand_do_not_stand_for_the_topics(twelve_hours, hers, kari):
    volunteers.note_course_hours(volunteer=hers, on=ahead(-9), hours=4, by=kari)

    assert not complete(hers)


def test_whoever_has_not_begun_is_told_of_no_topic_and_comes_to_none_as_a_guest(
    hers, course, signed_in, solveig
):
    assert "Temaer du ikke" not in text(signed_in(solveig).get("/v/kurs/"))
    assert facts.left_of([], [], None, queries.terms(hers.association)) == set()

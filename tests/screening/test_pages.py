"""Who is on her way in, and one of them: few questions, as few for many, and none of a neighbour's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from ressursvenn.screening import changes
from ressursvenn.volunteers import changes as volunteers
from tests.access.test_query_counts import AT_MOST, questions
from tests.access.walking import Reader
from tests.volunteers.conftest import applicant, fresh, ready

from .conftest import ALL, WELL, at, interview_of, referee_of


def test_the_list_has_those_on_the_road_and_no_others(signed_in, kari, kaja, gro, theirs):
    on_her_way = fresh(applicant(kari, first_name="Underveis"))
    interview_of(on_her_way, kari, gro)
    ready(kari, kaja, first_name="Godkjent")
    gone = fresh(applicant(kari, first_name="Borte"))
    volunteers.note_leaving(volunteer=gone, on=timezone.localdate(), by=kari)

    page = signed_in(kari).get("/a/opptak/").content.decode()

    assert "Underveis" in page
    assert "0 av to er ferdige med notatene" in page
    for name in ("Godkjent", "Borte", "Borghild"):
        assert name not in page


def test_an_empty_list_says_what_belongs_here(signed_in, kari):
    assert "Ingen er på vei inn nå." in signed_in(kari).get("/a/opptak/").content.decode()


def test_her_page_leads_to_each_thing(signed_in, interview, volunteer, kari):
    page = signed_in(kari).get(at(volunteer)).content.decode()

    for what in ("notater/", "nei/", "papir/", "referanse/"):
        assert at(volunteer, what) in page
    assert f"/a/ressursvenner/{volunteer.reference}/#annet" in page  # pausing is there


def test_a_pause_set_there_is_said_in_the_list(signed_in, volunteer, kari):
    volunteers.pause(volunteer=volunteer, until=timezone.localdate() + timedelta(days=20), by=kari)

    assert "Pause til" in signed_in(kari).get("/a/opptak/").content.decode()


@pytest.mark.parametrize("what", ["list", "one"])
def test_few_questions_and_as_few_for_many(signed_in, volunteer, interview, kari, gro, what):
    browser = Reader(signed_in(kari))
    path = "/a/opptak/" if what == "list" else at(volunteer)
    filled(volunteer, interview, kari, gro)
    first = questions(browser, path)

    for _ in range(2):
        other = fresh(applicant(kari))
        filled(other, interview_of(other, kari, gro), kari, gro)
        word = changes.give_link(referee=referee_of(volunteer, kari), by=kari)
        changes.receive_statement(word=word, answers=WELL, said="")

    assert questions(browser, path) == first
    assert first[0] == 200
    assert first[1] <= AT_MOST


def filled(volunteer, interview, kari, gro):
    referee_of(volunteer, kari)
    for who in (kari, gro):
        changes.write_notes(interview=interview, answers=ALL, by=who, done=True)

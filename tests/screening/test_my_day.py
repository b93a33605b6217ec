"""What in Min dag concerns screening: counts without names, in one question, and none of a neighbour's."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection.models import AuditAbout
from ressursvenn.screening import changes, queries
from ressursvenn.screening.models import Assessment
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from tests.volunteers.conftest import applicant, days_ago, fresh, ready

from .conftest import ALL, WELL, interview_of, referee_of


def told(person, terms=None):
    terms = terms or accounts.terms(person.association)
    first, *others = queries.day_rows(person, terms)
    return [queries.day_line(*row, terms) for row in first.union(*others, all=True)]


def sentences(person, terms=None):
    return [line.sentence for line in told(person, terms)]


def one_answers(by):
    row = referee_of(fresh(applicant(by)), by)
    word = changes.give_link(referee=row, by=by)
    return changes.receive_statement(word=word, answers=WELL, said="")


def test_a_referee_has_answered_and_nobody_has_read(kari, kaja):
    row = one_answers(kari)
    assert sentences(kaja) == ["En referanse har svart, og ingen har lest det."]

    changes.read_statement(referee=row, by=kari)

    assert sentences(kaja) == []


def test_several_are_one_line(kari):
    for _ in range(3):
        one_answers(kari)

    (line,) = told(kari)
    assert line.sentence == "3 referanser har svart, og ingen har lest det."
    assert line.since == days_ago(0)


def test_notes_are_missing_for_whoever_has_not_written(interview, kari, gro, kaja):
    assert sentences(kari) == sentences(gro) == ["Notatene dine fra et intervju mangler."]
    assert sentences(kaja) == []

    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)

    assert sentences(kari) == []
    assert sentences(gro) == ["Notatene dine fra et intervju mangler."]


def test_the_other_waits_even_when_the_answer_is_noted(interview, kari, gro):
    changes.write_notes(interview=interview, answers=ALL, by=kari, done=True)
    volunteers.note_outcome(interview=interview, outcome="suitable", by=kari)

    assert sentences(gro) == ["Notatene dine fra et intervju mangler."]


def test_the_second_yes_waits_for_them_though_the_answer_is_noted(volunteer, kari, gro):
    interview_of(volunteer, kari, gro, outcome="suitable")

    assert sentences(kari) == sentences(gro) == ["Notatene dine fra et intervju mangler."]


def test_a_no_waits_for_nothing_nor_does_somebody_approved_before_this_room(
    volunteer, kari, gro, kaja
):
    interview_of(volunteer, kari, gro, outcome="not_suitable")
    ready(kari, kaja)
    Assessment.objects.all().delete()

    assert sentences(kari) == sentences(gro) == []


def test_of_whom_a_line_tells_she_stands_on_the_page_it_leads_to(
    signed_in, kari, kaja, gro, time_machine
):
    one = ready(kari, kaja, first_name="Godkjent")
    browser = signed_in(kari)
    assert "Godkjent" not in browser.get("/a/opptak/").content.decode()
    word = changes.give_link(referee=referee_of(fresh(one), kari), by=kari)
    row = changes.receive_statement(word=word, answers=WELL, said="")

    (line,) = told(kari)
    page = browser.get(line.url).content.decode()
    assert "Godkjent" in page
    assert "godkjent av to" in page
    changes.read_statement(referee=row, by=kari)
    assert "Godkjent" not in browser.get(line.url).content.decode()

    interview_of(fresh(one), kari, gro)
    (line,) = told(kari)
    page = browser.get(line.url).content.decode()
    assert "Godkjent" in page
    assert "notatene dine mangler" in page


def test_before_notes_that_nobody_decides_on_are_erased_it_is_said(
    signed_in, interview, kari, gro, kaja, nora, time_machine
):
    for who in (kari, gro):
        changes.write_notes(interview=interview, answers=ALL, by=who, done=True)
    time_machine.move_to(timezone.now() + timedelta(days=90 - 14 - 3 - 1))  # held three days ago
    assert sentences(kaja) == []

    time_machine.move_to(timezone.now() + timedelta(days=1))

    (line,) = told(kaja)
    assert line.sentence == "Et intervju er ikke avgjort, og notatene slettes snart."
    assert "notatene slettes snart" in signed_in(kaja).get(line.url).content.decode()
    assert sentences(nora) == []
    volunteers.note_outcome(interview=interview, outcome="suitable", by=kaja)
    assert sentences(kaja) == []


def test_nor_does_one_whose_notes_would_be_erased_nor_one_of_somebody_who_left(
    volunteer, kari, gro
):
    volunteers.note_interview(
        volunteer=volunteer,
        on=days_ago(100),
        first_interviewer=kari,
        second_interviewer=gro,
        by=kari,
    )
    assert sentences(kari) == []
    interview_of(volunteer, kari, gro)
    volunteers.note_leaving(volunteer=volunteer, on=days_ago(0), by=kari)

    assert sentences(kari) == []


@pytest.fixture
def renewing(kari):
    """Terms where a certificate is spoken of again after a month, in a window of 15 days."""
    terms = accounts.terms(kari.association)
    numbers = {"certificate_renewal_months": 1, "certificate_renewal_window_days": 15}
    return replace(terms, limits=replace(terms.limits, **numbers))


def test_a_certificate_of_long_ago_is_counted_while_the_window_is_open(kari, kaja, renewing):
    one = ready(kari, kaja)  # shown twenty days ago
    applicant(kari)
    assert sentences(kari) == []  # no renewal

    (line,) = told(kari, renewing)

    assert line.sentence.startswith("En ressursvenn viste politiattesten for så lenge siden")
    assert [row.pk for row in queries.to_renew(kari, renewing)] == [one.pk]
    assert line.url == "/a/opptak/#fornye"


def test_nobody_is_stopped_by_it(kari, kaja, renewing):
    from ressursvenn.volunteers import facts, rules

    one = ready(kari, kaja)

    assert rules.may_be_matched(facts.of(one), renewing) == ()


def test_asked_for_anew_it_is_another_line(kari, kaja, renewing):
    one = ready(kari, kaja)
    volunteers.ask_for_certificate(volunteer=one, on=days_ago(0), by=kari)

    assert sentences(kari, renewing) == []


def test_the_page_names_those_whose_certificate_is_long_ago(signed_in, kari, kaja, nora):
    numbers = {"certificate_renewal_months": 1, "certificate_renewal_window_days": 15}
    type(kari.association).objects.update(own_numbers={"2026-01-01": numbers})
    one = ready(kari, kaja, first_name="Lengesiden")
    browser = signed_in(kari)

    page = browser.get("/a/opptak/").content.decode()

    assert "Snakk om en ny politiattest" in page
    assert "Lengesiden Solbakken" in page
    opened = AuditAbout.objects.filter(entry__did="protection.opened", entry__purpose="list")
    assert one.reference in {row.reference for row in opened}
    assert "så lenge siden" in browser.get("/a/").content.decode()
    assert "Lengesiden" not in signed_in(nora).get("/a/opptak/").content.decode()


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig", "vigdis", "bodil"])
def test_nobody_elsewhere_is_told(interview, kari, people, who):
    one_answers(kari)
    person = people[who]

    rows = queries.day_rows(person, accounts.terms(person.association))

    assert [list(row) for row in rows] in ([], [[], [], []])


def test_no_line_holds_a_name(interview, kari):
    one_answers(kari)

    assert not [line for line in told(kari) if "Ingrid" in line.sentence or line.who]
    assert Volunteer.objects.count() == 2

"""What in Min dag concerns screening: counts without names, in one question, and none of a neighbour's."""

from dataclasses import replace

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.screening import changes, queries
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


def test_an_interview_from_before_this_room_asks_for_nothing(volunteer, kari, gro):
    interview_of(volunteer, kari, gro, outcome="suitable")

    assert sentences(kari) == []


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
    ready(kari, kaja)  # shown twenty days ago
    assert sentences(kari) == []  # no renewal

    (line,) = told(kari, renewing)

    assert line.sentence.startswith("En ressursvenn viste politiattesten for så lenge siden")
    assert len(queries.to_renew(kari, renewing)) == 1


def test_nobody_is_stopped_by_it(kari, kaja, renewing):
    from ressursvenn.volunteers import facts, rules

    one = ready(kari, kaja)

    assert rules.may_be_matched(facts.of(one), renewing) == ()


def test_asked_for_anew_it_is_another_line(kari, kaja, renewing):
    one = ready(kari, kaja)
    volunteers.ask_for_certificate(volunteer=one, on=days_ago(0), by=kari)

    assert sentences(kari, renewing) == []


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig", "vigdis", "bodil"])
def test_nobody_elsewhere_is_told(interview, kari, people, who):
    one_answers(kari)
    person = people[who]

    rows = queries.day_rows(person, accounts.terms(person.association))

    assert [list(row) for row in rows] in ([], [[], []])


def test_no_line_holds_a_name(interview, kari):
    one_answers(kari)

    assert not [line for line in told(kari) if "Ingrid" in line.sentence or line.who]
    assert Volunteer.objects.count() == 2

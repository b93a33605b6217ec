"""What Min dag says: a line for whoever is to answer, and after two days one for whoever asked too."""

import pytest
import time_machine

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.together import changes, queries

from .conftest import NATIONAL, ask, later

NOBODY_ELSE = "Foreningen har ingen andre. Nasjonal rådgiver er spurt."


def lines(person):
    return queries.day_lines(person, accounts.terms(person.association))


def sentences(person):
    return [line.sentence for line in lines(person)]


def leaves(*people):
    for person in people:
        Person.objects.filter(pk=person.pk).update(left_on="2026-01-01", left_by=person)


def test_it_is_a_line_for_whoever_may_answer(asked, people):
    waits = {who for who, person in people.items() if lines(person)}

    assert waits == {"kaja", "gro"}
    (line,) = lines(people["kaja"])
    assert line.sentence == "Skal dette gjøres? Kari Lund (Oslo lokalforening) spør."
    assert (line.act, line.url) == ("Se og svar", "/a/to/")


def test_after_two_days_it_is_a_line_in_both_and_the_adviser_steps_in(asked, people):
    with time_machine.travel(later(days=2)):
        assert lines(people["kari"]) == lines(people["astrid"]) == []
    with time_machine.travel(later(days=3)):
        waits = {who for who, person in people.items() if lines(person)}
        told = sentences(people["kari"]) + sentences(people["kaja"])

    assert waits == {"kari", "kaja", "gro", "astrid"}
    assert all(sentence.endswith("Har ventet i 3 dager.") for sentence in told)
    assert told[0] == "Du har spurt: Skal dette gjøres? Har ventet i 3 dager."


def test_where_there_is_nobody_else_the_adviser_has_it_at_once(asked, people, signed_in):
    leaves(people["kaja"], people["gro"])

    assert len(lines(people["astrid"])) == 1
    with time_machine.travel(later(days=3)):
        assert len(lines(people["kari"])) == 1
        assert NOBODY_ELSE in signed_in(people["kari"]).get("/a/to/").content.decode()


@pytest.mark.parametrize("what", ["answered", "taken back", "too old"])
def test_a_line_goes_when_there_is_nothing_to_answer(asked, kari, kaja, what):
    if what == "answered":
        changes.answer(asked=asked, yes=False, by=kaja)
    if what == "taken back":
        changes.take_back(asked=asked, by=kari)
    with time_machine.travel(later(days=15 if what == "too old" else 3)):
        assert lines(kari) == lines(kaja) == []


def test_many_of_a_kind_are_one_line(thing, kari, kaja):
    for number in range(2, 7):
        ask(kari, about=f"abcd234{number}")

    (line,) = lines(kaja)
    assert line.sentence == "Skal disse 5 gjøres? Kari Lund (Oslo lokalforening) spør."
    assert line.who == ""


def test_what_concerns_the_country_waits_for_its_own(thing, people, siri):
    ask(siri, NATIONAL)

    waits = {who for who, person in people.items() if lines(person)}

    assert waits == {"astrid", "pernille"}


def test_a_line_costs_one_question(asked, kari, kaja, django_assert_num_queries):
    kaja, terms = Person.objects.get(pk=kaja.pk), accounts.terms(kari.association)

    with django_assert_num_queries(1):
        queries.day_lines(kaja, terms)
    with django_assert_num_queries(1):
        queries.day_lines(kari, terms)
    with time_machine.travel(later(days=3)), django_assert_num_queries(1):
        queries.day_lines(kari, accounts.terms(None))


def test_it_stands_in_min_dag_itself(signed_in, asked, kaja):
    page = signed_in(kaja).get("/a/").content.decode()

    assert "Skal dette gjøres?" in page
    assert 'href="/a/to/"' in page

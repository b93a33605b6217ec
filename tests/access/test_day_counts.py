"""The rooms that only count say it in one question, and a line of each comes through as it should."""

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.web import day

from .test_query_counts import counted

pytestmark = pytest.mark.django_db


def test_all_that_is_counted_is_one_question(world):
    kari = world.people["kari"]
    terms = accounts.terms(kari.association)
    with counted() as asked:
        told = day._counted(kari, terms)

    assert len(asked) == 1
    assert told, "a world where nothing waits shows nothing"
    assert all(line.sentence and line.url and line.act for line in told)


def test_the_union_says_the_same_as_each_room_alone(world):
    kari = world.people["kari"]
    terms = accounts.terms(kari.association)
    alone = [
        room.day_line(*row, terms)
        for room in day.COUNTED.values()
        for rows in room.day_rows(kari, terms)
        for row in rows
    ]

    assert sorted(alone, key=str) == sorted(day._counted(kari, terms), key=str)


@pytest.mark.parametrize("who", ["solveig", "kirsti", "bodil", "vigdis", "siri"])
def test_whoever_leads_no_volunteers_is_told_nothing_here(world, who):
    person = world.people[who]

    assert day._counted(person, accounts.terms(person.association)) == []


def test_an_editor_is_told_of_the_alliance_and_of_nobody_else(world):
    ella = world.people["ella"]
    told = day._counted(ella, accounts.terms(None))

    assert told
    assert {line.url.split("/")[2] for line in told} <= {
        "allianse",
        "krav",
        "standpunkt",
        "sider",
        "rapporter",
    }
    assert {line.who for line in told} == {""}

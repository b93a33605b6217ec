"""The made-up world: as many people as promised, at every station, alive around today; and one click in."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import ROLES
from ressursvenn.pairs.models import MeetUp, Pair
from ressursvenn.participants.models import Participant
from ressursvenn.programme.states import PairState, Station
from ressursvenn.rehearsal import world
from ressursvenn.rehearsal.cast import CAST
from ressursvenn.volunteers import facts, rules
from ressursvenn.volunteers.models import Volunteer


@pytest.fixture(scope="module")
def the_world(django_db_setup, django_db_blocker):
    """Made once, and taken away when this file is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world.make()
        transaction.set_rollback(True)


@pytest.fixture
def made(the_world, db):
    return the_world


def test_it_holds_what_it_promises(made):
    assert [house.slug for house in Association.objects.order_by("id")] == [
        "oslo",
        "drammen",
        "moss",
        "tom",
    ]
    assert (Volunteer.objects.count(), Participant.objects.count(), Pair.objects.count()) == (
        71,
        25,
        14,
    )
    assert Person.objects.count() == len(CAST)
    assert {part.role for part in CAST} == set(ROLES)


def test_two_of_the_cast_volunteer_and_have_something_to_do(made):
    pairs = {
        name: Pair.objects.get(volunteer__person__sign_name=name)
        for name in ("ressursvenn", "ressursvenn2")
    }

    assert pairs["ressursvenn"].state is PairState.RUNNING
    assert pairs["ressursvenn2"].state is PairState.SHE_SAID_YES


def test_the_new_association_is_empty(made):
    empty = made.houses["tom"]

    assert not Volunteer.objects.filter(association=empty).exists()
    assert not Participant.objects.filter(association=empty).exists()


def test_there_are_pairs_in_every_state_and_a_year_of_them(made):
    pairs = list(Pair.objects.all())
    today = timezone.localdate()

    assert {pair.state for pair in pairs} == set(PairState)
    assert min(pair.decided_on for pair in pairs) < today - timedelta(days=365)
    assert max(meet_up.day for meet_up in MeetUp.objects.all()) > today - timedelta(days=10)


def test_there_are_volunteers_at_every_station(made):
    terms = accounts.terms(None)
    known = facts.of_many(Volunteer.objects.all()).values()

    assert {rules.station_reached(rules.road(one, terms)) for one in known} >= set(Station)


def test_the_same_seed_makes_the_same_people(db, django_db_blocker):
    first, second = world.Inventor(7), world.Inventor(7)

    assert [first.name() for _ in range(50)] == [second.name() for _ in range(50)]


def test_a_second_world_is_not_made_on_top(made):
    said = StringIO()

    call_command("make_world", stderr=said)

    assert "en verden fra før" in said.getvalue()
    assert Association.objects.count() == 4


def test_the_cast_is_told_line_by_line(db):
    said = StringIO()

    call_command("cast", stdout=said)

    assert [line.split()[0] for line in said.getvalue().splitlines()] == [
        part.sign_name for part in CAST
    ]


@pytest.mark.parametrize(("who", "where"), [("koordinator", "/a/"), ("ressursvenn", "/v/")])
def test_one_click_signs_in(client, made, who, where):
    answer = client.post("/prove/inn/", {"who": who})

    assert answer.url == where
    assert client.get(where).status_code == 200


def test_there_is_a_button_for_each(client, made):
    page = client.get("/a/inn/").content.decode()

    assert all(f'value="{part.sign_name}"' in page for part in CAST)
    assert "Logg inn som Kari, koordinator" in page


@pytest.mark.parametrize("who", ["", "ukjent", "root"])
def test_nobody_else_gets_in_this_way(client, made, who):
    assert client.post("/prove/inn/", {"who": who}).status_code == 404
    assert client.get("/prove/inn/").status_code == 405


def test_from_the_front_page_one_finds_the_way_in(client, made):
    assert 'href="/a/inn/">Prøv skrivebordet' in client.get("/").content.decode()


def test_where_people_are_real_the_front_page_does_not_tell_of_the_desk(client, db, settings):
    settings.REHEARSAL = False

    assert "/a/" not in client.get("/").content.decode()

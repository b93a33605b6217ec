"""The cast as fixtures, and how somebody signs in."""

from __future__ import annotations

import pytest
from django.test import Client

from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.accounts.second_factor import REHEARSED

from . import people as the_people


@pytest.fixture
def houses(db) -> dict[str, Association]:
    return the_people.associations()


@pytest.fixture
def people(houses) -> dict[str, Person]:
    """Everybody by sign-in name: people["kari"]."""
    return the_people.cast(houses)


@pytest.fixture
def oslo(houses) -> Association:
    return houses["oslo"]


@pytest.fixture
def nabo(houses) -> Association:
    return houses["nabo"]


@pytest.fixture
def sentrum(houses) -> CrisisCentre:
    return CrisisCentre.objects.get(slug="sentrum")


def _one(sign_name: str):
    @pytest.fixture(name=sign_name)
    def person(people) -> Person:
        return people[sign_name]

    return person


kari, kaja, gro, solveig, nora, nils = map(_one, ("kari", "kaja", "gro", "solveig", "nora", "nils"))
bodil, astrid, vigdis, kirsti = map(_one, ("bodil", "astrid", "vigdis", "kirsti"))
siri, pernille, ella = map(_one, ("siri", "pernille", "ella"))


@pytest.fixture
def signed_in():
    """`signed_in(person)` is a browser where that person has signed in, second factor and all."""

    def sign_in(person: Person | None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
            session = client.session
            session[REHEARSED] = True
            session.save()
        return client

    return sign_in

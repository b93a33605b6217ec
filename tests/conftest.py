"""The cast as fixtures, and how somebody signs in."""

from __future__ import annotations

import gc
import logging
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.accounts.second_factor import REHEARSED
from ressursvenn.protection.logs import PlaceOnly
from ressursvenn.protection.models import AuditEntry

from . import canary, emptying, laid_out
from . import people as the_people
from .witnessing import witnesses  # noqa: F401 -- a fixture


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    emptying.let_django_empty()
    gc.collect()
    gc.freeze()  # what is loaded by now stays: not to be looked through again for each test


@pytest.fixture(scope="session")
def made_once(django_db_setup, django_db_blocker) -> list[laid_out.Rows]:
    """The rows of the houses, and those of the people in them."""
    with django_db_blocker.unblock():
        return laid_out.made(the_people.associations, lambda: the_people.cast(the_people.by_slug()))


@pytest.fixture
def houses(db, made_once) -> dict[str, Association]:
    laid_out.lay(made_once[0])
    return the_people.by_slug()


@pytest.fixture
def people(houses, made_once) -> dict[str, Person]:
    """Everybody by sign-in name: people["kari"]."""
    if AuditEntry.objects.count() != len(made_once[0][AuditEntry._meta.db_table]):
        return the_people.cast(houses)  # something has happened here first, and is in the log
    laid_out.lay(made_once[1])
    return the_people.by_sign_name()


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


# --- the marker oracle watches the whole run ------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _watched_answers():
    """Every answer, from the test client and from the live server, passes the watch."""
    settings.MIDDLEWARE = ["tests.canary.Watch", *settings.MIDDLEWARE]
    log = canary.LogWatch()
    log.setFormatter(PlaceOnly())
    logging.getLogger().addHandler(log)
    yield
    logging.getLogger().removeHandler(log)
    canary.scan_files(Path(os.environ["RESSURSVENN_DATA"]))
    assert canary.leaks == []


@pytest.fixture(autouse=True)
def _no_marker_leaks(request):
    """After each test: what was met outside its audience fails the test it was met in."""
    used, made = set(request.fixturenames), canary.so_many()
    database = {"db", "transactional_db"} & used
    for name in database:
        request.getfixturevalue(name)  # so that it is still there when this fixture ends
    yield
    if database and ("world" in used or canary.so_many() != made):  # else there is none to be met
        canary.scan_database()
    canary.scan_messages()
    met, canary.leaks[:] = list(canary.leaks), []
    assert met == []

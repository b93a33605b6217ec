"""The marked world, made once for this folder, and somebody who attacks it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command

from ressursvenn.accounts.models import Association, Person
from tests import people as the_people
from tests.access import addresses
from tests.access.conftest import _a_long_walk_is_no_flood, _made, its_keys, people, world
from tests.access.forms import Form
from tests.access.walking import Reader
from tests.web.conftest import browser, looking

from .standing import own_forms

__all__ = [
    "_a_long_walk_is_no_flood",
    "_made",
    "browser",
    "its_keys",
    "looking",
    "people",
    "reading_as",
    "world",
]


@pytest.fixture
def reading_as(world, signed_in):
    """`reading_as("kari")` or a role of `addresses.ROLES`; "" is nobody."""

    def reader(who: str = "") -> Reader:
        return Reader(signed_in(world.people.get(addresses.ROLES.get(who, who))))

    return reader


@pytest.fixture
def alone(transactional_db) -> dict[str, Person]:
    """The cast without the marked world, which the other tests of this folder are done with by then."""
    if Association.objects.exists():
        call_command("flush", interactive=False, verbosity=0)
    return the_people.cast(the_people.associations())


@pytest.fixture(scope="package")
def found() -> dict[str, list[Form]]:
    """Forms by reader: the pages are those of one world, so they are looked through once."""
    return {}


@pytest.fixture
def forms_of(world, reading_as, found) -> Callable[[str], list[Form]]:
    """`forms_of("kari")`: every form on her own pages."""

    def asked(who: str) -> list[Form]:
        if who not in found:
            found[who] = list(own_forms(world, reading_as(who)))
        return found[who]

    return asked

"""The marked world, made once for this folder; each test leaves it as it was."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from tests import marked_world


@pytest.fixture(scope="package")
def _made(django_db_setup, django_db_blocker):
    """Committed, since making it takes a second; taken away again when the folder is done."""
    with django_db_blocker.unblock():
        yield marked_world.make()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def world(_made, db) -> marked_world.World:
    """What a test does to it is rolled back."""
    return _made


@pytest.fixture
def people(world):
    return world.people

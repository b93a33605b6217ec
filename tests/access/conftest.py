"""The marked world, made once for this folder; each test leaves it as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from ressursvenn.stands import sieve
from tests import marked_world
from tests.environment import UNLIMITED, start_keeper

from . import addresses, open_agenda, open_alliance, open_grants, open_rooms
from .forms import Form, forms_of
from .walking import Reader

WAYS_OUT = ("/lukk/", "/ut/")


class Keys:
    """The keeper's files of this world: an erasure is not rolled back with the database, so we do it."""

    def __init__(self, folder) -> None:
        self.store, self.tombstones = folder / "keys.sqlite3", folder / "tombstones"
        self.all: list[tuple] = []

    def remember(self) -> None:
        with closing(sqlite3.connect(self.store)) as store:
            self.all = store.execute("SELECT * FROM kept").fetchall()

    def bring_back(self) -> None:
        if self.tombstones.exists() and self.tombstones.stat().st_size:
            self.tombstones.write_text("")
            with closing(sqlite3.connect(self.store, timeout=20)) as store, store:
                store.executemany("INSERT OR IGNORE INTO kept VALUES (?, ?, ?, ?, ?, ?)", self.all)


@pytest.fixture(scope="package")
def its_keys(tmp_path_factory):
    """A keeper for this folder alone."""
    folder, shared = tmp_path_factory.mktemp("keeper"), settings.KEEPER
    most = ("--reader-limit", UNLIMITED, "--house-limit", UNLIMITED, "--limit", UNLIMITED)
    keeper, settings.KEEPER = start_keeper(folder, *most)
    yield Keys(folder)
    settings.KEEPER = shared
    keeper.stdin.close()
    keeper.wait()


@pytest.fixture(scope="package")
def _made(its_keys, django_db_setup, django_db_blocker):
    """Committed, since making it takes a second; taken away again when the folder is done."""
    with django_db_blocker.unblock():
        made = marked_world.make()
        open_rooms.fill(made)
        open_alliance.fill(made)
        open_agenda.fill(made)
        open_grants.fill(made)
        its_keys.remember()
        yield made
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def world(_made, its_keys, db) -> marked_world.World:
    """What a test does to it is rolled back."""
    yield _made
    its_keys.bring_back()


@pytest.fixture
def people(world):
    return world.people


@pytest.fixture(autouse=True)
def _a_long_walk_takes_no_time():
    """Nobody's session runs out while every page is asked for, however slow the machine is."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.fixture(autouse=True)
def _a_long_walk_is_no_flood(monkeypatch):
    """Whoever asks for every page takes more stands than people can write by hand."""
    monkeypatch.setattr(sieve.door, "lets_through", lambda address: True)


@pytest.fixture(scope="package")
def found() -> dict[str, list[Form]]:
    """Forms by role. The pages are those of one world, so they are looked through once."""
    return {}


@pytest.fixture
def forms_of_role(world, signed_in, found):
    """The reader of a role, and every form on her pages."""

    def asked(role: str) -> tuple[Reader, list[Form]]:
        reader = Reader(signed_in(world.people.get(addresses.ROLES[role])))
        if role not in found:
            found[role] = list(_forms_for(world, reader))
        return reader, found[role]

    return asked


def _forms_for(world, reader: Reader) -> Iterator[Form]:
    """Every form on every page of this reader's own, each address once."""
    met: set[tuple[str, tuple[str, ...]]] = set()
    for name in addresses.names():
        for ownership in ("own", "ended"):
            for path in addresses.paths(name, world).get(ownership, []):
                page = reader.ask_in_vain("get", path)
                if page.status_code != 200 or page.streaming:
                    continue
                for form in forms_of(page.content.decode(errors="replace"), path):
                    key = (form.action, tuple(sorted(form.names)))
                    if key not in met and not form.action.endswith(WAYS_OUT):
                        met.add(key)
                        yield form

"""After an erasure the bytes are gone from the disk too: from the file, and from what lies beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.protection import retention
from tests import canary, people

WORD = (
    "qzvsosloqleftoverq9999q"  # a marker of a class that lies in the clear: what she signs in with
)


def on_disk() -> int:
    """How often the word stands in the database file and what SQLite keeps beside it."""
    folder = Path(connection.settings_dict["NAME"]).parent
    files = folder.glob(f"{Path(connection.settings_dict['NAME']).name}*")
    return sum(path.read_bytes().count(WORD.encode()) for path in files)


@pytest.fixture
def gone(transactional_db):
    """Somebody who volunteered and has left, by a name and an address that the log-in must read."""
    houses = people.associations()
    kari = people.cast(houses)["kari"]
    person = accounts.take_in(
        sign_name=WORD[:30], name=WORD, role="volunteer", association=houses["oslo"],
        email=f"{WORD}@example.org", by=None,
    )  # fmt: skip
    accounts.close_account(person=person, on=timezone.localdate(), by=kari)
    return person


def test_what_was_in_the_clear_is_gone_from_the_file_after_the_night(gone):
    retention.leave_nothing_behind()
    assert on_disk() > 0

    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert retention.erase_what_is_due()["account_volunteer"] == 1

    assert on_disk() == 0


def test_deleting_alone_is_not_enough(gone):
    """So that the test above is known to see what is left."""
    retention.leave_nothing_behind()
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        before, retention.leave_nothing_behind = retention.leave_nothing_behind, lambda: None
        try:
            retention.erase_what_is_due()
        finally:
            retention.leave_nothing_behind = before

    assert on_disk() > 0
    retention.leave_nothing_behind()
    assert on_disk() == 0


def test_the_database_is_told_to_overwrite_what_goes(db):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone()[0] == 1
    assert canary.MARKER.search(WORD)

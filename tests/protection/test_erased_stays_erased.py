"""Old copies are laid back after somebody is erased: the house's, the keeper's, or both. Nobody reads her."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from keeper.acts import Keeper
from keeper.backups import back_up, restore
from ressursvenn.participants import changes as participants
from ressursvenn.participants.models import Participant
from ressursvenn.protection import keeping, opening, retention, vault
from tests.environment import times
from tests.keeper.conftest import Running, folder, running

__all__ = ["folder", "running"]
TABLE = "participants_participant"
EVERYBODY = times(100)


@pytest.fixture
def own_keeper(running: Running, settings) -> Running:
    """A keeper of this test's own, that may be stopped and given back old keys."""
    settings.KEEPER = running.door
    return running


@pytest.fixture
def erased(own_keeper, kari, tmp_path):
    """So many who have withdrawn and are erased; and copies of everything from before that."""
    rows = [
        participants.refer(
            association=kari.association, crisis_centre=None, called=f"Fugl{n}", by=kari
        )
        for n in range(EVERYBODY)
    ]
    for row in rows:
        participants.withdraw_consent(participant=row, by=kari)
    assert len(opening.open_cards(sealed(rows), by=kari, purpose="list")) == EVERYBODY
    copies = {
        "house": _read(),
        "keeper": back_up(own_keeper.folder, Keeper(own_keeper.folder), tmp_path / "copies"),
    }
    (sort,) = (one for one in retention.sorts() if one.keep == "participant")
    for row in rows:
        assert retention.erase(sort, row.reference, by=kari)
    assert not Participant.objects.exists()
    return rows, copies


def sealed(rows) -> list[Participant]:
    """As the database has them."""
    return list(Participant.objects.filter(reference__in=[row.reference for row in rows]))


def _read() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {TABLE}")
        return cursor.fetchall()


def _lay_back(rows: list[tuple]) -> None:
    marks = ", ".join(["%s"] * len(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", rows)


def unreadable(rows, by) -> int:
    """How many of these cannot be opened, in a list or alone, by anybody or by the house itself."""
    shown = opening.open_cards(sealed(rows), by=by, purpose="list")
    shown += opening.open_cards(sealed(rows), by=None, purpose="retention")
    number = 0
    for row in sealed(rows):
        try:
            opening.open_record(row, by=None, purpose="retention")
        except vault.Erased:
            number += 1
    return number if not shown else 0


def _keeper_with(own_keeper: Running, settings, lay_back) -> None:
    """The keeper stops, old keys are laid in its folder, and it starts again."""
    own_keeper.stop()
    for beside in ("-wal", "-shm"):
        (own_keeper.folder / f"keys.sqlite3{beside}").unlink(missing_ok=True)
    lay_back()
    own_keeper.start()
    settings.KEEPER = own_keeper.door


def test_an_old_copy_of_the_house_is_read_by_nobody(erased, kari):
    rows, copies = erased
    _lay_back(copies["house"])

    assert len(sealed(rows)) == EVERYBODY
    assert unreadable(rows, kari) == EVERYBODY


def test_nor_with_the_keepers_backup_laid_back(erased, kari, own_keeper, settings):
    rows, copies = erased
    gone = []
    _keeper_with(
        own_keeper, settings, lambda: gone.append(restore(own_keeper.folder, copies["keeper"]))
    )
    _lay_back(copies["house"])

    assert gone == [EVERYBODY]
    assert unreadable(rows, kari) == EVERYBODY


def test_nor_with_the_keepers_old_file_copied_over_by_hand(erased, kari, own_keeper, settings):
    """The keys themselves are there again. The list of those who are gone is asked at every unwrap."""
    rows, copies = erased
    old, now = copies["keeper"] / "keys.sqlite3", own_keeper.folder / "keys.sqlite3"
    _keeper_with(own_keeper, settings, lambda: shutil.copy(old, now))
    _lay_back(copies["house"])

    assert Keeper(own_keeper.folder).store.number("kept") == EVERYBODY
    assert unreadable(rows, kari) == EVERYBODY


def test_and_the_next_night_takes_the_rows_again(erased):
    rows, copies = erased
    _lay_back(copies["house"])

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert retention.erase_what_is_due()["participant"] == EVERYBODY
    assert sealed(rows) == []


def test_nobody_gets_new_keys_under_the_reference_of_somebody_who_is_gone(erased, kari):
    rows, _ = erased
    with pytest.raises(keeping.Refused, match="gone"):
        vault.make_keys(rows[0].reference, kari.association.reference)

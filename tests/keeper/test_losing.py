"""What is lost comes back with two of three officers, from a backup, or after a turn of the key."""

import json
import subprocess
import sys
import threading
import time
from itertools import combinations

import pytest

from keeper import backups, rotation
from keeper.acts import Keeper
from keeper.masters import Lost, Masters
from keeper.officers import NotEnough, Officers
from tests.environment import ROOT, times

READ = {"reader": "kari", "house": "oslo", "purpose": "list"}
DAY = 24 * 3600


def people(number):
    return [f"p{at:04}" for at in range(number)]


def cards(keeper, owners):
    return keeper.cards(owners, **READ)["keys"]


@pytest.fixture
def keeper(folder):
    keeper = Keeper(folder)
    keeper.make(people(100), "oslo")
    return keeper


# --- officers -------------------------------------------------------------------------------------


def test_any_two_of_three_bring_the_keys_back_and_no_one_does(folder, keeper):
    officers, before = Officers(folder), cards(keeper, people(100))
    words = officers.appoint(keeper.masters)

    for two in combinations(words, 2):
        keeper.masters.retire(1)
        with pytest.raises(Lost):
            cards(Keeper(folder), people(1))
        assert officers.recover(Masters(folder), {one: words[one] for one in two}) == [1]
        assert cards(Keeper(folder), people(100)) == before
    for one in words:
        with pytest.raises(NotEnough, match="Two different officers"):
            officers.recover(Masters(folder), {one: words[one]})


def test_a_word_typed_wrongly_is_told_and_spaces_and_capitals_are_not_wrong(folder, keeper):
    officers = Officers(folder)
    words = officers.appoint(keeper.masters)
    keeper.masters.retire(1)

    with pytest.raises(NotEnough, match="officer 2 is not right"):
        officers.recover(Masters(folder), {1: words[1], 2: words[3]})
    typed = {1: words[1].upper().replace("-", " "), 2: f" {words[2]}\n"}
    assert officers.recover(Masters(folder), typed) == [1]


def test_new_officers_make_the_old_words_nothing(folder, keeper):
    officers = Officers(folder)
    old = officers.appoint(keeper.masters)
    officers.appoint(keeper.masters)

    with pytest.raises(NotEnough):
        officers.recover(Masters(folder), {1: old[1], 2: old[2]})


def test_the_words_stay_good_when_the_master_has_turned(folder, keeper):
    officers, before = Officers(folder), cards(keeper, people(100))
    words = officers.appoint(keeper.masters)
    rotation.rotate(keeper, officers)
    for version in keeper.masters.versions():
        keeper.masters.retire(version)

    assert officers.recover(Masters(folder), {2: words[2], 3: words[3]}) == [1, 2]
    assert cards(Keeper(folder), people(100)) == before


def test_a_word_is_neither_kept_nor_guessable_from_what_is(folder, keeper):
    words = Officers(folder).appoint(keeper.masters)
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())

    for word in words.values():
        assert word.encode() not in kept
        assert len(word.replace("-", "")) == 32


def test_recovering_at_a_prompt(folder, keeper):
    words = Officers(folder).appoint(keeper.masters)
    keeper.masters.retire(1)
    command = [sys.executable, "-m", "keeper", "recover", "--folder", str(folder)]

    answer = subprocess.run(
        [*command, "--officer", "1", "--officer", "3"],
        cwd=ROOT, input=f"{words[1]}\n{words[3]}\n", capture_output=True, text=True,
    )  # fmt: skip

    assert answer.stdout.endswith("Brought back: master key 1.\n")
    assert cards(Keeper(folder), people(1))


# --- a turn of the key ----------------------------------------------------------------------------


def test_the_master_turns_while_everybody_reads(folder, running):
    owners = people(times(2000))
    before = running.make(*owners)
    expected = {owner: card for owner, (card, _) in before.items()}
    failed, done = [], threading.Event()

    def read():
        while not done.is_set():
            told = running.ask("cards", owners=owners, **READ)
            if told.get("keys") != expected:
                failed.append(told.get("refused", "another key"))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    turns = [rotation.rotate(Keeper(folder), Officers(folder)) for _ in range(3)]
    done.set()
    for reader in readers:
        reader.join()

    assert turns == [len(owners)] * 3
    assert failed == []
    assert Keeper(folder).store.masters() == {4}


def test_a_turn_that_was_stopped_is_ended_by_the_next(folder, keeper):
    version = keeper.masters.make()
    for row in keeper.store.wrapped_before(version, 40):
        keeper.store.wrap_anew(row, keeper.rewrapped(row, version))

    assert len(cards(keeper, people(100))) == 100
    assert rotation.wrap_all(keeper, version) == 60
    assert rotation.unused(keeper) == [1]


# --- backups --------------------------------------------------------------------------------------


def test_whoever_was_erased_after_the_backup_stays_erased(folder, keeper, tmp_path):
    copy = backups.back_up(folder, keeper, tmp_path / "copies")
    gone = people(100)[: times(1000)]
    keeper.destroy(gone)

    assert backups.restore(folder, copy) == len(gone)
    assert cards(Keeper(folder), gone) == {}


def test_on_a_new_machine_a_backup_from_before_the_erasure_revives_nobody(folder, tmp_path):
    copies = tmp_path / "copies"
    keeper = Keeper(folder, copies=copies)
    keeper.make(people(3), "oslo")
    copy = backups.back_up(folder, keeper, copies)
    keeper.destroy(people(2))

    assert backups.restore(tmp_path / "another", copy) == 2
    assert Keeper(tmp_path / "another").alive(people(3))["owners"] == ["p0002"]


def test_an_old_store_laid_over_the_new_one_reads_nobody_who_is_gone(folder, keeper):
    keeper.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    old = keeper.store.path.read_bytes()
    keeper.destroy(people(100))
    keeper.store.connection.close()
    keeper.store.path.write_bytes(old)

    again = Keeper(folder)

    assert again.store.number("kept") == 100
    assert cards(again, people(100)) == {}


def test_a_backup_holds_no_master_and_is_kept_a_week(folder, keeper, tmp_path):
    now, copies = time.time(), tmp_path / "copies"
    master = keeper.masters.of(1)
    for age in (9, 8, 6, 1, 0):
        backups.back_up(folder, keeper, copies, now=now - age * DAY)

    assert len(backups.copies(copies)) == 3
    assert not any(master in path.read_bytes() for path in copies.rglob("*") if path.is_file())


def test_an_old_master_is_retired_when_no_backup_needs_it(folder, keeper, tmp_path):
    now, copies = time.time(), tmp_path / "copies"
    backups.back_up(folder, keeper, copies, now=now - 5 * DAY)
    rotation.rotate(keeper, Officers(folder))

    backups.back_up(folder, keeper, copies, now=now)
    assert keeper.masters.versions() == [1, 2]
    backups.back_up(folder, keeper, copies, now=now + 4 * DAY)
    assert keeper.masters.versions() == [2]


def test_no_name_and_no_reference_lies_in_a_tombstone(folder, keeper):
    keeper.destroy(["p0001"])

    (line,) = (folder / "tombstones").read_text().split()
    assert "p0001" not in line
    assert len(line) == 64


def test_what_is_destroyed_leaves_nothing_in_the_file(folder, keeper):
    (wrapped,) = keeper.store.of(["p0001"])
    keeper.destroy(["p0001"])
    keeper.store.connection.close()
    left = b"".join(path.read_bytes() for path in folder.glob("keys.sqlite3*"))

    assert wrapped.card not in left
    assert b"p0001" not in left


def test_how_it_stands_is_numbers_alone(folder, keeper):
    keeper.destroy(["p0001"])

    assert json.loads(json.dumps(keeper.standing())) == {
        "kept": 99, "gone": 1, "master": 1, "alarms": 0,
    }  # fmt: skip

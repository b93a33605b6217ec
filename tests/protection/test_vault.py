"""Two keys per person: what they lock opens only here, and not at all when they are gone."""

import pytest

from ressursvenn.protection import vault
from ressursvenn.protection.models import PersonKeys

OWNER, OTHER = "aaaa2222", "bbbb3333"
PLACE = "participants.participant:aaaa2222:called"


def test_what_is_locked_opens_at_its_place():
    key = vault.derived("a key")

    assert vault.unlock(key, vault.lock(key, b"Linerle", PLACE), PLACE) == b"Linerle"


def test_what_is_moved_to_another_row_does_not_open():
    key = vault.derived("a key")
    locked = vault.lock(key, b"Linerle", PLACE)

    with pytest.raises(vault.Tampered):
        vault.unlock(key, locked, PLACE.replace("aaaa2222", OTHER))


def test_no_flipped_bit_opens():
    key = vault.derived("a key")
    locked = vault.lock(key, b"Linerle", PLACE)

    for at in range(len(locked)):
        with pytest.raises(vault.Tampered):
            vault.unlock(key, locked[:at] + bytes([locked[at] ^ 1]) + locked[at + 1 :], PLACE)


def test_the_same_is_never_locked_alike():
    key = vault.derived("a key")

    assert len({vault.lock(key, b"Linerle", PLACE) for _ in range(1000)}) == 1000


def test_keys_are_kept_wrapped_and_come_back(db):
    made = vault.make_keys(OWNER)

    row = PersonKeys.objects.get(owner=OWNER)
    assert made.card not in bytes(row.card)
    assert made.record not in bytes(row.record)
    assert vault.keys_of_one(OWNER) == made
    assert made.card != made.record


def test_one_persons_wrapped_keys_are_of_no_use_as_anothers(db):
    vault.make_keys(OWNER)
    PersonKeys.objects.filter(owner=OWNER).update(owner=OTHER)

    with pytest.raises(vault.Tampered):
        vault.keys_of_one(OTHER)


def test_another_master_key_opens_nothing(db, settings):
    vault.make_keys(OWNER)
    settings.MASTER_KEY = bytes(32)

    with pytest.raises(vault.Tampered):
        vault.keys_of_one(OWNER)


def test_both_keys_are_destroyed_together(db):
    vault.make_keys(OWNER)

    vault.destroy_keys(OWNER)

    assert not PersonKeys.objects.exists()
    with pytest.raises(vault.Erased):
        vault.keys_of_one(OWNER)

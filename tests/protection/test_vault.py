"""Two keys per person: what they lock opens only here, and not at all when they are gone."""

import pytest

from ressursvenn.protection import keeping, vault
from ressursvenn.protection.references import new_reference

OTHER = "bbbb3333"
PLACE = "participants.participant:aaaa2222:called"


@pytest.fixture
def owner():
    return new_reference()


@pytest.fixture
def kari(db, people):
    return people["kari"]


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


def test_keys_come_back_as_they_were_made(owner, kari):
    made = vault.make_keys(owner, kari.association.reference)

    assert vault.keys_for_records([owner], by=kari, purpose="page") == {owner: made}
    assert vault.keys_for_cards([owner], by=kari, purpose="list") == {owner: vault.Keys(made.card)}
    assert made.card != made.record


def test_what_is_written_about_somebody_is_locked_without_opening(owner, kari):
    made = vault.make_keys(owner, kari.association.reference)

    locked = vault.sealed(owner, "record", b"Synger.", PLACE)

    assert vault.unlock(made.record, locked, PLACE) == b"Synger."


def test_another_association_is_answered_as_if_there_were_nobody(owner, kari, nora):
    vault.make_keys(owner, kari.association.reference)

    assert vault.keys_for_cards([owner], by=nora, purpose="list") == {}
    assert vault.keys_for_records([owner], by=nora, purpose="page") == {}


def test_whoever_has_no_association_opens_only_for_what_is_done_across_them(
    owner, kari, vigdis, siri
):
    vault.make_keys(owner, kari.association.reference)

    assert set(vault.keys_for_cards([owner], by=vigdis, purpose="vetting")) == {owner}
    assert vault.keys_for_cards([owner], by=siri, purpose="list") == {}


def test_the_house_by_itself_opens_for_its_own_work_alone(owner, kari):
    vault.make_keys(owner, kari.association.reference)

    assert set(vault.keys_for_records([owner], by=None, purpose="post")) == {owner}
    for purpose in ("list", ""):
        with pytest.raises(keeping.Refused):
            vault.keys_for_records([owner], by=None, purpose=purpose)


def test_both_keys_are_destroyed_together_and_are_never_made_again(owner, kari):
    vault.make_keys(owner, kari.association.reference)

    vault.destroy_keys(owner)

    assert not vault.alive(owner)
    assert vault.keys_for_records([owner], by=kari, purpose="page") == {}
    with pytest.raises(vault.Erased):
        vault.sealed(owner, "card", b"Linerle", PLACE)
    with pytest.raises(keeping.Refused):
        vault.make_keys(owner, kari.association.reference)


def test_without_a_keeper_it_is_closed(owner, settings):
    settings.KEEPER = "/nowhere/k"

    with pytest.raises(vault.Closed):
        vault.make_keys(owner)

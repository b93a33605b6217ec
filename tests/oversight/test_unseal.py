"""Somebody who has withdrawn is sealed: what only her own page shows is not read, unless two agree."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.oversight import changes
from ressursvenn.participants import changes as participants
from ressursvenn.protection import opening

from .conftest import NUMBER, looks, page, yes

STRENGTHS = "flink til å sy"


@pytest.fixture(autouse=True)
def _is_witnessed(witnessed):
    """Unless a test says otherwise."""


@pytest.fixture
def withdrawn(amina, kari):
    opening.open_record(amina, by=None, purpose="retention")
    participants.note_wishes(participant=amina, wishes=["talk"], strengths=STRENGTHS, by=kari)
    participants.withdraw_consent(participant=amina, by=kari)
    return amina


def shown(browser, row, below="") -> str:
    return browser.get(page(row) + below).content.decode()


def test_the_page_says_so_and_shows_only_the_card(signed_in, withdrawn, kari):
    told = shown(signed_in(kari), withdrawn)

    assert "Trukket, forseglet" in told
    assert not any(word in told for word in (STRENGTHS, NUMBER))


@pytest.mark.parametrize("below", ["kort/", "onsker/", "kontakt/", "melding/"])
def test_no_form_opens_it(signed_in, withdrawn, kari, below):
    before = looks()
    told = shown(signed_in(kari), withdrawn, below)

    assert "Trukket, forseglet" in told
    assert not any(word in told for word in (STRENGTHS, NUMBER))
    assert looks() == before


def test_two_who_agree_open_it_for_whoever_asked(signed_in, withdrawn, kari, kaja, gro):
    yes(changes.ask_unseal(participant=withdrawn, reason="asked", by=kari), gro)
    participants.give_reason(participant=withdrawn, reason="cover", by=kaja)

    assert STRENGTHS in shown(signed_in(kari), withdrawn)
    assert looks()[-1] == ("kari", "unsealed:participant_page")
    assert STRENGTHS not in shown(signed_in(kaja), withdrawn)
    assert "da to hadde åpnet forseglingen" in shown(signed_in(kari), withdrawn)


def test_for_three_days(signed_in, withdrawn, kari, gro):
    yes(changes.ask_unseal(participant=withdrawn, reason="asked", by=kari), gro)

    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1)):
        assert STRENGTHS not in shown(signed_in(kari), withdrawn)


def test_one_alone_does_not(signed_in, withdrawn, kari):
    asked = changes.ask_unseal(participant=withdrawn, reason="asked", by=kari)
    with pytest.raises(ValidationError):
        yes(asked, kari)

    assert STRENGTHS not in shown(signed_in(kari), withdrawn)


def test_a_no_does_not(signed_in, withdrawn, kari, gro):
    from ressursvenn.together import changes as together

    asked = changes.ask_unseal(participant=withdrawn, reason="asked", by=kari)
    together.answer(asked=asked, yes=False, by=gro)

    assert STRENGTHS not in shown(signed_in(kari), withdrawn)


def test_a_new_yes_of_her_own_unseals_her(signed_in, withdrawn, kari):
    participants.note_consent(participant=withdrawn, by=kari)

    assert STRENGTHS in shown(signed_in(kari), withdrawn)


def test_only_what_is_sealed_is_unsealed(signed_in, amina, kari):
    with pytest.raises(ValidationError):
        changes.ask_unseal(participant=amina, reason="asked", by=kari)
    there = f"/a/innsyn/forseglet/{amina.reference}/"
    assert signed_in(kari).get(there).status_code == 404


def test_neither_without_a_reason_nor_by_the_next_town(withdrawn, kari, nora):
    with pytest.raises(ValidationError):
        changes.ask_unseal(participant=withdrawn, reason="", by=kari)
    with pytest.raises(PermissionDenied):
        changes.ask_unseal(participant=withdrawn, reason="asked", by=nora)


def test_the_page_asks_and_then_shows_where_to_read(signed_in, withdrawn, kari, gro):
    there = f"/a/innsyn/forseglet/{withdrawn.reference}/"
    browser = signed_in(kari)
    assert browser.post(there, {"reason": "comes_back"}).status_code == 302
    assert "Venter på en annens svar" in browser.get(there).content.decode()

    from ressursvenn.oversight.acts import UNSEAL
    from ressursvenn.together import queries as together

    yes(together.open_about(UNSEAL, withdrawn.reference), gro)

    assert "Gro Vik sa ja" in browser.get(there).content.decode()

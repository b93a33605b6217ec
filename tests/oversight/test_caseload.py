"""Whose caseload a participant is in, and what is said before somebody else looks."""

from __future__ import annotations

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.participants import changes, queries
from ressursvenn.participants.caseload import WhyFirst
from ressursvenn.participants.models import Participant
from ressursvenn.programme import words
from ressursvenn.protection.models import AuditEntry
from tests.participants.conftest import refer

from .conftest import CALLED, NUMBER, looks, page, say_why


def led(row) -> tuple:
    row = Participant.objects.get(pk=row.pk)
    return row.led_by, row.led_on


# --- whose ----------------------------------------------------------------------------------------


def test_whoever_refers_as_a_coordinator_leads(amina, kari):
    assert led(amina) == (kari, timezone.localdate())


def test_a_referral_of_the_centre_is_nobodys_until_it_is_received(
    oslo, sentrum, kirsti, kari, kaja
):
    row = refer(oslo, kirsti, crisis_centre=sentrum)
    assert led(row) == (None, None)
    assert list(queries.caseload_of(kari)) == list(queries.caseload_of(kaja)) == [row]

    changes.receive(participant=row, by=kaja)

    assert led(row) == (kaja, timezone.localdate())
    assert (list(queries.caseload_of(kari)), list(queries.caseload_of(kaja))) == ([], [row])


def test_those_of_a_workbook_are_led_by_whoever_brought_it_in(oslo, kari):
    (row,) = changes.refer_from_workbook(association=oslo, rows=[{"called": "Lo"}], by=kari)

    assert led(row) == (kari, timezone.localdate())


def test_handed_over_it_is_the_others(amina, kari, kaja):
    changes.hand_over(participant=amina, to=kaja, by=kari)

    assert led(amina) == (kaja, timezone.localdate())
    assert (list(queries.caseload_of(kari)), list(queries.caseload_of(kaja))) == ([], [amina])
    assert AuditEntry.objects.first().did == "participants.handed_over"


@pytest.mark.parametrize("to", ["nora", "gro", "solveig", "astrid"])
def test_only_to_a_coordinator_here(amina, kari, people, to):
    with pytest.raises(ValidationError):
        changes.hand_over(participant=amina, to=people[to], by=kari)


@pytest.mark.parametrize("by", ["nora", "gro", "kirsti", "pernille", "siri"])
def test_nobody_else_hands_over(amina, kaja, people, by):
    with pytest.raises(PermissionDenied):
        changes.hand_over(participant=amina, to=kaja, by=people[by])


def test_nobody_takes_over_from_a_colleague_without_saying_why(amina, kaja):
    with pytest.raises(WhyFirst):
        changes.hand_over(participant=amina, to=kaja, by=kaja)

    changes.give_reason(participant=amina, reason="cover", by=kaja)
    changes.hand_over(participant=amina, to=kaja, by=kaja)

    assert AuditEntry.objects.first().purpose == "outside:cover:hand_over"


def test_when_the_leader_has_left_she_is_the_associations_own(amina, kari, kaja):
    kari.left_on, kari.left_by = timezone.localdate(), kaja
    kari.save()

    assert list(queries.caseload_of(kaja)) == [amina]


def test_the_next_town_has_nobody_of_ours(amina, nora, gro, pernille):
    for person in (nora, gro, pernille):
        assert list(queries.caseload_of(person)) == []


# --- why first ------------------------------------------------------------------------------------


def test_within_ones_own_nothing_is_asked(signed_in, amina, kari):
    assert CALLED in signed_in(kari).get(page(amina)).content.decode()
    assert looks() == [("kari", "participant_page")]


@pytest.mark.parametrize("below", ["", "kort/", "onsker/", "kontakt/", "melding/"])
def test_outside_it_nothing_is_opened_before_there_is_a_reason(signed_in, amina, kaja, below):
    browser = signed_in(kaja)
    for asked in (browser.get(page(amina) + below), browser.post(page(amina) + below)):
        if asked.status_code != 405:
            told = asked.content.decode()
            assert "Hvorfor må du se dette?" in told
            assert not any(word in told for word in (CALLED, NUMBER, "Sandvika"))
    assert looks() == []


@pytest.mark.parametrize("wrong", ["", "nysgjerrig", "cover:x"])
def test_a_bad_reason_is_none(signed_in, amina, kaja, wrong):
    browser = signed_in(kaja)
    refused = say_why(browser, amina, wrong)

    assert refused.status_code == 200
    assert "Hvorfor må du se dette?" in browser.get(page(amina)).content.decode()
    assert looks() == []
    with pytest.raises(ValidationError):
        changes.give_reason(participant=amina, reason=wrong, by=kaja)


@pytest.mark.parametrize("reason", words.OUTSIDE_REASONS)
def test_the_reason_stands_in_the_log_and_on_the_page(signed_in, amina, kari, kaja, reason):
    browser = signed_in(kaja)
    told = say_why(browser, amina, reason, back=f"{page(amina)}kort/")
    assert told.url == f"{page(amina)}kort/"

    for below in ("kort/", ""):
        assert CALLED in browser.get(page(amina) + below).content.decode()

    said = [(f"outside:{reason}:{one}") for one in ("card_form", "participant_page")]
    assert looks() == [("kaja", purpose) for purpose in said]
    hers = signed_in(kari).get(page(amina)).content.decode()
    assert f"Kaja Berg, åpnet siden, som kollega: {words.OUTSIDE_REASONS[reason]}" in hers


def test_it_holds_for_the_day_and_for_the_one(signed_in, amina, kari, kaja):
    other = refer(kari.association, kari, called="Blåmeis")
    with time_machine.travel("2026-11-25 14:00 +0100"):
        browser = signed_in(kaja)
        say_why(browser, amina)
        assert CALLED in browser.get(page(amina)).content.decode()
        assert "Hvorfor må du" in browser.get(page(other)).content.decode()
    with time_machine.travel("2026-11-26 08:00 +0100"):
        assert "Hvorfor må du" in signed_in(kaja).get(page(amina)).content.decode()


def test_whoever_sits_over_midnight_loses_nothing(signed_in, amina, kaja):
    with time_machine.travel("2026-11-25 23:50 +0100"):
        say_why(signed_in(kaja), amina)
    with time_machine.travel("2026-11-26 00:20 +0100"):
        assert CALLED in signed_in(kaja).get(page(amina)).content.decode()
    with time_machine.travel("2026-11-26 00:55 +0100"):
        assert "Hvorfor må du" in signed_in(kaja).get(page(amina)).content.decode()


@pytest.mark.parametrize(
    "back",
    ["https://example.org/", "//example.org/a/", "/a/\\example.org", "/v/", "javascript:1", ""],
)
def test_it_leads_back_into_the_house_alone(signed_in, amina, kaja, back):
    assert say_why(signed_in(kaja), amina, back=back).url.startswith("/a/")


def test_the_pair_is_hers_too(signed_in, running, kari, kaja):
    hers, browser = running.participant, signed_in(kaja)
    of_pair = f"/a/koblinger/{running.reference}/"
    assert "Hvorfor må du" in browser.get(of_pair).content.decode()
    seen = len(looks())

    say_why(browser, hers, "meet", back=of_pair)

    assert browser.get(of_pair).status_code == 200
    assert looks()[seen:] == [("kaja", "outside:meet:pair_page")]
    assert "åpnet koblingens side, som kollega" in signed_in(kari).get(page(hers)).content.decode()


def test_what_nobody_leads_asks_nothing(signed_in, amina, kaja):
    Participant.objects.filter(pk=amina.pk).update(led_on=None, led_by=None)

    assert CALLED in signed_in(kaja).get(page(amina)).content.decode()


def test_lists_and_min_dag_are_as_they_were(signed_in, amina, kaja):
    for path in ("/a/", "/a/deltakere/"):
        assert CALLED in signed_in(kaja).get(path).content.decode()


def test_the_page_hands_over(signed_in, amina, kari, kaja):
    told = signed_in(kari).post(f"{page(amina)}ny-koordinator/", {"to": kaja.reference})

    assert told.status_code == 302
    assert led(amina)[0] == kaja
    assert "Hvorfor må du" in signed_in(kari).get(page(amina)).content.decode()

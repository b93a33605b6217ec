"""What is soon erased is told of in Min dag, kept longer with a reason, or erased at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ressursvenn.pairs.models import Pair
from ressursvenn.participants import changes as participants
from ressursvenn.participants.models import Participant
from ressursvenn.protection import retention, vault
from ressursvenn.protection.models import AuditEntry, KeptLonger
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from ressursvenn.web import changes
from tests.pairs.conftest import a_participant, a_volunteer, days_ago, walked

SENTENCE = "Er det noe som gjør at dere fortsatt trenger det?"


@pytest.fixture
def amina(kari):
    """She has withdrawn."""
    row = a_participant(kari)
    participants.withdraw_consent(participant=row, by=kari)
    return Participant.objects.get(pk=row.pk)


def in_days(number: int) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(days=number), tick=True)


def lines_of(browser) -> str:
    return browser.get("/a/").content.decode()


def test_it_is_a_line_two_weeks_before_and_not_sooner(signed_in, kari, amina):
    for days, told in ((15, False), (16, True), (29, True)):
        with in_days(days):
            page = lines_of(signed_in(kari))
            assert (SENTENCE in page) is told, days
            if told:
                day = timezone.localdate() + timedelta(days=30 - days)
                assert f"Slettes {day.day}. " in page
                assert f"/a/slettes/{amina.reference}/" in page


def test_in_the_last_week_the_line_is_moved_up(kari, amina):
    for days, weight in ((22, "ERASED_SOON"), (23, "ERASED_NEXT")):
        with in_days(days):
            kept = retention.kept("participant", amina.reference)
            assert retention.line(kept, "Linerle").weight.name == weight


def test_a_volunteer_is_told_of_too_but_not_to_whoever_only_leads_the_group(
    signed_in, kari, gro, kaja
):
    row = a_volunteer(kari, kaja)
    volunteers.note_leaving(volunteer=row, on=timezone.localdate(), by=kari)

    with in_days(80):
        assert f"/a/slettes/{row.reference}/" in lines_of(signed_in(kari))
        assert SENTENCE not in lines_of(signed_in(gro))


def test_the_page_says_when_why_and_that_nobody_has_confirmed_it(signed_in, kari, amina):
    page = signed_in(kari).get(f"/a/slettes/{amina.reference}/").content.decode()

    assert "Linerle" in page
    assert "30 dager" in page
    assert "ingen har bekreftet dette ennå" in page
    assert "Behold i 30 dager til" not in page
    assert "Slett nå" in page


def test_it_is_kept_longer_with_a_reason(signed_in, kari, amina):
    address = f"/a/slettes/{amina.reference}/behold/"
    with in_days(20):
        browser = signed_in(kari)
        without = browser.post(address, {})
        assert "Velg en grunn" in without.content.decode()
        assert not KeptLonger.objects.exists()

        answer = browser.post(address, {"keep-reason": "talking"})

        assert answer.status_code == 302
        assert SENTENCE not in lines_of(browser)
        assert KeptLonger.objects.get().until == timezone.localdate() + timedelta(days=40)


def test_it_is_not_kept_longer_before_it_is_told_of(signed_in, kari, amina):
    answer = signed_in(kari).post(
        f"/a/slettes/{amina.reference}/behold/", {"keep-reason": "talking"}
    )

    assert "Dette skal ikke slettes ennå" in answer.content.decode()
    assert not KeptLonger.objects.exists()


def test_it_is_erased_at_once_when_somebody_is_sure(signed_in, kari, amina):
    browser, address = signed_in(kari), f"/a/slettes/{amina.reference}/naa/"

    assert "Kryss av for at du vet" in browser.post(address, {}).content.decode()
    assert Participant.objects.filter(pk=amina.pk).exists()
    answer = browser.post(address, {"erase-sure": "on"})

    assert answer.url == "/a/deltakere/"
    assert not Participant.objects.filter(pk=amina.pk).exists()
    assert not vault.alive(amina.reference)
    entry = AuditEntry.objects.get(did=retention.ERASED)
    assert (entry.by, entry.purpose) == (kari, "participant")
    assert browser.get(f"/a/slettes/{amina.reference}/").status_code == 404
    assert browser.post(address, {"erase-sure": "on"}).status_code == 404


def test_nobody_in_a_pair_is_erased_at_once(signed_in, kari, kaja):
    hers, theirs = a_participant(kari), a_volunteer(kari, kaja)
    walked(hers, theirs, kari, kaja, introduced=days_ago(40))
    browser = signed_in(kari)

    for row in (hers, theirs):
        page = browser.get(f"/a/slettes/{row.reference}/").content.decode()
        assert "er i en kobling" in page
        assert "erase-sure" not in page
        refused = browser.post(f"/a/slettes/{row.reference}/naa/", {"erase-sure": "on"})
        assert "er i en kobling" in refused.content.decode()
    assert Pair.objects.count() == Participant.objects.count() == Volunteer.objects.count() == 1


@pytest.mark.parametrize("who", ["nora", "gro", "astrid", "siri", "pernille", "kirsti"])
def test_nobody_else_keeps_or_erases_her(signed_in, people, amina, who):
    browser, page = signed_in(people[who]), f"/a/slettes/{amina.reference}/"

    assert browser.get(page).status_code in (403, 404)
    for act in ("behold/", "naa/"):
        told = {"erase-sure": "on", "keep-reason": "talking"}
        assert browser.post(page + act, told).status_code in (403, 404)
    with pytest.raises(PermissionDenied):
        changes.erase_now(row=amina, by=people[who])
    with pytest.raises(PermissionDenied):
        changes.keep_longer(row=amina, reason="talking", by=people[who])
    assert Participant.objects.filter(pk=amina.pk).exists()


def test_a_colleague_says_why_before_the_name_is_shown(signed_in, kaja, amina):
    page = signed_in(kaja).get(f"/a/slettes/{amina.reference}/").content.decode()

    assert "Hvorfor må du se dette" in page
    assert "Linerle" not in page

"""What is kept about one participant, given out: two people, twelve things, no place, nobody else's name."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.oversight import changes, queries
from ressursvenn.oversight.disclosing import disclosed
from ressursvenn.participants import changes as participants
from ressursvenn.protection import opening
from ressursvenn.protection.models import AuditEntry

from .conftest import CALLED, NUMBER, looks, page, yes

STRENGTHS = "flink til å sy, søsteren Sahra hjelper"


@pytest.fixture(autouse=True)
def _is_witnessed(witnessed):
    """Unless a test says otherwise."""


def here(row) -> str:
    return f"/a/innsyn/utskrift/{row.reference}/"


@pytest.fixture
def hers(running, kari):
    """In a running pair, with all that can be told about her."""
    row = running.participant
    participants.correct_card(participant=row, avoided_areas=["no-ostfold-moss"], by=kari)
    participants.note_wishes(participant=row, wishes=["talk"], strengths=STRENGTHS, by=kari)
    return row


@pytest.fixture
def agreed(hers, kari, gro):
    return yes(changes.ask_export(participant=hers, reason="identity", by=kari), gro)


def test_twelve_things_no_place_and_no_third_name(hers, agreed, running, kari, signed_in):
    told = signed_in(kari).post(f"{here(hers)}vis/").content.decode()
    opened = opening.open_record(type(hers).objects.get(pk=hers.pk), by=kari, purpose="disclosure")
    rows = disclosed(opened, queries.courses(kari, hers))
    said = " ".join(f"{word} {what}" for word, what in rows)

    assert len(rows) == 12
    assert all(what in told for _, what in rows[:4])
    places = {
        area.name for code in ("no-akershus-sandvika", "no-ostfold-moss") for area in [AREAS[code]]
    }
    others = {"Solveig", "Moen", "Kari", "Lund", "Kaja", "Gro", "Sahra", "Biblioteket", "Parken"}
    assert [word for word in (*places, *others, NUMBER) if word in said] == []
    assert CALLED in said


def test_one_page_once_with_a_neutral_title_and_no_file(signed_in, hers, agreed, kari):
    browser = signed_in(kari)
    answer = browser.post(f"{here(hers)}vis/")

    assert answer.status_code == 200
    assert "<title>Utskrift" in answer.content.decode()
    assert "Content-Disposition" not in answer
    assert "no-store" in answer["Cache-Control"]
    assert browser.post(f"{here(hers)}vis/").status_code == 302


def test_it_is_in_the_log_as_an_act_and_as_a_look(signed_in, hers, agreed, kari):
    before = len(looks())
    signed_in(kari).post(f"{here(hers)}vis/")

    act = AuditEntry.objects.get(did="oversight.disclosed")
    assert (act.by, act.purpose) == (kari, "export:identity")
    assert looks()[before:] == [("kari", "disclosure")]
    assert "skrev ut det som er lagret" in signed_in(kari).get(page(hers)).content.decode()


def test_nobody_does_it_alone(signed_in, hers, kari):
    asked = changes.ask_export(participant=hers, reason="court_order", by=kari)
    before = len(looks())
    with pytest.raises(ValidationError):
        changes.export(participant=hers, by=kari)
    with pytest.raises(ValidationError):
        yes(asked, kari)
    assert signed_in(kari).post(f"{here(hers)}vis/").status_code == 302
    assert len(looks()) == before


def test_neither_without_a_ground_nor_while_the_log_is_not_witnessed(hers, kari, gro, witnessed):
    with pytest.raises(ValidationError):
        changes.ask_export(participant=hers, reason="", by=kari)
    witnessed(False)
    with pytest.raises(ValidationError, match="bevitnet"):
        changes.ask_export(participant=hers, reason="identity", by=kari)


def test_only_whoever_asked_shows_it(hers, agreed, kaja, kari):
    participants.give_reason(participant=hers, reason="cover", by=kaja)
    with pytest.raises(ValidationError):
        changes.export(participant=hers, by=kaja)


@pytest.mark.parametrize("who", ["nora", "gro", "kirsti", "pernille", "siri", "solveig", "astrid"])
def test_who_may_not(signed_in, people, hers, agreed, who):
    assert signed_in(people[who]).get(here(hers)).status_code in (403, 404)
    assert signed_in(people[who]).post(f"{here(hers)}vis/").status_code in (403, 404)
    with pytest.raises(PermissionDenied):
        changes.export(participant=hers, by=people[who])


def test_the_page_asks_and_then_waits(signed_in, hers, kari):
    browser = signed_in(kari)
    assert "Velg en grunn" in browser.post(here(hers), {"reason": ""}).content.decode()

    assert browser.post(here(hers), {"reason": "identity"}).status_code == 302
    assert "Venter på en annens svar" in browser.get(here(hers)).content.decode()

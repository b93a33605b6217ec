"""From what three rooms recorded to an issued report: a campaign, buttons, a stand, a promise kept."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
import time_machine

from ressursvenn.alliance import changes as alliance
from ressursvenn.stands.models import Stand
from ressursvenn.status import changes, compiling
from ressursvenn.together import changes as together
from tests.agenda.conftest import raised
from tests.alliance.conftest import shown
from tests.alliance.test_mentions import noted

from .conftest import SLOTS

pytestmark = pytest.mark.django_db
CAMPAIGN = date(2026, 11, 25), date(2026, 12, 31)


def on(day: int, month: int = 12, year: int = 2026) -> Any:
    """As if it were noon that day."""
    return time_machine.travel(datetime(year, month, day, 11), tick=False)


@pytest.fixture
def campaign(ella, eivor) -> dict[str, Any]:
    """What happened in the sixteen days, and one thing of each kind that falls outside them."""
    from ressursvenn.agenda import changes as agenda

    with on(1):
        stall = shown(ella, eivor, day=date(2026, 12, 5), hole="prevention", title="Stand i sneen")
        alliance.call_off(
            action=shown(ella, eivor, day=date(2026, 12, 6), title="Avlyst møte"), by=ella
        )
        shown(ella, eivor, day=date(2027, 3, 8), title="Neste år")
        storting = agenda.name_addressee(kind="storting", name="Komiteen for hav og fjell", by=ella)
        demand = raised(
            ella,
            storting,
            raised_day=date(2026, 11, 26),
            hole="research",
            title="Penger til forskning",
        )
        agenda.confirm_text(text=demand.texts.get(), by=eivor)
    with on(20):
        for day in (date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 6)):
            noted(ella, day=day, headline=f"Omtale {day.day}", action=stall)
        alliance.strike_mention(mention=noted(ella, headline="Feil"), why="not_us", by=eivor)
        told = {
            "kind": "association", "who": "Moss sanitetsforening", "county": "Østfold", "source": "e-post",
        }  # fmt: skip
        for number, day in ((120, date(2026, 12, 5)), (7, date(2026, 11, 1))):
            given = alliance.note_handed_out(number=number, day=day, by=ella, **told)
            alliance.confirm_handed_out(hand_out=given, by=eivor)
        promise = _noted(demand, ella, eivor, "promise", date(2026, 12, 10), storting)
        _noted(demand, ella, eivor, "kept", date(2026, 12, 18), storting, promise=promise)
        Stand.objects.create(
            kind="person", name="Åse", county="Oslo", received_day=date(2026, 12, 1),
            confirmed_day=date(2026, 12, 2), passed_on=date(2026, 12, 3), passed_by=ella,
        )  # fmt: skip
        Stand.objects.create(kind="person", name="Ubekreftet", received_day=date(2026, 12, 1))
    return {"action": stall, "demand": demand}


def _noted(demand, by, second, kind, day, to, promise=None) -> Any:
    from ressursvenn.agenda import changes as agenda

    row = agenda.note_happening(
        demand=demand, kind=kind, day=day, addressee=to, says=f"Slik ble det: {kind}",
        source="Innstilling 9", link="", promise=promise, due_day=None, by=by,
    )  # fmt: skip
    return agenda.confirm_happening(happening=row, by=second)


def test_only_what_was_recorded_and_shown_within_the_days(campaign):
    with on(15, month=1, year=2027):
        told = compiling.of_period(*CAMPAIGN)

    assert (told["actions"]["held"], told["actions"]["called_off"]) == (1, 1)
    assert [one["title"] for one in told["actions"]["list"]] == ["Stand i sneen"]
    assert told["actions"]["by_hole"] == {"prevention": 1}
    assert told["buttons"]["handed_out"] == 120
    assert [one["headline"] for one in told["media"]["list"]] == ["Omtale 25", "Omtale 6"]
    assert told["stands"]["people"] == 1
    assert told["stands"]["by_county"] == {"Oslo": 1}
    (demand,) = told["demands"]["list"]
    assert (demand["state"], [one["kind"] for one in demand["events"]]) == (
        "kept",
        ["promise", "kept"],
    )
    assert told["demands"]["new"] == 1


def test_no_name_of_anybody_who_took_a_stand_is_in_the_data(campaign):
    with on(15, month=1, year=2027):
        told = compiling.canonical(compiling.of_period(*CAMPAIGN)).decode()

    assert "Åse" not in told
    assert "Ubekreftet" not in told


def test_a_campaign_becomes_a_report_that_everybody_reads(campaign, ella, eivor, client):
    with on(15, month=1, year=2027):
        report = changes.begin_report(
            first_day=CAMPAIGN[0], last_day=CAMPAIGN[1], language="nb", by=ella
        )
        changes.write_in_report(report=report, by=ella, **SLOTS)
        asked = changes.ask_to_issue(report=report, by=ella)
        together.answer(asked=asked, yes=True, by=eivor)

    page = client.get(f"/rapporter/{report.reference}/").content.decode()
    data = json.loads(client.get(f"/rapporter/{report.reference}/data.json").content)
    media = data["media"]
    assert media["hits"] == len(media["list"]) == sum(media["by_kind"].values()) == 2
    assert "<strong>2</strong> omtaler i mediene" in page
    assert [one["headline"] in page for one in media["list"]] == [True, True]
    assert "Omtale 24" not in page
    assert "Feil" not in page
    for said in ("Stand i sneen", "Penger til forskning", "løfte holdt", "120"):
        assert said in page
    assert data["demands"]["happened"]["kept"] == 1
    assert f"/rapporter/{report.reference}/" in client.get("/sitemap.xml").content.decode()
    assert f"/rapporter/{report.reference}/" in client.get("/nytt.json").content.decode()


def test_what_happens_after_it_is_issued_changes_nothing_in_it(campaign, ella, eivor, client):
    with on(15, month=1, year=2027):
        report = changes.begin_report(
            first_day=CAMPAIGN[0], last_day=CAMPAIGN[1], language="nb", by=ella
        )
        changes.write_in_report(report=report, by=ella, **SLOTS)
        together.answer(asked=changes.ask_to_issue(report=report, by=ella), yes=True, by=eivor)
        before = client.get(f"/rapporter/{report.reference}/data.json").content
        Stand.objects.all().delete()
        alliance.call_off(action=campaign["action"], by=ella)

        assert client.get(f"/rapporter/{report.reference}/data.json").content == before
        assert compiling.of_period(*CAMPAIGN)["actions"]["held"] == 0

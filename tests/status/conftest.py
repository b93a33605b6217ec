"""A report written the way the desk does it, on data that is put there by hand. All invented."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from html import unescape
from typing import Any

import pytest

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.status import changes
from ressursvenn.status.models import Issue, Report
from ressursvenn.together import changes as together
from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.web.conftest import looking  # noqa: F401 - a fixture

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
SLOTS = {
    "authors": "Ella Hauge og Eivor Sund", "foreword": "Et år med mye vær.\n\nOg mange stander.",
    "press": "Lokalavisene skrev.", "deviations": "Én stand ble avlyst.", "plans": "Flere stander.",
}  # fmt: skip
DATA: dict[str, Any] = {
    "format": "rod-knapp-status-2",
    "period": {"first": "2025-01-01", "last": "2025-12-31"},
    "members": {
        "start": ["Den norske kirke", "Virke"], "end": ["Den norske kirke", "Vake"],
        "joined": ["Vake"], "gone": ["Virke"], "perhaps_end": ["Nok. Norge"],
    },
    "meetings": {"held": 4, "decisions": 6, "decisions_done": 5},
    "actions": {
        "held": 3, "called_off": 1, "came": 1234, "by_hole": {"": 1, "help": 2},
        "by_county": {"Agder": 1, "Oslo": 2}, "by_kind": {"stand": 3},
        "list": [{"day": "2025-11-25", "title": "Stand på torget", "county": "Oslo", "hole": "help"}],
    },
    "buttons": {
        "into_store": 9000, "ordered": 5000, "sent": 4000, "handed_out": 3500,
        "handed_out_by_county": {"Oslo": 3500},
        "counter": {
            "number": 403500, "or_more": True, "source": "eksempel", "confirmed": False,
            "definition": "Det som er meldt.",
        },
    },
    "stands": {
        "people": 12, "organisations": 3, "in_all": 15, "by_county": {"Oslo": 4},
        "definition": "Bekreftet og lest.",
    },
    "media": {
        "hits": 2, "by_kind": {"online": 1, "radio": 1},
        "list": [
            {
                "day": "2025-11-25", "medium": "Fjordposten", "kind": "online",
                "headline": "Knapper på torget", "link": "https://fjordposten.example/knapper?a=1&b=2",
            },
            {
                "day": "2025-11-26", "medium": "Radio Fjord", "kind": "radio",
                "headline": "Samtale om hull & knapper", "link": "",
            },
        ],
    },
    "demands": {
        "new": 1, "by_hole": {"research": 1}, "by_state": {"promised": 1}, "happened": {"promise": 1},
        "list": [
            {
                "reference": "abcdefgh", "title": "Penger til forskning", "hole": "research",
                "raised": "2025-02-01", "state": "promised",
                "events": [
                    {
                        "on": "2025-05-03", "kind": "promise", "what": "Lovet av komiteen",
                        "source": "innstilling 9",
                    }
                ],
            }
        ],
    },
    "slots": SLOTS,
}  # fmt: skip


def told(**more: Any) -> dict[str, Any]:
    """The data of a whole year, with a part put in another's place."""
    return {**deepcopy(DATA), **more}


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def begun(by: Person, **more: Any) -> Report:
    days = {"first_day": FIRST, "last_day": LAST, "language": "nb"}
    return changes.begin_report(by=by, **{**days, **more})


def written(by: Person, **more: Any) -> Report:
    return changes.write_in_report(report=begun(by, **more), by=by, **SLOTS)


def issued(by: Person, second: Person, **more: Any) -> Issue:
    """One has asked and the other said yes."""
    asked = changes.ask_to_issue(report=written(by, **more), by=by)
    return together.answer(asked=asked, yes=True, by=second).outcome


@pytest.fixture
def eivor(people) -> Person:
    """A second editor."""
    return accounts.take_in(
        sign_name="eivor", name="Eivor Sund", role="alliance_editor", by=None, email="e@example.org"
    )

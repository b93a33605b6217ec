"""Amina is in Kari's caseload; Kaja works beside her. The log is witnessed unless a test says otherwise."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from ressursvenn.participants.models import Participant
from ressursvenn.protection import checkpoints
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes as together
from tests.pairs.conftest import a_participant, running, volunteer

__all__ = ["running", "volunteer"]
OSLO = ZoneInfo("Europe/Oslo")
CALLED, NUMBER = "Linerle", "00 001"


@pytest.fixture(autouse=True)
def _by_day():
    """What is done in a test is done at noon, whenever the tests are run."""
    with time_machine.travel(datetime.now(OSLO).replace(hour=12)):
        yield


@pytest.fixture
def amina(kari) -> Participant:
    return a_participant(kari, CALLED)


@pytest.fixture
def witnessed(monkeypatch):
    """`witnessed(False)`: the hourly checkpoint is late."""

    def is_so(so: bool) -> None:
        monkeypatch.setattr(checkpoints, "is_current", lambda: so)

    is_so(True)
    return is_so


def looks() -> list[tuple[str, str]]:
    """Who opened something, and for what; the oldest first."""
    opened = AuditEntry.objects.filter(did="protection.opened").order_by("id")
    return list(opened.values_list("by__sign_name", "purpose"))


def page(row: Participant) -> str:
    return f"/a/deltakere/{row.reference}/"


def say_why(browser, row: Participant, reason: str = "rang", **more):
    return browser.post(f"{page(row)}hvorfor/", {"reason": reason, **more})


def yes(asked, by):
    """Another has said yes."""
    return together.answer(asked=asked, yes=True, by=by)

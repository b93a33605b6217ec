"""Somebody who has applied, an interview by two of this house, and a referee with a link. All invented."""

from __future__ import annotations

from typing import Any

import pytest

from ressursvenn.protection.models import AuditEntry
from ressursvenn.screening import changes, words
from ressursvenn.screening.criteria import FROM_2026
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as reading
from tests import canary
from tests.volunteers.conftest import applicant, days_ago, fresh

ALL = {one.code: ("yes", f"ord om {one.code}") for one in FROM_2026}
WELL = {code: next(iter(answers)) for code, answers in words.ANSWERS.items()}


def at(volunteer: Any, what: str = "") -> str:
    return f"/a/opptak/{volunteer.reference}/{what}"


def interview_of(volunteer: Any, first: Any, second: Any, outcome: str = "undecided") -> Any:
    """Held three days ago, as it counts."""
    volunteers.note_interview(
        volunteer=volunteer, on=days_ago(3), first_interviewer=first, second_interviewer=second,
        outcome=outcome, by=first,
    )  # fmt: skip
    return reading.latest_interview(volunteer)


def referee_of(volunteer: Any, by: Any) -> Any:
    return changes.note_referee(
        volunteer=volunteer, name=canary.mark("v", "r", "oslo", "refname"),
        contact=canary.mark("v", "r", "oslo", "refnumber"), relation="leader", by=by,
    )  # fmt: skip


def acts() -> list[str]:
    """What was done here, oldest first."""
    done = AuditEntry.objects.filter(did__startswith="screening.").order_by("id")
    return list(done.values_list("did", flat=True))


@pytest.fixture
def volunteer(kari) -> Any:
    return fresh(applicant(kari))


@pytest.fixture
def theirs(nora) -> Any:
    return fresh(applicant(nora, first_name="Borghild", last_name="Nabo"))


@pytest.fixture
def interview(volunteer, kari, gro) -> Any:
    return interview_of(volunteer, kari, gro)


@pytest.fixture
def referee(volunteer, kari) -> Any:
    return referee_of(volunteer, kari)


@pytest.fixture
def word(referee, kari) -> str:
    return changes.give_link(referee=referee, by=kari)

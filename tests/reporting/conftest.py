"""Years that never were, and a release of one the way the desk does it. All invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.rehearsal.reporting import invented
from ressursvenn.reporting import building, changes
from ressursvenn.reporting.compiling import Year
from ressursvenn.reporting.figures import Answered
from ressursvenn.reporting.models import Proposal, Release
from ressursvenn.together import changes as together
from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.web.conftest import looking  # noqa: F401 - a fixture

LAST = timezone.localdate().year - 1
FEW = Answered(better=3, same=2, worse=1, total=3, squares=7)


def counts(**more: Any) -> dict[str, Mapping[str, int]]:
    """A year where nothing is small, with a table put in another's place."""
    return {
        "running": {"running": 40},
        "queue": {"waiting": 20},
        "waiting": {"under_3": 8, "3_6": 6, "over_6": 6},
        "hours": {"under_10": 10, "10_29": 20, "30_more": 10},
        "again": {"first": 34, "again": 6},
        "closed": {"ended": 36},
        "called_off": {"called_off": 6},
        "ending": {"as_planned": 16, "early": 8, "silent": 7, "unsafe": 5},
        "region": {"ost": 10, "sor": 5, "vest": 8, "midt": 7, "nord": 6},
        "months": {"1-3": 6, "4-6": 6, "7-9": 6, "10-12": 10, "13-": 8},
        "met": {"0": 5, "1-9": 9, "10-24": 14, "25-": 8},
        "wellbeing": {"better": 12, "same": 8, "worse": 6, "no_answer": 10},
        "support": {"better": 12, "same": 8, "worse": 6, "no_answer": 10},
        "loneliness": {"better": 12, "same": 8, "worse": 6, "no_answer": 10},
        **more,
    }


def a_year(year: int = LAST, **more: Any) -> Year:
    road = {"applied": 60, "answered": 58, "interviewed": 40, "approved": 21}
    answered = {"wellbeing": Answered(better=12, same=8, worse=6, total=11, squares=33)}
    return Year(year=year, counts=counts(**more), answered=answered, road=road)


def told_of(year: Year, earlier: Any = (), limit: int = 5, **more: Any) -> dict[str, Any]:
    """The data of a release of it, in the January that follows."""
    on = date(year.year + 1, 1, 9)
    return building.built(year, limit=limit, on=on, earlier=list(earlier), **more)


def lived(size: int, many: int, seed: int, first: int = 2017) -> list[dict[str, Any]]:
    """So many years, each released after the others."""
    out: list[dict[str, Any]] = []
    for year in invented(size, first, many, seed):
        out.append(told_of(year, out))
    return out


def cells(told: Mapping[str, Any]) -> dict[str, int | None]:
    """Everything printed of people, by its name."""
    found = {}
    for table in told["tables"]:
        for one in table["classes"]:
            found[f"{told['year']}/{table['code']}/{one['code']}"] = one["count"]
        found[f"{told['year']}/{table['code']}/*"] = table["total"]
    return found


def table(told: Mapping[str, Any], code: str) -> dict[str, Any]:
    return next(one for one in told["tables"] if one["code"] == code)


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def proposed(by: Person, year: Year | None = None) -> Proposal:
    year = year or a_year()
    return changes.propose(year=year.year, invented=year, by=by)


def released(by: Person, second: Person, year: Year | None = None) -> Release:
    """One has asked and the other said yes."""
    asked = changes.ask_to_release(proposal=proposed(by, year), by=by)
    return together.answer(asked=asked, yes=True, by=second).outcome


@pytest.fixture(scope="session")
def small_years() -> list[dict[str, Any]]:
    """Three years of thirty-five people, lived once for all who look at them."""
    return lived(35, 3, seed=7)

"""A grant like the one in the seed, from call to letter, with its expenses. All invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
import time_machine

from ressursvenn.accounts.models import Person
from ressursvenn.grants import changes, queries
from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.web.conftest import looking  # noqa: F401 - a fixture

TODAY = date(2027, 2, 1)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
APPLIED = date(2025, 10, 1)
LETTER = {
    "letter_day": date(2025, 12, 10), "letter_number": "25/117", "amount": 300_000,
    "report_day": date(2027, 2, 15), "audit": "", "shares": "",
}  # fmt: skip
SHARES = {**LETTER, "shares": "Aktiviteten kan også telle hos andre."}


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


@pytest.fixture
def toril(people) -> Person:
    """Keeps the grants."""
    return people["toril"]


@pytest.fixture(autouse=True)
def _a_day_of_ours(request):
    """A month after the year that is told of; a real browser has a clock of its own."""
    if "looking" in request.fixturenames:
        yield
        return
    with time_machine.travel(TODAY, tick=False):
        yield


def funder(
    by: Person, name: str = "Kontoret for kriminalitetsforebygging", form: str = "bufdir"
) -> Any:
    return changes.name_funder(name=name, report_form=form, by=by)


def call(by: Person, of: Any = None, deadline_day: date = date(2027, 3, 1)) -> Any:
    scheme = changes.describe_scheme(
        funder=of or funder(by), name="Tiltak mot vold", purpose="Forebygge vold i nære relasjoner.",
        aims="Mer kunnskap\nFlere får hjelp", source="regelverket", seen_day=APPLIED, by=by,
    )  # fmt: skip
    return changes.note_call(
        scheme=scheme, name="2026", deadline_day=deadline_day, source="nettstedet", by=by
    )


def applied(by: Person, association: Any = None, **more: Any) -> Any:
    """Goals for both measures, and a budget for each of them and for both."""
    grant = changes.begin_application(
        call=more.pop("call", None) or call(by), title=more.pop("title", "To tiltak, ett tilskudd"),
        association=association, **{"first_day": FIRST, "last_day": LAST, **more}, by=by,
    )  # fmt: skip
    hers = changes.set_goal(grant=grant, part="ressursvenn", says="Flere ressursvenner", by=by)
    changes.set_indicator(goal=hers, says="Kurs", figure="courses", target=2, by=by)
    ours = changes.set_goal(grant=grant, part="rod_knapp", says="Flere bærer knappen", by=by)
    changes.set_indicator(goal=ours, says="Skoler vi har besøkt", figure="", target=5, by=by)
    for part, name, sought in (
        ("ressursvenn", "Kurs og veiledning", 180_000),
        ("rod_knapp", "Knapper", 90_000),
        ("shared", "Regnskap", 50_000),
    ):
        changes.set_line(grant=grant, part=part, name=name, sought=sought, by=by)
    return grant


def awarded(
    by: Person, association: Any = None, letter: dict[str, Any] = LETTER, **more: Any
) -> Any:
    """The letter has come, and what it gives is divided."""
    grant = changes.send(grant=applied(by, association, **more), by=by)
    changes.note_award(grant=grant, **letter, by=by)
    amounts = dict(zip([line.pk for line in lines(grant)], (170_000, 90_000, 40_000), strict=True))
    return changes.divide(grant=grant, amounts=amounts, by=by)


def lines(grant: Any) -> list[Any]:
    return list(queries.lines_of(grant))


def spent(by: Person, grant: Any, *amounts: str) -> list[Any]:
    """An expense for each line, charged to it."""
    made = []
    for number, (line, amount) in enumerate(zip(lines(grant), amounts, strict=False), start=1):
        expense = changes.enter_expense(
            association=grant.association, voucher=f"1{number:03}", day=date(2026, 5, number),
            says=f"Regning {number}", amount=Decimal(amount), by=by,
        )  # fmt: skip
        changes.charge(expense=expense, line=line, amount=Decimal(amount), by=by)
        made.append(expense)
    return made


def begun(by: Person, grant: Any, **more: Any) -> Any:
    days = {"kind": "final", "first_day": FIRST, "last_day": LAST, "language": "nb"}
    return changes.begin_report(grant=grant, by=by, **{**days, **more})


def written(by: Person, grant: Any, **more: Any) -> Any:
    """Every text, every goal, every count."""
    report = begun(by, grant, **more)
    texts = {where: f"Tekst om {where[1]}." for where in queries.asked_of(report)}
    changes.write_in_report(
        report=report, texts=texts, signer="Anne Vik", signer_role="styreleder", by=by
    )
    goals = list(queries.goals_of(grant))
    verdicts = {goal.pk: ("met", "") for goal in goals[:1]}
    verdicts |= {goal.pk: ("not", "Skolene hadde ikke tid.") for goal in goals[1:]}
    results = {one.pk: 3 for goal in goals for one in goal.indicators.all() if not one.figure}
    return changes.judge_goals(report=report, verdicts=verdicts, results=results, by=by)


def issued(by: Person, grant: Any = None, **more: Any) -> Any:
    grant = grant or awarded(by)
    return changes.issue(report=written(by, grant, **more), by=by)

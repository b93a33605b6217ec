"""Grants in the made-up world: one like the seed's, told of and issued, and two with funders of other forms.

The seed says that Kompetansesenter for kriminalitetsforebygging met the association at its head office in Oslo,
heard of the two measures, and gave money to both. Day, number, amount and all else here is invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ressursvenn.grants import changes, queries

from .grants_told import EXPERIENCES, FUNDERS, GOALS, LINES, MEETING, PARTNERS, SAID


def lay_out(world: Any) -> None:
    """One that is over and told of, one that runs, and one that is being applied for."""
    by, year = world.people["tilskudd"], world.today.year
    kfk, dam, bufdir = (_funder(by, world, *one) for one in FUNDERS)
    changes.note_meeting(funder=kfk.scheme.funder, day=world.ago(500), by=by, **MEETING)
    changes.let_in_reader(funder=kfk.scheme.funder, person=world.people["giver"], by=by)
    over = _awarded(
        world, _applied(world, kfk, "To tiltak mot vold", year - 1), (150_000, 90_000, 20_000)
    )
    _lived(world, over)
    _told(world, over)
    runs = _applied(world, dam, "Følge videre", year, local=world.houses["oslo"])
    _awarded(world, runs, (170_000, 90_000, 20_000))
    _applied(world, bufdir, "Knapper på skoler", year + 1, send=False)


def _funder(by: Any, world: Any, name: str, form: str, scheme: dict[str, str], days: int) -> Any:
    funder = changes.name_funder(name=name, report_form=form, by=by)
    told = changes.describe_scheme(funder=funder, seen_day=world.ago(90), by=by, **scheme)
    return changes.note_call(
        scheme=told, name="årets runde", deadline_day=world.today + timedelta(days=days),
        source="oppdiktet", by=by,
    )  # fmt: skip


def _applied(
    world: Any, call: Any, title: str, year: int, *, local: Any = None, send: bool = True
) -> Any:  # fmt: skip
    by = world.people["tilskudd"]
    days = {"first_day": date(year, 1, 1), "last_day": date(year, 12, 31)}
    grant = changes.begin_application(call=call, title=title, association=local, by=by, **days)
    for part, says, what, figure, target in GOALS:
        goal = changes.set_goal(grant=grant, part=part, says=says, by=by)
        own = figure if local is None or part != "rod_knapp" else ""  # of a place there is none
        changes.set_indicator(goal=goal, says=what, figure=own, target=target, by=by)
    for part, name, sought in LINES:
        changes.set_line(grant=grant, part=part, name=name, sought=sought, by=by)
    for part, name, does in PARTNERS:
        changes.name_partner(
            grant=grant, part=part, name=name, does=does, agreement_day=None, by=by
        )
    return changes.send(grant=grant, by=by) if send else grant


def _awarded(world: Any, grant: Any, amounts: tuple[int, ...]) -> Any:
    by, year = world.people["tilskudd"], grant.first_day.year
    changes.note_award(
        grant=grant, letter_day=date(year - 1, 12, 10), letter_number=f"{year}/417", amount=sum(amounts),
        report_day=date(year + 1, 2, 15), audit="", shares="", by=by,
    )  # fmt: skip
    changes.note_condition(
        grant=grant, says="Giveren nevnes når tiltaket omtales.", due_day=None, by=by
    )
    lines = [line.pk for line in queries.lines_of(grant)]
    return changes.divide(grant=grant, amounts=dict(zip(lines, amounts, strict=True)), by=by)


def _lived(world: Any, grant: Any) -> None:
    """Expenses on each line, money moved by agreement, and what was learnt on the way."""
    by, year = world.people["tilskudd"], grant.first_day.year
    courses, buttons, _ = lines = list(queries.lines_of(grant))
    moved = changes.ask_for_change(
        grant=grant, kind="money", says="Flere kurs enn vi trodde.", asked_day=date(year, 8, 20),
        new_last_day=None, from_line=buttons, to_line=courses, amount=5_000, by=by,
    )  # fmt: skip
    changes.note_change_answered(amendment=moved, agreed=True, answer_day=date(year, 9, 1), by=by)
    for line, amounts in zip(lines, (("64200.50", "88000"), ("79000",), ("18500",)), strict=True):
        for number, amount in enumerate(amounts, start=1):
            expense = changes.enter_expense(
                association=None, voucher=f"{line.pk}-{number}", day=date(year, 3 * number, 14),
                says=f"{line.name}, faktura", amount=Decimal(amount), by=by,
            )  # fmt: skip
            changes.charge(expense=expense, line=line, amount=Decimal(amount), by=by)
    for part, kind, says in EXPERIENCES:
        day = date(year, 10, 5)
        changes.note_experience(grant=grant, part=part, kind=kind, day=day, says=says, by=by)


def _told(world: Any, grant: Any) -> None:
    """The report is written, and issued to the funder."""
    by = world.people["tilskudd"]
    report = changes.begin_report(
        grant=grant,
        kind="final",
        first_day=grant.first_day,
        last_day=grant.last_day,
        language="nb",
        by=by,
    )
    known = queries.texts_of(report)
    texts = {
        where: known.get(where) or SAID.get(where[1], "Ingen.")
        for where in queries.asked_of(report)
    }
    changes.write_in_report(
        report=report,
        texts=texts,
        signer="Åse Bratland, oppdiktet",
        signer_role="styreleder",
        by=by,
    )
    goals = list(queries.goals_of(grant))
    verdicts = {goal.pk: ("partly", "Vi kom i gang senere enn planlagt.") for goal in goals}
    results = {one.pk: 1 for goal in goals for one in goal.indicators.all() if not one.figure}
    changes.judge_goals(report=report, verdicts=verdicts, results=results, by=by)
    changes.issue(report=report, by=by)

"""One of each thing about grants, and one that is over, for their addresses to be about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ressursvenn.grants import changes, compiling, queries
from ressursvenn.grants.ledger import Entry
from ressursvenn.grants.models import Issue
from tests import marked_world

AMOUNT = Decimal("100.00")
FILES = {"pdf": b"x", "xlsx": b"x"}


def fill(world: Any) -> None:
    """It hangs on the first house only for the table of addresses to find it."""
    by, notes = world.people["toril"], world.oslo.notes
    funder = _funder(by, "Kontoret", world.people["bodil"], notes)
    call = changes.note_call(
        scheme=notes["scheme"],
        name="runde",
        deadline_day=marked_world.ago(-30),
        source="nett",
        by=by,
    )
    notes["grant_call"], notes["funder_meeting"] = call, _met(by, funder, marked_world.ago(2))
    notes["funder"], notes["funder_over"] = funder, _funder(by, "Et annet", None, {})
    grant, notes["grant_over"] = (_sent(by, call, title) for title in ("Ett", "To"))
    notes["grant_goal"] = changes.set_goal(
        grant=_draft(by, call, "Tre"), part="rod_knapp", says="Mål", by=by
    )
    changes.note_refused(grant=notes["grant_over"], by=by)
    notes["grant"] = _awarded(grant, by)
    notes |= {**_underway(grant, by), **_money(grant, by), **_reports(grant, by)}
    notes["funder_meeting_over"] = _met(by, funder, marked_world.ago(250))  # it is told of


def _funder(by: Any, name: str, reader: Any, notes: dict[str, Any]) -> Any:
    funder = changes.name_funder(name=name, report_form="common", by=by)
    told = {"purpose": "p", "aims": "", "source": "s", "seen_day": marked_world.ago(3)}
    for what in ("scheme", "scheme_over"):
        notes[what] = changes.describe_scheme(funder=funder, name=what, by=by, **told)
    changes.confirm_scheme(scheme=notes["scheme_over"], by=by)
    if reader:
        gone = changes.let_in_reader(funder=funder, person=reader, by=by)
        notes["reader_over"] = changes.let_out_reader(reader=gone, by=by)
        notes["reader"] = changes.let_in_reader(funder=funder, person=reader, by=by)
    return funder


def _met(by: Any, funder: Any, day: Any) -> Any:
    return changes.note_meeting(
        funder=funder, day=day, place="Oslo", who="Kontoret", presented="Begge", by=by
    )


def _draft(by: Any, call: Any, title: str) -> Any:
    days = {"first_day": marked_world.ago(400), "last_day": marked_world.ago(30)}
    return changes.begin_application(call=call, title=title, association=None, by=by, **days)


def _sent(by: Any, call: Any, title: str) -> Any:
    grant = _draft(by, call, title)
    goal = changes.set_goal(grant=grant, part="rod_knapp", says="Mål", by=by)
    changes.set_indicator(goal=goal, says="Skoler", figure="", target=1, by=by)
    changes.set_line(grant=grant, part="rod_knapp", name="Knapper", sought=1_000, by=by)
    return changes.send(grant=grant, by=by)


def _awarded(grant: Any, by: Any) -> Any:
    changes.note_award(
        grant=grant, letter_day=marked_world.ago(390), letter_number="1", amount=1_000,
        report_day=marked_world.ago(-90), audit="", shares="", by=by,
    )  # fmt: skip
    (line,) = queries.lines_of(grant)
    return changes.divide(grant=grant, amounts={line.pk: 1_000}, by=by)


def _underway(grant: Any, by: Any) -> dict[str, Any]:
    due, met = (
        changes.note_condition(grant=grant, says=says, due_day=None, by=by) for says in "ab"
    )
    asked, answered = (_change(grant, by) for _ in range(2))
    day = marked_world.ago(1)
    changes.note_change_answered(amendment=answered, agreed=True, answer_day=day, by=by)
    learnt, struck = (_experience(grant, by) for _ in range(2))
    partner = changes.name_partner(
        grant=grant, part="rod_knapp", name="Biblioteket", does="Møter.", agreement_day=None, by=by
    )
    return {
        "condition": due, "condition_over": changes.note_condition_met(condition=met, by=by),
        "amendment": asked, "amendment_over": answered,
        "experience": learnt, "experience_over": changes.strike_experience(experience=struck, by=by),
        "grant_part": ("partner", partner.reference), "grant_part_over": ("delmaal", due.reference),
    }  # fmt: skip


def _change(grant: Any, by: Any) -> Any:
    told = dict.fromkeys(("new_last_day", "from_line", "to_line", "amount"))
    day = marked_world.ago(5)
    return changes.ask_for_change(
        grant=grant, kind="content", says="Annet", asked_day=day, by=by, **told
    )


def _experience(grant: Any, by: Any) -> Any:
    day = marked_world.ago(40)
    return changes.note_experience(
        grant=grant, part="rod_knapp", kind="good", day=day, says="Bra.", by=by
    )


def _money(grant: Any, by: Any) -> dict[str, Any]:
    (line,) = queries.lines_of(grant)
    one, struck, charged = (_expense(by, voucher) for voucher in "123")
    files = [
        changes.read_file(
            association=None, entries=[Entry(name, marked_world.ago(50), "Fil", AMOUNT)], by=by
        )
        for name in ("f1", "f2")
    ]
    return {
        "expense": one, "expense_over": changes.strike_expense(expense=struck, by=by),
        "charge": changes.charge(expense=charged, line=line, amount=AMOUNT, by=by),
        "account_file": files[0], "account_file_over": changes.undo_file(file=files[1], by=by),
    }  # fmt: skip


def _expense(by: Any, voucher: str) -> Any:
    day = marked_world.ago(60)
    return changes.enter_expense(
        association=None, voucher=voucher, day=day, says="Trykk", amount=AMOUNT, by=by
    )


def _reports(grant: Any, by: Any) -> dict[str, Any]:
    """One that is written, and one that was issued; its papers are of no matter here."""
    days = {"first_day": marked_world.ago(300), "last_day": marked_world.ago(200), "language": "nb"}
    draft, issued = (
        changes.begin_report(grant=grant, kind="status", by=by, **days) for _ in range(2)
    )
    data = compiling.canonical({"data": compiling.data_of(queries.report_called(issued.reference))})
    Issue.objects.create(
        report=issued, json=data, prints=dict.fromkeys((*FILES, "json", "data"), "0" * 64), made_with={},
        issued_on=marked_world.ago(1), issued_by=by, **FILES,
    )  # fmt: skip
    return {"grant_report": draft, "issued_grant_report": issued}

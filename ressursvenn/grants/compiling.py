"""All that a report tells, as plain values: what was sought, given, done, counted, spent and written.

The same rows and the same figures give the same values, in the same order. Nothing here is about one person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from . import (
    accounting,
    comparing,
    counting,
    facts,
    funder_forms,
    participants_told,
    queries,
    standing,
    words,
)
from .models import FunderMeeting, Goal, Issue, Partner, Report

FORMAT = "tilskuddsrapport-1"
Data = dict[str, Any]


def figures_of(report: Report) -> Data:
    """What the rooms say of its days, and what may be told of participants. Read by an act, and kept."""
    grant = report.grant
    codes = queries.counted_of(grant)
    values = counting.counted(codes, report.first_day, report.last_day, grant.association)
    told = participants_told.told(
        of_the_country=grant.association_id is None, language=report.language
    )
    return {"counted": values, "participants": told}


def data_of(report: Any) -> Data:
    """The report as it stands, with the figures that were read last."""
    grant, goals = report.grant, list(queries.goals_of(report.grant))
    measures = facts.measures_of(goals)
    told: Data = {
        "format": FORMAT,
        "report": _report(report),
        "period": {"first": _day(report.first_day), "last": _day(report.last_day)},
        "grant": _grant(grant),
        "form": _form(grant.call.scheme.funder.form),
        "measures": _measures(report, goals, measures),
        "participants": report.figures.get("participants"),
        "changes": _changes(report),
        "conditions": [_condition(row) for row in queries.conditions_of(grant)],
        "meetings": _meetings(report),
        "texts": _texts(report, words.SHARED),
        "accounts": _accounts(report),
        "signature": {"who": report.signer, "role": report.signer_role},
    }
    return {**told, "before": comparing.since(_before(report), told)}


def _report(report: Report) -> Data:
    return {"reference": report.reference, "kind": report.kind, "language": report.language}


def _grant(grant: Any) -> Data:
    award, scheme = getattr(grant, "award", None), grant.call.scheme
    return {
        "reference": grant.reference,
        "title": grant.title,
        "place": grant.association.name if grant.association else None,
        "funder": scheme.funder.name,
        "scheme": scheme.name,
        "scheme_confirmed": scheme.confirmed_on is not None,
        "purpose": scheme.purpose,
        "aims": scheme.aims.splitlines(),
        "first": _day(grant.first_day),
        "last": _day(standing.lasts_until(grant)),
        "letter": award
        and {"day": _day(award.letter_day), "number": award.letter_number, "amount": award.amount},
    }


def _form(code: str) -> Data:
    form = funder_forms.form_called(code)
    return {
        "code": form.code, "name": form.name, "source": form.source, "seen": _day(form.seen),
        "confirmed": form.confirmed,
    }  # fmt: skip


def _measures(report: Report, goals: list[Goal], parts: list[str]) -> list[Data]:
    """Each measure by itself, so that its figures are never those of the other."""
    verdicts, results = queries.verdicts_of(report), queries.results_of(report)
    counted = report.figures.get("counted", {})
    partners = list(queries.partners_of(report.grant))
    texts = queries.texts_of(report)
    return [
        {
            "part": part,
            "goals": [_goal(one, verdicts, results, counted) for one in goals if one.part == part],
            "figures": _figures(part, counted, report.language),
            "partners": [_partner(one) for one in partners if one.part == part],
            "texts": {code: says for (of, code), says in sorted(texts.items()) if of == part},
        }
        for part in parts
    ]


def _goal(
    goal: Goal, verdicts: Mapping[int, Any], results: Mapping[int, int], counted: Data
) -> Data:
    verdict = verdicts.get(goal.pk)
    return {
        "says": goal.says,
        "how": verdict.how if verdict else None,
        "why": verdict.why if verdict else "",
        "indicators": [
            {
                "says": one.says,
                "figure": one.figure or None,
                "target": one.target,
                "value": counted.get(one.figure) if one.figure else results.get(one.pk),
            }
            for one in goal.indicators.all()
        ],
    }


def _figures(part: str, counted: Data, language: str) -> list[Data]:
    known = [
        figure
        for code, figure in counting.FIGURES.items()
        if code in counted and figure.part == part
    ]
    return [
        {
            "code": one.code, "word": one.word(language), "value": counted[one.code],
            "version": one.version, "definition": one.definition(language),
            "population": one.population(language), "missing": one.missing(language),
        }
        for one in known
    ]  # fmt: skip


def _partner(row: Partner) -> Data:
    return {
        "name": row.name,
        "does": row.does,
        "agreement": _day(row.agreement_day) if row.agreement_day else None,
    }


def _changes(report: Any) -> list[Data]:
    """What was asked by the end of its days; an answer that came later says when."""
    rows = queries.amendments_of(report.grant)
    return [_change(row) for row in rows if row.asked_day <= report.last_day]


def _change(row: Any) -> Data:
    return {
        "kind": row.kind,
        "says": row.says,
        "asked": _day(row.asked_day),
        "agreed": row.agreed,
        "answered": _day(row.answer_day) if row.answer_day else None,
        "moved": row.kind == words.MONEY and [row.from_line.name, row.to_line.name, row.amount],
        "until": _day(row.new_last_day) if row.new_last_day else None,
    }


def _condition(row: Any) -> Data:
    due = _day(row.due_day) if row.due_day else None
    return {"says": row.says, "due": due, "met": _day(row.met_on) if row.met_on else None}


def _meetings(report: Report) -> list[Data]:
    """Those with this funder within the days of the report."""
    rows = FunderMeeting.objects.filter(
        funder=report.grant.call.scheme.funder, day__range=(report.first_day, report.last_day)
    )
    return [
        {"day": _day(row.day), "place": row.place, "who": row.who, "presented": row.presented}
        for row in rows.order_by("day", "pk")
    ]


def _texts(report: Report, part: str) -> dict[str, str]:
    found = queries.texts_of(report)
    return {code: says for (of, code), says in sorted(found.items()) if of == part}


def _accounts(report: Any) -> Data:
    """Spent before the report's days, spent within them, and what is left of the whole budget after both."""
    grant = report.grant
    table = queries.accounts_of(grant, until=report.last_day, since=report.first_day)
    form = funder_forms.form_called(grant.call.scheme.funder.form)
    award = getattr(grant, "award", None)
    by_letter = award.audit if award else ""
    return {
        "rows": [_row(one) for one in table.rows],
        "parts": [_row(one) for one in table.parts],
        "total": _row(table.total),
        "amount": table.amount,
        "before": _money(table.total.before),
        "spent": _money(table.total.spent),
        "unspent": _money(table.unspent),
        "audit": by_letter or form.audit_of(table.amount) or None,
        "audit_by": "letter" if by_letter else "form" if form.audit_of(table.amount) else None,
    }


def _row(row: accounting.Row) -> Data:
    return {
        "part": row.part, "name": row.name, "sought": row.sought, "awarded": row.awarded,
        "moved": row.moved, "budget": row.budget, "before": _money(row.before), "spent": _money(row.spent),
        "left": _money(row.left),
    }  # fmt: skip


def _before(report: Report) -> Data | None:
    issue: Issue | None = queries.issued_before(report)
    found: Data | None = json.loads(bytes(issue.json))["data"] if issue else None
    return found


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _day(day: date) -> str:
    return day.isoformat()


def canonical(told: Mapping[str, Any]) -> bytes:
    """One way to write it, so that what is equal has equal bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def print_of(content: bytes) -> str:
    """SHA-256, as 64 hexadecimal digits."""
    return sha256(content).hexdigest()

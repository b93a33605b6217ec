"""From a report's data to the report itself: sections that the page, the paper and the workbook set alike.

Pure. The same data gives the same report. An empty section says that it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import funder_forms, released, tables, words
from .pen import Pen, Section

Data = Mapping[str, Any]
DEVELOPMENT = "development"  # the slot of a form that asks what has changed since last time


def compose(data: Data) -> dict[str, Any]:
    """The whole report, in the order of the funder's form."""
    pen = Pen(data["report"]["language"])
    form = funder_forms.form_called(data["form"]["code"])
    return {
        "language": pen.language,
        "title": pen.say(f"title_{data['report']['kind']}"),
        "period": pen.say("period", *(pen.day(data["period"][end]) for end in ("first", "last"))),
        "facts": _facts(pen, data),
        "sections": _sections(pen, data, form),
        "signature": {
            "heading": pen.say("signature"),
            "who": [data["signature"]["who"], data["signature"]["role"]],
            "line": pen.say("sign_line"),
            "audit_line": pen.say("audited_by") if _is_checked(data) else None,
        },
    }


def _is_checked(data: Data) -> bool:
    return data["accounts"]["audit"] not in (None, words.NO_AUDIT)


def _facts(pen: Pen, data: Data) -> list[list[str]]:
    """At the top: to whom, what, which letter, and which form this follows."""
    grant, form = data["grant"], data["form"]
    letter = grant["letter"]
    told = letter and pen.say(
        "letter_told", letter["number"], pen.day(letter["day"]), pen.number(letter["amount"])
    )
    named = form["name"] if form["confirmed"] else pen.say("form_unconfirmed", form["name"])
    return [
        [pen.say("to"), grant["funder"]],
        [pen.say("scheme"), grant["scheme"]],
        [pen.say("grant"), grant["title"]],
        [pen.say("letter"), told or "–"],
        [pen.say("whole"), pen.say("period", pen.day(grant["first"]), pen.day(grant["last"]))],
        [pen.say("where"), grant["place"] or pen.say("country")],
        [pen.say("form"), named],
    ]


def _sections(pen: Pen, data: Data, form: funder_forms.Form) -> list[Section]:
    found: list[Section] = []
    for code in form.sections:
        heading = _heading(pen, form, code)
        if code == "purpose":
            found.append(_purpose(pen, data, heading))
        elif code == "accounts":
            since = [] if DEVELOPMENT in form.sections else [tables.since(pen, data["before"])]
            found += [*since, tables.accounts(pen, data, heading)]
        else:
            found += _section(pen, data, form, code, heading)
    return [*found, *tables.around(pen, data)]


def _heading(pen: Pen, form: funder_forms.Form, code: str) -> str:
    own = {one.code: (one.nb, one.nn) for one in form.slots} | dict(form.headings)
    return own[code][pen.nynorsk] if code in own else pen.say(code)


def _purpose(pen: Pen, data: Data, heading: str) -> Section:
    grant = data["grant"]
    lists = [{"word": pen.say("aims"), "of": grant["aims"]}] if grant["aims"] else []
    for measure in data["measures"]:
        goals = [goal["says"] for goal in measure["goals"]]
        lists.append({"word": f"{pen.say('our_goals')}: {pen.part(measure['part'])}", "of": goals})
    said = pen.say("purpose_told", grant["purpose"])
    return pen.section(heading, paragraphs=[said], lists=lists)


def _section(
    pen: Pen, data: Data, form: funder_forms.Form, code: str, heading: str
) -> list[Section]:
    """One heading; under it each measure by itself, where the form has it so."""
    each = {one.code: one.each for one in form.slots}.get(code, True)
    top = pen.section(heading)
    if not each:
        return [pen.section(heading, paragraphs=_written(pen, data["texts"].get(code, "")))]
    parts = [_of_measure(pen, measure, code) for measure in data["measures"]]
    if code == "reach":
        parts.append(released.section(pen, data["participants"]))
    if code == DEVELOPMENT:
        parts.append(tables.since(pen, data["before"], level=3))
    if code == "deviations" and data["changes"]:
        parts.append(tables.changes(pen, data["changes"]))
    return [top, *parts]


def _of_measure(pen: Pen, measure: Data, code: str) -> Section:
    heading = pen.part(measure["part"])
    if code == "goals":
        return tables.goals(pen, measure, heading)
    if code == "activities":
        return tables.activities(pen, measure, heading)
    if code == "partners":
        return tables.partners(pen, measure, heading)
    written = _written(pen, measure["texts"].get(code, ""))
    return pen.section(heading, level=3, paragraphs=written)


def _written(pen: Pen, text: str) -> list[str]:
    """An empty line begins a new paragraph."""
    parts = [
        " ".join(part.split()) for part in text.replace("\r", "").split("\n\n") if part.strip()
    ]
    return parts or [pen.say("not_written")]

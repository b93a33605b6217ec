"""The tables of a report: goals, activities, partners, participants, changes, accounts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from . import words
from .pen import Pen, Rows, Section, Told

MONEY = {  # what is told of a line of the budget, and its word
    "sought": "sought", "awarded": "awarded", "moved": "moved", "before": "spent_before", "spent": "spent",
    "left": "left",
}  # fmt: skip


def goals(pen: Pen, measure: Told, heading: str) -> Section:
    """Each goal, whether it was met, and what that is seen by, beside what was promised."""
    judged = [[one["says"], pen.how(one["how"]), one["why"] or "–"] for one in measure["goals"]]
    counted = [
        [one["says"], pen.number(one["target"]), pen.number(one["value"])]
        for goal in measure["goals"]
        for one in goal["indicators"]
    ]
    title = f"{heading}: {pen.say('our_goals').lower()}"
    return pen.section(
        heading,
        level=3,
        tables=[
            pen.table(title, ("goal", "how", "why"), judged, widths=(5, 2, 5)),
            pen.table(
                f"{heading}: {pen.say('indicator').lower()}", ("indicator", "target", "value"), counted,
                widths=(6, 2, 2), numbers=2,
            ),
        ],
    )  # fmt: skip


def activities(pen: Pen, measure: Told, heading: str) -> Section:
    """What was counted in the place and the days of the grant, each with its definition."""
    rows = [[one["word"], pen.number(one["value"]), meant(pen, one)] for one in measure["figures"]]
    if not rows:
        return pen.section(heading, level=3, paragraphs=[pen.say("nothing_counted")])
    table = pen.table(
        f"{heading}: {pen.say('activities').lower()}", ("activity", "number", "definition"), rows,
        widths=(4, 2, 6),
    )  # fmt: skip
    hidden = any(one["value"] is None for one in measure["figures"])
    said = [pen.say(key) for key in ("no_effect", *(["hours_not_told"] if hidden else []))]
    return pen.section(heading, level=3, paragraphs=said, tables=[table])


def meant(pen: Pen, one: Told) -> str:
    """What a figure counts, of whom, what is not in it, and which version of that this is."""
    told = (one["definition"], one["population"], one["missing"], one["code"], one["version"])
    return pen.say("meant", *told)


def partners(pen: Pen, measure: Told, heading: str) -> Section:
    rows = [
        [
            one["name"],
            one["does"],
            pen.day(one["agreement"]) if one["agreement"] else pen.say("none_written"),
        ]
        for one in measure["partners"]
    ]
    if not rows:
        return pen.section(heading, level=3, paragraphs=[pen.say("no_partners")])
    title = f"{heading}: {pen.say('partners').lower()}"
    table = pen.table(title, ("partner", "does", "agreement"), rows, widths=(4, 5, 3))
    return pen.section(heading, level=3, tables=[table])


def changes(pen: Pen, told: list[Told]) -> Section:
    rows = [[one["says"], pen.day(one["asked"]), _answer(pen, one)] for one in told]
    table = pen.table(pen.say("changes"), ("what", "asked", "answer"), rows, widths=(6, 3, 3))
    return pen.section(pen.say("changes"), level=3, tables=[table])


def _answer(pen: Pen, one: Told) -> str:
    if one["agreed"] is None:
        return pen.say("no_answer")
    return pen.say("agreed" if one["agreed"] else "refused", pen.day(one["answered"]))


def since(pen: Pen, before: Told | None, *, level: int = 2) -> Section:
    """What is otherwise than last time; where the two are not equally long, it says so."""
    heading = pen.say("before")
    if before is None:
        return pen.section(heading, level=level, paragraphs=[pen.say("no_before")])
    rows = [[one["word"], *_compared(pen, one)] for one in before["figures"]]
    spent = before["spent"]
    rows.append(
        [
            pen.say("spent_word"),
            pen.number(spent["before"]),
            pen.number(spent["now"]),
            _step(pen, spent),
        ]
    )
    days = (pen.day(before["period"][end]) for end in ("first", "last"))
    said = [pen.say("before_told", before["grant"], *days)]
    if not before["as_long"]:
        said.append(pen.say("not_as_long", *before["days"]))
    table = pen.table(
        heading, ("activity", "was", "now", "change"), rows, widths=(5, 2, 2, 3), numbers=3
    )
    return pen.section(heading, level=level, paragraphs=said, tables=[table])


def _compared(pen: Pen, one: Told) -> list[str]:
    if not one["same_definition"]:
        return ["–", pen.number(one["now"]), pen.say("other_definition")]
    change = one["change"]
    return [
        pen.number(one["before"]),
        pen.number(one["now"]),
        "–" if change is None else _signed(pen, change),
    ]


def _step(pen: Pen, spent: Told) -> str:
    return _signed(pen, str(Decimal(spent["now"]) - Decimal(spent["before"])))


def _signed(pen: Pen, change: str) -> str:
    return (
        pen.number(change)
        if change.startswith("-") or float(change) == 0
        else f"+{pen.number(change)}"
    )


def accounts(pen: Pen, data: Told, heading: str) -> Section:
    """Beside the budget of the application, measure by measure, with what kind of audit the amount takes."""
    told = data["accounts"]
    later = data["period"]["first"] > data["grant"]["first"]
    columns = MONEY if later else {key: MONEY[key] for key in MONEY if key != "before"}
    rows: Rows = []
    for part in told["parts"]:
        rows += [
            _money(pen, row, row["name"], columns)
            for row in told["rows"]
            if row["part"] == part["part"]
        ]
        rows.append(_money(pen, part, pen.say("sum_of", pen.part(part["part"])), columns))
    rows.append(_money(pen, told["total"], pen.say("sum"), columns))
    table = pen.table(
        heading, ("line", *columns.values()), rows, widths=(5, *[3] * len(columns)), numbers=len(columns),
    )  # fmt: skip
    return pen.section(
        heading,
        paragraphs=[
            pen.say("kroner"),
            *([pen.say("before_these_days")] if later else []),
            *_unspent(pen, data),
            *_audit(pen, data),
        ],
        tables=[table],
    )


def _money(pen: Pen, row: Told, name: str, columns: Iterable[str]) -> list[str]:
    return [name, *(pen.number(row[key]) for key in columns)]


def _unspent(pen: Pen, data: Told) -> list[str]:
    told = data["accounts"]
    if float(told["unspent"]) == 0:
        return [pen.say("all_spent")]
    left = pen.say("unspent", pen.number(told["unspent"]), pen.number(told["amount"]))
    return [left, *([pen.say("give_back")] if data["report"]["kind"] == words.FINAL else [])]


def _audit(pen: Pen, data: Told) -> list[str]:
    told = data["accounts"]
    if told["audit"] is None:
        return [pen.say("audit_unknown")]
    by_letter, source = told["audit_by"] == "letter", data["form"]["source"]
    whose = pen.say("by_letter") if by_letter else pen.say("by_form", source)
    return [f"{pen.say('audit')}: {pen.say('audit_' + told['audit'])} {whose}"]


def around(pen: Pen, data: Told) -> list[Section]:
    """What the letter asks of us, and when we met: empty when there is nothing."""
    found = []
    if data["conditions"]:
        rows = [
            [one["says"], pen.day(one["met"]) if one["met"] else pen.say("not_met")]
            for one in data["conditions"]
        ]
        table = pen.table(pen.say("conditions"), ("condition", "met"), rows, widths=(7, 3))
        found.append(pen.section(pen.say("conditions"), tables=[table]))
    if data["meetings"]:
        rows = [
            [pen.day(one["day"]), one["place"], one["who"], one["presented"]]
            for one in data["meetings"]
        ]
        table = pen.table(
            pen.say("meetings"), ("day", "place", "who", "presented"), rows, widths=(3, 3, 3, 5)
        )
        found.append(pen.section(pen.say("meetings"), tables=[table]))
    return found

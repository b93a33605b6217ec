"""The part of a report that tells of participants: from the yearly release and from nowhere else. Pure."""

from __future__ import annotations

from typing import Any

from ressursvenn.reporting.figures import bars, number, signed

from .pen import Pen, Section, Told


def section(pen: Pen, told: Told | None) -> Section:
    """A place has no number of them at all, and says why."""
    if told is not None and not told["of_the_country"]:
        where = [pen.say("local_where", told["year"])] if told["year"] else []
        said = [pen.say("local"), pen.say("local_why"), *where]
        return pen.section(pen.say("reach"), level=3, paragraphs=said)
    if told is None or told["year"] is None:
        return pen.section(pen.say("reach"), level=3, paragraphs=[pen.say("no_release")])
    return pen.section(
        pen.say("participants", told["year"]),
        level=3,
        paragraphs=[
            pen.say("release_told", told["year"], told["limit"]),
            pen.say("no_effect"),
            *told.get("missing", ()),
        ],
        lists=_lists(pen, told),
        charts=[_drawn(pen, one) for one in told["tables"]],
        tables=[*(_table(pen, one) for one in told["tables"]), *_meanings(pen, told)],
    )


def _lists(pen: Pen, told: Told) -> list[dict[str, Any]]:
    """What it went like, with how sure that is; and what is not there, with why."""
    each = {
        "outcomes": [_outcome(pen, one) for one in told.get("outcomes", ())],
        "left_out": [f"{one['title']}: {one['why']}" for one in told.get("left_out", ())],
    }
    return [{"word": pen.say(key), "of": lines} for key, lines in each.items() if lines]


def _outcome(pen: Pen, one: Told) -> str:
    """A mean with its interval and how many it rests on. Never why."""
    steps = (signed(one[key]) for key in ("mean", "low", "high"))
    return pen.say("outcome", one["title"], *steps, one["n"])


def _drawn(pen: Pen, one: Told) -> dict[str, str]:
    """The same picture as in the release, and what it says for whoever hears it instead."""
    values = dict(one["rows"])
    words = (
        f"{word}: {pen.say('hidden') if count is None else count}" for word, count in values.items()
    )
    svg = bars(values, title=one["title"]).svg
    return {"title": one["title"], "said": pen.say("drawn", ", ".join(words)), "svg": svg}


def _table(pen: Pen, one: Told) -> dict[str, Any]:
    rows = [[word, number(count)] for word, count in one["rows"]]
    if len(rows) > 1:
        rows.append([pen.say("in_all"), number(one["total"])])
    named = f" ({one['definition']})" if one.get("definition") else ""
    title = f"{one['title']}. {one['about']}{named}"
    return pen.table(title, ("class", "number"), rows, widths=(6, 2), numbers=1)


def _meanings(pen: Pen, told: Told) -> list[dict[str, Any]]:
    """Each definition once, with what is not in it."""
    known = {one["definition"]: one for one in told["tables"] if one.get("says")}
    rows = [[named, one["says"], one["missing"]] for named, one in known.items()]
    head = ("named", "definition", "missing")
    return [pen.table(pen.say("meanings"), head, rows, widths=(2, 5, 5))] if rows else []

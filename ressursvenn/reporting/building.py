"""From a year's counts to the data of a release: composed, protected, and told with all that belongs to it.

What goes in is counted and gone; what comes out is only what may be printed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from . import composing, definitions, meaning, protecting, words
from .catalogue import BY_CODE, QUESTIONS, TOTAL
from .compiling import Year
from .composing import Shown

FORMAT = "ressursvenn-tall-1"
Data = dict[str, Any]


def built(
    counted: Year,
    *,
    limit: int,
    on: date,
    earlier: Sequence[Data],
    seen: Sequence[Data] = (),
    held_back: Sequence[str] = (),
) -> Data:
    """Raises protecting.NotSafe when no pattern holds, and composing.DoNotAddUp when something is amiss.

    It is bound to what is printed (`earlier`), and stands those who have `seen` more, where somebody has.
    """
    year = counted.year
    chosen = composing.composed(
        counted.counts, limit, year=year, earlier=earlier, seen=seen, held_back=held_back
    )
    links = composing.links_of(chosen, year)
    safe = protecting.protect(year, chosen.tables, links, limit, seen or earlier)
    printed = [_table(one, safe.cells[one.table.code], chosen.start) for one in chosen.tables]
    return {
        "format": FORMAT,
        "year": year,
        "limit": limit,
        "counted_on": on.isoformat(),
        "tables": printed,
        "left_out": [_left_out(code, why) for code, why in chosen.left_out.items()],
        "outcomes": _outcomes(counted, printed),
        "road": dict(counted.road),
        "definitions": {
            one: definitions.BY_CODE[one].version for one in sorted(_used(chosen.tables))
        },
        "links": links,
        "missing": [*counted.missing],
        "protection": {
            "method": words.PROTECTION.format(limit=limit),
            "hidden": safe.hidden,
            "bound": safe.bound,  # how few it is proven that no safe pattern can do without
            "against": [one["year"] for one in earlier],
        },
    }


def _table(shown: Shown, cells: Mapping[str, int | None], start: int | None) -> Data:
    table = shown.table
    since = f"Koblinger som møttes første gang etter utgangen av {start}"
    return {
        "code": table.code,
        "title": table.title,
        "about": since if table.code == "begun" else table.about,
        "definition": table.definition,
        "version": definitions.BY_CODE[table.definition].version,
        "way": shown.way.code,
        "classes": [
            {"code": one.code, "word": one.word, "count": cells[one.code]}
            for one in shown.way.classes
        ],
        "total": cells[TOTAL],
    }


def _left_out(code: str, why: str) -> Data:
    return {"code": code, "title": BY_CODE[code].title, "why": why}


def _outcomes(counted: Year, printed: Sequence[Data]) -> list[Data]:
    """A mean only where every class it is made of is printed: then it adds little to what is told already."""
    whole = told_whole(printed)
    told = []
    for question in QUESTIONS:
        known = counted.answered.get(question) if question in whole else None
        if known and (mean := meaning.change(known.number, known.total, known.squares)):
            told.append({"code": question, "title": BY_CODE[question].title, **mean})
    return told


def told_whole(printed: Sequence[Data]) -> set[str]:
    """The tables in three classes and those who did not answer, each of them printed."""
    return {
        one["code"] for one in printed
        if one["way"] == "three" and all(each["count"] is not None for each in one["classes"])
    }  # fmt: skip


def _used(tables: Sequence[Shown]) -> set[str]:
    return {one.table.definition for one in tables} | {"road"}

"""The same table over the years: every class of it, as fine as all the years are, with its picture. Pure.

A year that says nothing of it stands there empty. Where the definition has changed the years are parted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from . import charts
from .catalogue import BY_CODE, Class, Counted, Way, way_called
from .definitions import BY_CODE as DEFINED
from .words import NONE, number

Told = Mapping[str, Any]  # the data of a release, as it is printed
Count = int | None
FOLLOWED = (
    "running",
    "queue",
    "reached",
    "begun",
    "closed",
    "called_off",
    "waiting",
    "hours",
    "met",
    "ending",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A year: what is written of each class, and by which definition, if the year has a number."""

    year: int
    cells: tuple[str, ...]
    named: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """All years of a table, with a gap where there is none."""

    title: str
    word: str
    classes: tuple[str, ...]
    picture: charts.Picture
    rows: tuple[Row, ...]
    breaks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """What one release printed of a table. `spans` more than one year when those between said nothing."""

    year: int
    table: Told
    spans: int = 1


def over_years(releases: Sequence[Told]) -> list[Series]:
    """Those that at least two releases tell of, a year each."""
    found = {code: _told_of(releases, code) for code in FOLLOWED}
    alone = {code: [one for one in years if one.spans == 1] for code, years in found.items()}
    return [_series(BY_CODE[code], found[code]) for code in FOLLOWED if len(alone[code]) > 1]


def _told_of(releases: Sequence[Told], code: str) -> list[Year]:
    return [
        Year(told["year"], table, _spans(told) if code == "begun" else 1)
        for told in releases for table in told["tables"] if table["code"] == code
    ]  # fmt: skip


def _spans(told: Told) -> int:
    """How many years the new ones are new since, as the release binds them to the one before."""
    name = f"{told['year']}/begun/begun"
    cells = [
        cell
        for link in told["links"]
        if name in link["coefficients"]
        for cell in link["coefficients"]
    ]
    return told["year"] - min((int(cell.split("/")[0]) for cell in cells), default=told["year"] - 1)


def _series(table: Counted, years: Sequence[Year]) -> Series:
    way = _as_fine_as_all(table, years)
    counts = {one.year: _counts(one.table, way) for one in years}
    alone = [one.year for one in years if one.spans == 1]
    by_class = {
        each.word: {year: counts[year][each.code] for year in alone} for each in way.classes
    }
    breaks = tuple(
        later.year for before, later in pairwise(years) if before.table["version"] != later.table["version"]
    )  # fmt: skip
    return Series(
        title=table.title, word=DEFINED[table.definition].word, classes=tuple(by_class), breaks=breaks,
        picture=charts.columns(by_class, title=table.title, breaks=breaks), rows=_rows(years, counts),
    )  # fmt: skip


def _as_fine_as_all(table: Counted, years: Sequence[Year]) -> Way:
    """The finest way that every year can be shown in: the coarsest that one of them was."""
    return table.ways[
        max(table.ways.index(way_called(table.code, one.table["way"])) for one in years)
    ]


def _counts(table: Told, way: Way) -> dict[str, Count]:
    printed = {one["code"]: one["count"] for one in table["classes"]}
    finer = way_called(table["code"], table["way"]).classes
    return {each.code: _sum_of(each, finer, printed) for each in way.classes}


def _sum_of(coarse: Class, finer: Sequence[Class], printed: Mapping[str, Count]) -> Count:
    """None when one of those in it is hidden."""
    parts = [printed[one.code] for one in finer if set(one.holds) <= set(coarse.holds)]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _rows(years: Sequence[Year], counts: Mapping[int, Mapping[str, Count]]) -> tuple[Row, ...]:
    there = {one.year: one for one in years}
    return tuple(
        _row(there[year], counts[year]) if year in there else Row(year, (NONE,) * len(counts[years[0].year]))
        for year in range(years[0].year, years[-1].year + 1)
    )  # fmt: skip


def _row(one: Year, counts: Mapping[str, Count]) -> Row:
    more = f" på {one.spans} år" if one.spans > 1 else ""
    cells = tuple(f"{number(count)}{more}" for count in counts.values())
    return Row(one.year, cells, f"{one.table['definition']}-{one.table['version']}")

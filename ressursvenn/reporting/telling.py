"""From the data of releases to what a page shows: tables with their pictures, and years side by side. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from . import charts, words
from .catalogue import CATALOGUE
from .definitions import BY_CODE

Told = Mapping[str, Any]
STATIONS = {
    "applied": "søkte", "answered": "fikk svar", "interviewed": "intervjuet", "course": "på kurs",
    "signed": "taushetserklæring", "certificate": "politiattest vist", "agreed": "avtale",
    "approved": "godkjent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One table of a release, as a page and a reader's ear have it."""

    told: Told
    word: str
    version: int
    picture: charts.Picture
    rows: tuple[tuple[str, str], ...]
    total: str


@dataclass(frozen=True, slots=True)
class Series:
    """The same class over the years. It breaks where the definition did, and says so."""

    title: str
    word: str
    picture: charts.Picture
    rows: tuple[tuple[int, str, str], ...]
    breaks: tuple[int, ...]


def number(count: int | None) -> str:
    """As it is written; a hidden one is a colon."""
    return words.HIDDEN if count is None else str(count)


def tables(told: Told) -> list[Shown]:
    """All tables of a release, in the order of the catalogue."""
    return [_shown(one) for one in told["tables"]]


def _shown(table: Told) -> Shown:
    values = {one["word"]: one["count"] for one in table["classes"]}
    return Shown(
        told=table, word=BY_CODE[table["definition"]].word, version=table["version"],
        picture=charts.bars(values, title=table["title"]),
        rows=tuple((word, number(count)) for word, count in values.items()),
        total=number(table["total"]) if len(values) > 1 else "",
    )  # fmt: skip


def road(told: Told) -> tuple[charts.Picture, list[tuple[str, int]]]:
    """The volunteers' road of a year: how many of those who applied have come how far."""
    values = {STATIONS[code]: told["road"][code] for code in STATIONS if code in told["road"]}
    return charts.bars(values, title="Ressursvennenes vei"), list(values.items())


# What is followed over the years: table and class. Other classes may be coarser one year than another.
FOLLOWED = (
    ("running", "running"), ("queue", "waiting"), ("begun", "begun"), ("closed", "ended"),
    ("ending", "as_planned"), ("waiting", "under_3"), ("hours", "under_10"), ("met", "t25"),
)  # fmt: skip
MEANT = {
    ("running", "running"): "Aktive koblinger ved utgangen av året",
    ("queue", "waiting"): "Deltakere som venter ved utgangen av året",
    ("begun", "begun"): "Nye koblinger siden forrige tall",
    ("closed", "ended"): "Koblinger avsluttet i året",
    ("ending", "as_planned"): "Avsluttet som planlagt",
    ("waiting", "under_3"): "Har ventet under tre måneder",
    ("hours", "under_10"): "Aktive koblinger med under 10 timer sammen i året",
    ("met", "t25"): "Møttes 25 ganger eller flere",
}


def over_years(releases: Sequence[Told]) -> list[Series]:
    """Those that at least two releases tell of."""
    found = [_series(releases, *followed) for followed in FOLLOWED]
    return [one for one in found if one and len(one.rows) > 1]


def _series(releases: Sequence[Told], table: str, code: str) -> Series | None:
    cells = [(told["year"], *_cell(told, table, code)) for told in releases]
    there = [(year, version, count) for year, version, count in cells if version]
    if not there:
        return None
    breaks = tuple(later[0] for before, later in pairwise(there) if before[1] != later[1])
    title = MEANT[table, code]
    word = next(one for one in CATALOGUE if one.code == table).definition
    return Series(
        title=title, word=BY_CODE[word].word, breaks=breaks,
        picture=charts.columns({year: count for year, _, count in there}, title=title, breaks=breaks),
        rows=tuple((year, number(count), f"{word}-{version}") for year, version, count in there),
    )  # fmt: skip


def _cell(told: Told, table: str, code: str) -> tuple[int, int | None]:
    """The version it was counted by (0: it is not in this release), and how many."""
    for one in told["tables"]:
        for each in one["classes"]:
            if (one["code"], each["code"]) == (table, code):
                return one["version"], each["count"]
    return 0, None


def outcomes(told: Told) -> list[str]:
    """Each mean as a sentence, with its interval and how many it rests on. Never why."""
    return [
        f"{one['title']}: {_signed(one['mean'])} trinn i gjennomsnitt, 95 % intervall fra "
        f"{_signed(one['low'])} til {_signed(one['high'])}, {one['n']} som svarte begge deler."
        for one in told["outcomes"]
    ]


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace(".", ",").replace("-", "−")

"""From the data of a release to what a page shows: tables with pictures, means as sentences. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import charts, words
from .definitions import BY_CODE
from .words import number, signed

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """One table of a release, as a page and a reader's ear have it."""

    told: Told
    word: str
    version: int
    picture: charts.Picture
    rows: tuple[tuple[str, str], ...]
    total: str


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
    values = {
        word: told["road"][code] for code, word in words.STATIONS.items() if code in told["road"]
    }
    return charts.bars(values, title="Ressursvennenes vei"), list(values.items())


def outcomes(told: Told) -> list[str]:
    """Each mean as a sentence, with its interval and how many it rests on. Never why."""
    return [
        f"{one['title']}: {signed(one['mean'])} trinn i gjennomsnitt, 95 % intervall fra "
        f"{signed(one['low'])} til {signed(one['high'])}, {one['n']} som svarte begge deler."
        for one in told["outcomes"]
    ]

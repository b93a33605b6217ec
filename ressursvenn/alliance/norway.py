"""Norway as its towns draw it: a dot for each, and a larger one where something happens. No outline, no tiles.

Drawn from the area table alone. The table beside says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from ressursvenn.neighbourhood.areas import AREAS, CREDIT, Area, norwegian

WIDE, TALL, MARGIN = 302, 350, 14
_WEST, _EAST, _SOUTH, _NORTH = 4.4, 31.3, 57.8, 71.2
_SHRINK = cos(radians(65))  # how much a degree eastward is worth beside one northward


@dataclass(frozen=True, slots=True)
class Dot:
    """Where something happens: how much, in words, and how large it is drawn."""

    label: str
    many: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Map:
    """What the page draws. `towns` is one path of points."""

    towns: str
    dots: tuple[Dot, ...]
    rows: tuple[tuple[str, int], ...]  # county and how much, every county that has something
    sentence: str
    credit: str = CREDIT
    wide: int = WIDE
    tall: int = TALL


def drawn(areas: Iterable[str], what: tuple[str, str] = ("aksjon", "aksjoner")) -> Map:
    """One code for each thing that happens. A code we do not know is left out."""
    counted = Counter(code for code in areas if code in AREAS)
    by_county = Counter[str]()
    for code, many in counted.items():
        by_county[AREAS[code].county] += many
    rows = sorted(by_county.items(), key=lambda row: (-row[1], norwegian(row[0])))
    total, one_or_more = sum(counted.values()), what[0] if sum(counted.values()) == 1 else what[1]
    counties = "ett fylke" if len(rows) == 1 else f"{len(rows)} fylker"
    sentence = f"{total} {one_or_more} i {counties}." if total else "Ingenting er satt opp ennå."
    dots = tuple(_dot(AREAS[code], many) for code, many in sorted(counted.items()))
    return Map(_towns(), dots, tuple(rows), sentence)


def _dot(area: Area, many: int) -> Dot:
    x, y = _place(area)
    return Dot(area.name, many, x, y, round(min(4 + 2.5 * sqrt(many), 16), 1))


@lru_cache(maxsize=1)
def _towns() -> str:
    """Every town as a point of a line that goes nowhere; what falls on the same spot is drawn once."""
    spots = {tuple(map(round, _place(area))) for area in AREAS.values() if not area.part_of}
    return "".join(f"M{x} {y}h0" for x, y in sorted(spots))


def _place(area: Area) -> tuple[float, float]:
    scale = (TALL - 2 * MARGIN) / (_NORTH - _SOUTH)
    across = (area.longitude - _WEST) * _SHRINK * scale
    return round(MARGIN + across, 1), round(MARGIN + (_NORTH - area.latitude) * scale, 1)

"""Named coarse areas of Norway: what they are called, how far apart they lie, which lies in which.

No map, no boundary, no person: a name, a point and a population, from `data/areas.csv`.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

CREDIT = "Områdene bygger på GeoNames (geonames.org), CC BY 4.0, bearbeidet av oss."
FILE = Path(__file__).parent / "data" / "areas.csv"
LONGEST_NAME = 200  # what is longer is no name of a place


class UnknownArea(LookupError):
    """No area has this code. The code is not repeated: where she wants to meet is hers."""

    def __init__(self) -> None:
        super().__init__("no area has this code")


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """A town or a district. `part_of` is the code of the town a district lies in, else empty."""

    code: str
    name: str
    county: str
    part_of: str
    latitude: float
    longitude: float
    population: int  # 0 where the source does not know
    also: str = ""  # another name in use

    @property
    def belongs_to(self) -> str:
        """What tells it from another of the same name: its town, else its county."""
        return AREAS[self.part_of].name if self.part_of else self.county

    @property
    def label(self) -> str:
        """What it is called in a list; "Oslo" alone, since town and county are one."""
        name = f"{self.name} ({self.also})" if self.also else self.name
        return name if name == self.belongs_to else f"{name}, {self.belongs_to}"


@dataclass(frozen=True, slots=True)
class Several:
    """A name that fits several areas, as a question to the one who wrote it. Never a guess."""

    areas: tuple[Area, ...]

    @property
    def question(self) -> str:
        labels = [area.label for area in self.areas]
        return f"Mener du {'; '.join(labels[:-1])} eller {labels[-1]}?"


def _read() -> dict[str, Area]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return {
        row["code"]: Area(
            code=row["code"],
            name=row["name"],
            also=row["also"],
            county=row["county"],
            part_of=row["part_of"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["population"]),
        )
        for row in rows
    }


AREAS: Mapping[str, Area] = MappingProxyType(_read())


def area(code: str) -> Area:
    """The area of a code, or UnknownArea."""
    try:
        return AREAS[code]
    except (KeyError, TypeError):
        raise UnknownArea from None


def label(code: str) -> str:
    """Its name and what it belongs to: "Sandvika, Akershus"."""
    return area(code).label


def county_of(code: str) -> str:
    return area(code).county


def lies_in(code: str, other: str) -> bool:
    """Is the first the second, or a district of it?"""
    return code == other or area(code).part_of == area(other).code


def touch(code: str, other: str) -> bool:
    """Does one lie in the other? Whoever stays out of Oslo stays out of Grünerløkka, and whoever
    stays out of Grünerløkka cannot be told to meet in just "Oslo"."""
    return lies_in(code, other) or lies_in(other, code)


@lru_cache(maxsize=100_000)
def km_between(code: str, other: str) -> int:
    """Whole kilometres between two points; 0 when one lies in the other."""
    if touch(code, other):
        return 0
    return round(_great_circle(*sorted((area(code), area(other)), key=lambda each: each.code)))


def _great_circle(one: Area, other: Area) -> float:
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    across = math.radians(one.longitude - other.longitude)
    h = math.sin((here - there) / 2) ** 2
    h += math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


@lru_cache(maxsize=2_000)
def near(code: str, within_km: int) -> tuple[str, ...]:
    """Codes no further away than this, itself first, then the nearest; names break a tie."""
    away = {other: km_between(code, other) for other in AREAS}
    close = [other for other, km in away.items() if km <= within_km]
    return tuple(sorted(close, key=lambda c: (c != code, away[c], norwegian(AREAS[c].name), c)))


def choices() -> list[tuple[str, str]]:
    """Every area for a list to choose from, in the order of the Norwegian alphabet."""
    ordered = sorted(AREAS.values(), key=lambda each: (norwegian(each.label), each.code))
    return [(each.code, each.label) for each in ordered]


def norwegian(text: str) -> str:
    """A sorting key: å after ø after æ after z, capitals and accents aside."""
    return _unaccented(text.casefold().translate({ord("æ"): "{", ord("ø"): "|", ord("å"): "}"}))


# Names as people write them

_ASIDE = re.compile(r"[()/,;]|\s[-–]\s|\si\s")
_BEFORE = re.compile(r"^(i|bydel|bydelen)\s+")
_AFTER = re.compile(r"\s+(sentrum|by|kommune|bydel)$")
_LOOSE = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ö": "o", "ä": "ae", "đ": "d", "ŋ": "n"})


def named(text: object) -> Area | Several | None:
    """The area somebody meant: one, a question between several, or None for no area we know.

    Reads "OSLO", "i Moss", "Moss (sentrum)", "Sandvika, Akershus", "Sandvika i Akershus".
    What stands behind the name may narrow it down, and never be passed over when it names
    somewhere else.
    """
    written = _tidy(text)
    if not written:
        return None
    whole = _fitting(written)
    if whole:
        return _one_or_question(whole)
    first, *rest = [part for part in map(str.strip, _ASIDE.split(written)) if part] or [""]
    fitting = _fitting(first)
    for hint in rest:
        fitting = _narrowed(fitting, hint)
    return _one_or_question(fitting)


def _tidy(text: object) -> str:
    raw = text if isinstance(text, str) and len(text) <= LONGEST_NAME else ""
    plain = " ".join(unicodedata.normalize("NFC", raw).casefold().split()).strip(" .,;")
    return _BEFORE.sub("", plain)


def _fitting(name: str) -> tuple[Area, ...]:
    """Exactly so written, else with æ, ø, å and accents written loosely."""
    short = _AFTER.sub("", name)
    for index, key in (_BY_NAME, name), (_BY_NAME, short), (_BY_LOOSE_NAME, _loose(short)):
        if key in index:
            return index[key]
    return ()


def _narrowed(fitting: tuple[Area, ...], hint: str) -> tuple[Area, ...]:
    """Those in the county or town of the hint; all and the hint's own, when it names another."""
    loose = _loose(_AFTER.sub("", _BEFORE.sub("", hint)))
    if inside := tuple(each for each in fitting if loose in _surroundings(each)):
        return inside
    if loose in _COUNTIES:
        return ()
    elsewhere = _BY_LOOSE_NAME.get(loose, ())
    inner = tuple(e for e in elsewhere if e.part_of and AREAS[e.part_of] in fitting)
    return inner or tuple(dict.fromkeys(fitting + elsewhere))


def _surroundings(each: Area) -> set[str]:
    words = each.name, each.also, each.county, each.belongs_to
    return {_loose(word.casefold()) for word in words if word}


def _one_or_question(fitting: tuple[Area, ...]) -> Area | Several | None:
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return Several(tuple(sorted(fitting, key=lambda each: (norwegian(each.label), each.code))))


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _loose(text: str) -> str:
    plain = _unaccented(text.translate(_LOOSE)).replace("aa", "a")
    return " ".join(re.sub(r"\W+", " ", plain).split())


def _by(spelling: object, every: Iterable[Area]) -> dict[str, tuple[Area, ...]]:
    """Each way of writing a name → the areas it fits. "Mo" fits Mo i Rana too."""
    index: dict[str, tuple[Area, ...]] = {}
    for each in every:
        name = each.name.casefold()
        for way in {name, each.also.casefold(), name.split(" i ")[0]} - {""}:
            key = spelling(way) if callable(spelling) else way
            index[key] = (*index.get(key, ()), each)
    return index


_BY_NAME = _by(None, AREAS.values())
_BY_LOOSE_NAME = _by(_loose, AREAS.values())
_COUNTIES = {_loose(each.county.casefold()) for each in AREAS.values()}

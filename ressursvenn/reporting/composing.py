"""From counts to the tables of a release: each in its finest way without a small class, or not at all. Pure.

Coarsening comes first, and goes as far as it takes: no class is shown that is smaller than the limit. What
could still be reckoned from all of it together is for `protecting` to say, and to hide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import flowing
from .catalogue import BY_CODE, CATALOGUE, RECKONED, TOTAL, Counted, Counts, Way

Told = Mapping[str, Any]  # the data of a release, as it is printed
NOT_COUNTED = "ikke telt, eller kan ikke regnes ut"
# One reason, whichever rule spoke and whoever chose: a reason of its own would say how few there are.
WITHHELD = "ikke med i år, av hensyn til deltakerne eller etter valg"


class DoNotAddUp(ValueError):
    """Two tables of the same people come to different numbers: something is counted wrongly."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One table as it is to be shown."""

    table: Counted
    way: Way
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Composed:
    """The tables of a year; those of the catalogue that are not among them, with why; and what binds them."""

    tables: tuple[Shown, ...]
    left_out: Mapping[str, str]
    start: int | None  # the year whose running pairs the new ones are reckoned from


def composed(
    counts: Counts,
    limit: int,
    *,
    year: int,
    earlier: Sequence[Told] = (),
    seen: Sequence[Told] = (),
    held_back: Sequence[str] = (),
) -> Composed:
    """Every table of the catalogue that is counted, as fine as it may be.

    `seen`: the earlier years as whoever proposed them knows them, with what was thrown away.
    """
    add_up(counts)
    start, begun = _begun(counts, year, earlier)
    withheld = set(held_back)
    if any(few_are_new(counts, limit, year, known) for known in (earlier, seen)):
        withheld |= {"running", "begun"}
    all_counts = {**counts, **_reckoned(counts, begun)}
    shown: list[Shown] = []
    left_out: dict[str, str] = {}
    for table in CATALOGUE:
        if why := _why_not(table, all_counts, limit, withheld):
            left_out[table.code] = why
            withheld.add(table.code)
        else:
            shown.append(_shown(table, all_counts[table.code], limit))
    bound = any(one.table.code == "begun" for one in shown)
    return Composed(tuple(shown), left_out, start if bound else None)


def _reckoned(counts: Counts, begun: int | None) -> Counts:
    at_end = counts.get("running", {}).get("running")
    reached = flowing.reached(at_end, counts.get("closed", {}).get("ended"))
    known = {"begun": begun, "reached": reached}
    return {code: {code: many} for code, many in known.items() if many is not None}


def _why_not(table: Counted, counts: Counts, limit: int, withheld: set[str]) -> str:
    if table.code not in counts:
        return NOT_COUNTED
    rests_on = {"running", "closed"} if table.code in RECKONED else {(table.whose or ("",))[0]}
    if withheld & {table.code, *rests_on}:  # what is left out would be told by the others
        return WITHHELD
    return "" if _finest(table, counts[table.code], limit) else WITHHELD


def _shown(table: Counted, counts: Mapping[str, int], limit: int) -> Shown:
    way = _finest(table, counts, limit) or table.ways[-1]
    return Shown(table, way, way.counted(counts))


def _finest(table: Counted, counts: Mapping[str, int], limit: int) -> Way | None:
    """The finest way in which no class is small, nobody being small too."""
    for way in table.ways:
        enough = all(many >= limit for many in way.counted(counts).values())
        if enough and not (table.whose and way.leaves_out(counts)):
            return way
    return None


def add_up(counts: Counts) -> None:
    """Raises DoNotAddUp. Tables of the same people are held against each other before anything is chosen."""
    for table in CATALOGUE:
        if table.whose is None or table.code not in counts:
            continue
        other, category = table.whose
        people = counts.get(other, {}).get(category)
        if people is None or sum(counts[table.code].values()) != people:
            raise DoNotAddUp(f"{table.code} does not come to {other}/{category}")


def few_are_new(counts: Counts, limit: int, year: int, earlier: Sequence[Told]) -> bool:
    """Whether anybody who has these earlier years could reckon that nobody, or only a few, are new."""
    _, begun = _begun(counts, year, earlier)
    return begun is not None and begun < limit


def _begun(counts: Counts, year: int, earlier: Sequence[Told]) -> tuple[int | None, int | None]:
    """Since which year, and how many are new since: as anybody could reckon it from what is printed.

    None when a year in between is missing, or does not say how many ended: then nobody can.
    """
    at_end = counts.get("running", {}).get("running")
    ended = counts.get("closed", {}).get("ended")
    if ended is None:
        return None, None
    for told in reversed(earlier):
        year -= 1
        if told["year"] != year:
            return None, None
        at_start = printed(told, "running", "running")
        if at_start is not None:
            begun = flowing.begun(at_end, ended, at_start)
            if begun is not None and begun < 0:
                raise DoNotAddUp("fewer than nobody are new")
            return year, begun
        before = printed(told, "closed", "ended")
        if before is None:
            return None, None
        ended += before
    return None, None


def printed(told: Told, table: str, code: str) -> int | None:
    """What a release printed in a cell; None when it was hidden, or not there."""
    for one in told["tables"]:
        if one["code"] == table:
            there = {each["code"]: each["count"] for each in one["classes"]} | {TOTAL: one["total"]}
            count: int | None = there.get(code)
            return count
    return None


def links_of(chosen: Composed, year: int) -> list[dict[str, Any]]:
    """The identities that anybody may know to hold, as the release tells them itself."""
    links = [_same(one.table, year) for one in chosen.tables if one.table.whose]
    links += [_reach(year) for one in chosen.tables if one.table.code == "reached"]
    return links if chosen.start is None else [*links, _flow(chosen.start, year)]


def _same(table: Counted, year: int) -> dict[str, Any]:
    other, code = table.whose or ("", "")
    return {
        "says": f"«{table.title}» gjelder de samme som «{BY_CODE[other].title}».",
        "coefficients": {f"{year}/{table.code}/{TOTAL}": 1, f"{year}/{other}/{code}": -1},
        "equals": 0,
    }


def _reach(year: int) -> dict[str, Any]:
    return {
        "says": f"I gang i løpet av {year} var de som er aktive ved utgangen, og de som ble avsluttet.",
        "coefficients": {
            f"{year}/reached/reached": 1, f"{year}/running/running": -1, f"{year}/closed/ended": -1,
        },
        "equals": 0,
    }  # fmt: skip


def _flow(start: int, year: int) -> dict[str, Any]:
    ended = {f"{one}/closed/ended": -1 for one in range(start + 1, year + 1)}
    return {
        "says": f"Aktive ved utgangen av {start}, og nye siden, minus avsluttede, er aktive ved utgangen "
        f"av {year}.",
        "coefficients": {
            f"{start}/running/running": 1, f"{year}/begun/begun": 1, **ended, f"{year}/running/running": -1,
        },
        "equals": 0,
    }  # fmt: skip

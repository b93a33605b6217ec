"""Years of an invented programme, as releases: who was there, who came, who went, and how it ended."""

from __future__ import annotations

import random

from ressursvenn.disclosure import Dimension, Release, Table, same_people, stock_flow

REGIONS = ("north", "middle", "west", "south", "east")
SPREAD = (1, 2, 3, 3, 6)
ENDINGS = ("as planned", "early", "other")


def by_region(name: str, counts: dict[str, int]) -> Table:
    dimension = Dimension("region", REGIONS, tells=False)
    return Table(name, (dimension,), {(one,): counts[one] for one in REGIONS})


def a_year(year: int, before: dict[str, int], people: int, dice: random.Random):
    """What happened in a year, as a release that has not been protected, and who is there at its end."""
    came = dict.fromkeys(REGIONS, 0)
    for region in dice.choices(REGIONS, SPREAD, k=people * 2 // 3):
        came[region] += 1
    went = {
        one: sum(dice.random() < 0.45 for _ in range(before[one] + came[one])) for one in REGIONS
    }
    there = {one: before[one] + came[one] - went[one] for one in REGIONS}
    endings = dict.fromkeys(ENDINGS, 0)
    for ending in dice.choices(ENDINGS, (6, 2, 1), k=sum(went.values())):
        endings[ending] += 1
    kinds = Table("endings", (Dimension("how", ENDINGS),), {(k,): n for k, n in endings.items()})
    tables = (by_region("there", there), by_region("came", came), by_region("went", went), kinds)
    return Release(str(year), tables, tuple(links(str(year), tables))), there


def links(year: str, tables, before: str = ""):
    _, _, went, kinds = tables
    yield from same_people((year, went), (year, kinds))
    if before:
        for place in (*REGIONS, "*"):
            now = [(year, name, place) for name in ("there", "came", "went")]
            yield stock_flow(now[0], (before, "there", place), came=[now[1]], went=[now[2]])


def years(people: int, number: int, seed: int):
    dice = random.Random(seed)
    there = dict.fromkeys(REGIONS, 0)
    for region in dice.choices(REGIONS, SPREAD, k=people):
        there[region] += 1
    for year in range(2025, 2025 + number):
        release, there = a_year(year, there, people, dice)
        before = str(year - 1) if year > 2025 else ""
        yield Release(release.name, release.tables, tuple(links(str(year), release.tables, before)))

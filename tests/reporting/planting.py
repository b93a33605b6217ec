"""Releases made weak, each in its own way: an attack that finds nothing anywhere would prove nothing.

A plant is a release, those before it, the cell that can then be reckoned, and by whom: `attack` is anybody.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from ressursvenn.reporting import protecting

Told = dict[str, Any]
Plant = tuple[Told, list[Told], tuple[str, ...], str]
UPON_RUNNING = ("hours", "again", "reached", "begun")


def _table(told: Told, code: str) -> Any:
    return next((one for one in told["tables"] if one["code"] == code), None)


def _whole(told: Told, classes: int) -> list[Told]:
    """The tables with so many classes or more, of which nothing is hidden."""
    return [
        one for one in told["tables"]
        if len(one["classes"]) >= classes
        and None not in (one["total"], *(each["count"] for each in one["classes"]))
    ]  # fmt: skip


def _hide(table: Told) -> None:
    table["total"] = table["classes"][0]["count"] = None


def under_a_sum(told: Told, before: Sequence[Told], draw: random.Random) -> Plant | None:
    """One number alone is hidden, under a sum that stands there."""
    weak = deepcopy(told)
    if not (whole := _whole(weak, 2)):
        return None
    one = draw.choice(whole)
    each = draw.choice(one["classes"])
    each["count"] = None
    return weak, list(before), (str(told["year"]), one["code"], each["code"]), "attack"


def by_a_link(told: Told, before: Sequence[Told], draw: random.Random) -> Plant | None:
    """A table is hidden whole, and another of the same people says how many they are."""
    weak = deepcopy(told)
    if not _table(weak, "closed") or not _table(weak, "ending"):
        return None
    _hide(_table(weak, "closed"))
    return weak, list(before), (str(told["year"]), "closed", "ended"), "attack"


def by_one_alone(told: Told, before: Sequence[Told], draw: random.Random) -> Plant | None:
    """Two numbers are hidden in a table with a sum: whoever is alone in the one knows the other."""
    weak = deepcopy(told)
    if not (whole := _whole(weak, 3)):
        return None
    one = draw.choice(whole)
    first, second = draw.sample(one["classes"], 2)
    first["count"] = second["count"] = None
    return weak, list(before), (str(told["year"]), one["code"], first["code"]), "lone"


def across_years(told: Told, before: Sequence[Told], draw: random.Random) -> Plant | None:
    """Last year did not say how many ran, nor anything upon it; and this year says how many are new since."""
    start = f"{told['year'] - 1}/running/running"
    if not before or not any(start in link["coefficients"] for link in told["links"]):
        return None
    last = deepcopy(before[-1])
    last["tables"] = [one for one in last["tables"] if one["code"] not in UPON_RUNNING]
    there = {f"{last['year']}/{one['code']}" for one in last["tables"]}
    last["links"] = [link for link in last["links"] if _names(link, last["year"]) <= there]
    _hide(_table(last, "running"))
    earlier = [*before[:-1], last]
    cell = tuple(start.split("/"))
    alone = {weak.cell for weak in protecting.attack(last, earlier[:-1])}
    assert cell not in alone, "it takes two years"
    return told, earlier, cell, "attack"


def _names(link: Mapping[str, Any], year: int) -> set[str]:
    """The tables of that year in a link."""
    return {cell.rpartition("/")[0] for cell in link["coefficients"] if cell.startswith(f"{year}/")}


KINDS: tuple[Callable[..., Plant | None], ...] = (
    under_a_sum, by_a_link, by_one_alone, across_years,
)  # fmt: skip


def found(plant: Plant) -> bool:
    """Whether the attack finds what was planted, for whom it was planted."""
    told, before, cell, kind = plant
    return (cell, kind) in {(weak.cell, weak.kind) for weak in protecting.attack(told, before)}

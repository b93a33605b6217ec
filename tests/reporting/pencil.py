"""A reader with a pencil: what can be reckoned from printed releases, written without the house's own attack.

She has the files and nothing else: every printed number, that a sum is the sum of its classes, and the links
the file itself tells. For each hidden number she asks for the smallest and the largest whole number it can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 2_000  # nobody thinks there are more


def equations(releases: Iterable[Mapping[str, Any]]) -> list[tuple[dict[str, int], int]]:
    found = []
    for told in releases:
        for table in told["tables"]:
            name = f"{told['year']}/{table['code']}"
            parts = {f"{name}/{one['code']}": 1 for one in table["classes"]}
            found.append(({**parts, f"{name}/*": -1}, 0))
        found += [(link["coefficients"], link["equals"]) for link in told["links"]]
    return found


def printed(releases: Iterable[Mapping[str, Any]]) -> dict[str, int | None]:
    known = {}
    for told in releases:
        for table in told["tables"]:
            name = f"{told['year']}/{table['code']}"
            known |= {f"{name}/{one['code']}": one["count"] for one in table["classes"]}
            known[f"{name}/*"] = table["total"]
    return known


def reckoned(
    releases: list[Mapping[str, Any]], also: Mapping[str, int] | None = None
) -> dict[str, tuple[int, int]]:
    """By hidden cell: the smallest and the largest it can be, for whoever also knows some of them."""
    known = printed(releases)
    hidden = [name for name, count in known.items() if count is None]
    place = {name: number for number, name in enumerate(hidden)}
    rows, right = [], []
    for coefficients, equals in equations(releases):
        row, left = np.zeros(len(hidden)), equals
        for name, times in coefficients.items():
            if known[name] is None:
                row[place[name]] += times
            else:
                left -= times * known[name]
        if row.any():
            rows.append(row)
            right.append(left)
        else:
            assert left == 0, "the file contradicts itself"
    low, high = np.zeros(len(hidden)), np.full(len(hidden), float(MOST))
    for name, count in (also or {}).items():
        low[place[name]] = high[place[name]] = count
    return {name: _ends(place[name], rows, right, Bounds(low, high)) for name in hidden}


def _ends(which: int, rows: list[Any], right: list[float], bounds: Bounds) -> tuple[int, int]:
    ends = []
    for sign in (1, -1):
        wanted = np.zeros(len(bounds.lb))
        wanted[which] = sign
        met = [LinearConstraint(np.array(rows), right, right)] if rows else []
        found = milp(wanted, constraints=met, bounds=bounds, integrality=np.ones(len(wanted)))
        assert found.success, "no counts fit what is printed"
        ends.append(round(found.x[which]))
    return ends[0], ends[1]

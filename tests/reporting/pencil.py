"""A reader with a pencil: what can be reckoned from printed releases, written without the house's own attack.

She has the files and nothing else: every printed number, that a sum is the sum of its classes, and the links
the file itself tells. For each hidden number she asks how small and how large it can be.

And she has the catalogue, which is open: so she may write down what lies `behind` the releases, each table as
it was counted, also where it was made coarser or left out, and all that must hold, told in a file or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from ressursvenn.reporting.catalogue import CATALOGUE, Counted, way_called

MOST = 2_000  # nobody thinks there are more
LEAST = 5
Row = tuple[dict[str, int], int]  # coefficients, and what they come to


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
    releases: list[Mapping[str, Any]], also: Mapping[str, tuple[int, int]] | None = None
) -> dict[str, tuple[int, int]]:
    """By hidden cell: the smallest and the largest it can be, for whoever also knows between what some are."""
    known = printed(releases)
    rows = [_left(row, known) for row in equations(releases)]
    assert not [row for row, left in rows if not row and left], "the file contradicts itself"
    ends: dict[str, tuple[int, int]] = {}
    for names in _bound([name for name, count in known.items() if count is None], rows):
        ends |= _ends(names, [one for one in rows if one[0].keys() & set(names)], also or {})
    return ends


def _left(row: Row, known: Mapping[str, int | None]) -> Row:
    """What is hidden in it, and what that comes to."""
    coefficients, equals = row
    hidden = {name: times for name, times in coefficients.items() if known[name] is None}
    told = sum(times * (known[name] or 0) for name, times in coefficients.items())
    return hidden, equals - told


def _bound(hidden: list[str], rows: list[Row]) -> list[list[str]]:
    """The hidden cells in groups: no equation binds two of different groups."""
    group = {name: {name} for name in hidden}
    for names, _ in rows:
        together = set().union(*(group[name] for name in names))
        group |= dict.fromkeys(together, together)
    return [sorted(one) for one in {id(one): one for one in group.values()}.values()]


def _ends(
    names: list[str], rows: list[Row], also: Mapping[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    place = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, (coefficients, _) in enumerate(rows):
        for name, times in coefficients.items():
            matrix[number, place[name]] = times
    right = [equals for _, equals in rows]
    met = [LinearConstraint(matrix, right, right)] if rows else []
    low, high = zip(*(also.get(name, (0, MOST)) for name in names), strict=True)
    ends = {}
    for name in names:
        wanted = np.eye(len(names))[place[name]]
        found = [
            milp(sign * wanted, constraints=met, bounds=Bounds(low, high), integrality=np.ones(len(names)))
            for sign in (1, -1)
        ]  # fmt: skip
        assert all(one.success for one in found), "no counts fit what is printed"
        ends[name] = round(found[0].x[place[name]]), round(found[1].x[place[name]])
    return ends


def narrow(ends: Mapping[str, tuple[int, int]]) -> list[str]:
    """Those that can be told to within four."""
    return [name for name, (low, high) in ends.items() if high - low < LEAST]


def few(ends: Mapping[str, tuple[int, int]]) -> list[str]:
    """Those of them that are from one to four, or too close to it to be anything else."""
    return [name for name in narrow(ends) if ends[name][1] > 0 and ends[name][0] < LEAST]


def behind(releases: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each year as it was counted, every count hidden that is not printed; and what must hold of them."""
    return [
        _year(told, [one["year"] for one in releases[:number]])
        for number, told in enumerate(releases)
    ]


def _year(told: Mapping[str, Any], before: list[int]) -> dict[str, Any]:
    shown = {one["code"]: one for one in told["tables"]}
    year, links = told["year"], []
    since = _since(told)
    if "begun" in shown and since != year - 1:  # new over several years, and not how many in each
        names = [f"{one}/begun/begun" for one in range(since + 1, year + 1)]
        links.append(_sum(names, equals=shown.pop("begun")["total"]))
    links.append(
        _sum([f"{year}/running/running", f"{year}/closed/ended"], f"{year}/reached/reached")
    )
    if year - 1 in before:
        there = [f"{year - 1}/running/running", f"{year}/begun/begun"]
        links.append(_sum(there, f"{year}/reached/reached"))
    tables = [_counted(table, shown.get(table.code), year, links) for table in CATALOGUE]
    return {"year": year, "tables": tables, "links": links}


def _counted(table: Counted, shown: Any, year: int, links: list[Any]) -> dict[str, Any]:
    counts: dict[str, int | None] = {
        held: None for way in table.ways for one in way.classes for held in one.holds
    }
    there = {one["code"]: one["count"] for one in shown["classes"]} if shown else {}
    for one in way_called(table.code, shown["way"]).classes if shown else ():
        if len(one.holds) == 1:
            counts[one.holds[0]] = there[one.code]
        elif there[one.code] is not None:
            links.append(
                _sum([f"{year}/{table.code}/{held}" for held in one.holds], equals=there[one.code])
            )
    if table.whose:
        links.append(_sum([f"{year}/{table.code}/*"], "/".join((str(year), *table.whose))))
    return {
        "code": table.code, "total": shown["total"] if shown else None,
        "classes": [{"code": held, "count": count} for held, count in counts.items()],
    }  # fmt: skip


def _since(told: Mapping[str, Any]) -> int:
    """The year whose running pairs the new ones are reckoned from."""
    name = f"{told['year']}/begun/begun"
    bound = [link["coefficients"] for link in told["links"] if name in link["coefficients"]]
    return min((int(cell.split("/")[0]) for one in bound for cell in one), default=told["year"] - 1)


def _sum(parts: list[str], whole: str = "", equals: int = 0) -> dict[str, Any]:
    return {
        "coefficients": dict.fromkeys(parts, 1) | ({whole: -1} if whole else {}),
        "equals": equals,
    }

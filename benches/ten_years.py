"""Ten years of releases at 35, 120 and 300 participants: what an attack finds in them, and in weakened ones.

Each year is released after those before it. Then one number of each release is hidden alone, under a sum that
stands there, and the attack must find it: an attack that finds nothing anywhere would prove nothing.
"""

import random
import time
from copy import deepcopy
from datetime import date

from benches._house import house

SIZES, YEARS = (35, 120, 300), 10
LIMITS = {"opened": 0.5, "weakened_not_found": 0.5, "slowest_release_seconds": 60.0}


def measure():
    with house(world=0):
        rows = [row for size in SIZES for row in lived(size)]
    print(
        f"{'size':>5}{'year':>6}{'tables':>8}{'hidden':>8}{'seconds':>9}{'opened':>8}{'weakened':>10}"
    )
    for row in rows:
        found = "found" if row["found"] else "NOT FOUND"
        print(
            "{size:>5}{year:>6}{tables:>8}{hidden:>8}{seconds:>9.1f}{opened:>8}".format(**row)
            + f"{found:>10}"
        )
    return {
        "releases": len(rows),
        "opened": sum(row["opened"] for row in rows),
        "weakened_not_found": sum(not row["found"] for row in rows),
        "slowest_release_seconds": round(max(row["seconds"] for row in rows), 1),
    }


def lived(size):
    """One row a year."""
    from ressursvenn.rehearsal.reporting import invented
    from ressursvenn.reporting import building, protecting

    draw, out = random.Random(size), []  # noqa: S311 - a seeded choice, to be repeated
    for year in invented(size, 2017, YEARS, seed=size):
        began = time.perf_counter()
        told = building.built(year, limit=5, on=date(year.year + 1, 1, 9), earlier=out)
        seconds = time.perf_counter() - began
        weak, where = weakened(told, draw)
        found = {(one.table, one.category) for one in protecting.attack(weak, out)}
        yield {
            "size": size, "year": year.year, "tables": len(told["tables"]), "seconds": seconds,
            "hidden": told["protection"]["hidden"], "opened": len(protecting.attack(told, out)),
            "found": where in found,
        }  # fmt: skip
        out.append(told)


def weakened(told, draw):
    """The same release with one number hidden that can be reckoned, and which."""
    weak = deepcopy(told)
    whole = [
        one for one in weak["tables"]
        if len(one["classes"]) > 1 and None not in (one["total"], *(each["count"] for each in one["classes"]))
    ]  # fmt: skip
    one = draw.choice(whole)
    each = draw.choice(one["classes"])
    each["count"] = None
    return weak, (one["code"], each["code"])

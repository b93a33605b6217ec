"""Ten years of releases at 35, 120 and 300 participants, steady, dwindling, stopping: what can be reckoned?

Each year is released after those before it. Then three things are asked. The house's own attack, of each year.
A reader's pencil, which is another reckoning (`tests/reporting/pencil.py`), of all ten years at once: no hidden
number is told to within four, and of what lies behind, as it was counted, nothing is from one to four. And weak
releases are planted in each year, under a sum, by a link, for one who is alone and across two years: the
attack must find them all, for an attack that finds nothing anywhere would prove nothing.
"""

import random
import time
from collections import Counter
from datetime import date

from benches._house import house

SIZES, YEARS = (35, 120, 300), 10
LIMITS = {
    "opened": 0.5,
    "narrow_to_a_pencil": 0.5,
    "few_behind": 0.5,
    "pairs_a_few_apart": 0.5,
    "plants_not_found": 0.5,
    "kinds_not_planted": 0.5,
    "few_new_not_reached": 0.5,
    "slowest_release_seconds": 60.0,
}
HEAD = (
    "size",
    "tables",
    "withheld",
    "few new",
    "hidden",
    "seconds",
    "opened",
    "narrow",
    "behind",
    "of",
    "planted",
    "found",
)


def measure():
    with house(world=0):
        from tests.reporting.years import KINDS

        rows = [lived(size, kind) for size in SIZES for kind in KINDS]
    print("".join(f"{name:>13}" for name in HEAD))
    for row in rows:
        print("".join(f"{row[name]:>13}" for name in HEAD))
    summed = {
        name: sum(row[name] for row in rows) for name in ("opened", "narrow", "behind", "apart")
    }
    planted = sum((row["kinds"] for row in rows), Counter())
    return {
        "releases": len(rows) * YEARS,
        "opened": summed["opened"],
        "narrow_to_a_pencil": summed["narrow"],
        "few_behind": summed["behind"],
        "counts_behind": sum(row["of"] for row in rows),
        "pairs_a_few_apart": summed["apart"],
        "pairs_related": sum(row["related"] for row in rows),
        "planted": sum(planted.values()),
        "plants_not_found": sum(row["planted"] - row["found"] for row in rows),
        "kinds_not_planted": 4 - len(planted),
        "few_new_not_reached": int(not any(row["few new"] for row in rows)),
        "slowest_release_seconds": max(row["seconds"] for row in rows),
    }


def lived(size, kind):
    """Ten years of one programme, as one row."""
    from tests.reporting.pencil import behind, few, narrow, reckoned
    from tests.reporting.test_pairs_of_years import few_apart

    out, row = [], Counter(size=size)
    row["kinds"], draw = Counter(), random.Random(size)  # noqa: S311 - a seeded choice, to be repeated
    for told, seconds in released(size, kind, row):
        row["seconds"] = max(row["seconds"], round(seconds, 1))
        looked_at(told, out, row, draw)
        out.append(told)
    counted = reckoned(behind(out))
    small, related = few_apart(out)
    return row | {
        "size": f"{size} {kind}",
        "narrow": len(narrow(reckoned(out))), "behind": len(few(counted)), "of": len(counted),
        "apart": len(small), "related": len(related),
    }  # fmt: skip


def released(size, kind, row):
    """Each year, and how long it took."""
    from ressursvenn.reporting import building, composing
    from tests.reporting.years import lives

    out = []
    for year in lives(size, YEARS, seed=size, kind=kind):
        began = time.perf_counter()
        told = building.built(year, limit=5, on=date(year.year + 1, 1, 9), earlier=out)
        row["few new"] += composing.few_are_new(year.counts, 5, year.year, out)
        yield told, time.perf_counter() - began
        out.append(told)


def looked_at(told, before, row, draw):
    """The house's own attack on it, and on what is planted in it."""
    from ressursvenn.reporting import protecting
    from tests.reporting import planting

    row["tables"] += len(told["tables"])
    row["withheld"] += len(told["left_out"])
    row["hidden"] += told["protection"]["hidden"]
    row["opened"] += len(protecting.attack(told, before))
    for kind in planting.KINDS:
        if plant := kind(told, before, draw):
            row["planted"] += 1
            row["kinds"][kind.__name__] += 1
            row["found"] += planting.found(plant)

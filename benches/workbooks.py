"""Bringing in the two workbooks, each into an empty association; and turning hostile files away."""

import time
from pathlib import Path

from benches._house import house

DATA = Path(__file__).resolve().parent.parent / "tests/data"
LIMITS = {"hostile_seconds": 2.0, "stor_seconds": 20.0}


def measure():
    with house(world=1):
        return {
            "koordinator_seconds": brought_in("koordinator.xlsx", "tom", "tom"),
            "stor_seconds": brought_in("stor.xlsx", "moss", "moss"),
            "stor_again_seconds": brought_in("stor.xlsx", "moss", "moss"),
            "hostile_seconds": slowest_refusal(),
        }


def brought_in(name, house_of, by):
    """Seconds from the bytes to the last row."""
    from ressursvenn.accounts import queries
    from ressursvenn.spreadsheets import changes

    content, began = (DATA / name).read_bytes(), time.perf_counter()
    changes.bring_in(
        workbook_bytes=content,
        association=queries.association_called(house_of),
        by=queries.person_called(by),
    )
    return round(time.perf_counter() - began, 2)


def slowest_refusal():
    """Seconds for the hostile file that takes longest to turn away."""
    from ressursvenn.spreadsheets.reading.grids import grids
    from ressursvenn.spreadsheets.reading.refusing import WorkbookRefused
    from tests.spreadsheets.hostile import HOSTILE

    taken = []
    for content, _ in HOSTILE.values():
        began = time.perf_counter()
        try:
            grids(content)
        except WorkbookRefused:
            taken.append(time.perf_counter() - began)
    return round(max(taken), 2)

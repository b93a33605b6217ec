"""The report in `docs/status`: what the made-up world compiles to on its day, and files made of that data."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from ressursvenn.rehearsal import agenda, alliance, door, stands, status
from ressursvenn.rehearsal import world as making_worlds
from ressursvenn.status import making, queries

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "status"
MAKE_IT = "make it anew: `manage.py save_reports docs/status` in a made-up world of today"


def kept(kind: str) -> bytes:
    (path,) = FOLDER.glob(f"*.{kind}")
    return path.read_bytes()


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(kept("json"))
    return told


def day_of(data: dict[str, Any]) -> date:
    """The world issues its report the day after the period is over."""
    return date.fromisoformat(data["period"]["last"]) + timedelta(days=1)


def without_references(data: dict[str, Any]) -> dict[str, Any]:
    """A demand's reference is drawn anew in every world, and decides the order of nothing else."""
    told: dict[str, Any] = json.loads(json.dumps(data))
    for demand in told["demands"]["list"]:
        del demand["reference"]
    return told


@pytest.mark.django_db
def test_its_data_is_what_the_made_up_world_compiles_to(data):
    day = day_of(data)
    with time_machine.travel(datetime(day.year, day.month, day.day, 11, tzinfo=UTC), tick=False):
        world = making_worlds.stage()
        for room in (alliance, door, stands, agenda, status):
            room.lay_out(world)
        issued = queries.one_issued(queries.issued().get().report.reference)

    assert issued is not None
    assert without_references(json.loads(bytes(issued.json))) == without_references(data), MAKE_IT


@pytest.mark.parametrize("kind", sorted(making.KINDS))
def test_each_file_comes_of_the_data_byte_for_byte(data, kind):
    made = making.made(data, language="nb", on=day_of(data))

    assert made[kind] == kept(kind), MAKE_IT


def test_there_is_one_of_each_and_its_name_says_which_period(data):
    period = data["period"]
    names = {path.name for path in FOLDER.iterdir()} - {"README.md"}

    assert names == {
        f"statusrapport-{period['first']}-{period['last']}-nb.{kind}" for kind in making.KINDS
    }

"""The frozen catalogue: one way of sorting at a time, at most five places, the same people in each way."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ressursvenn.reporting import definitions
from ressursvenn.reporting.catalogue import BY_CODE, CATALOGUE, way_called

WAYS = [(table, way) for table in CATALOGUE for way in table.ways]
NAMES = [f"{table.code}-{way.code}" for table, way in WAYS]


@pytest.mark.parametrize(("table", "way"), WAYS, ids=NAMES)
def test_a_way_holds_each_category_once(table, way):
    held = [category for one in way.classes for category in one.holds]

    assert len(held) == len(set(held))
    assert len({one.code for one in way.classes}) == len({one.word for one in way.classes}) > 0


@pytest.mark.parametrize("table", CATALOGUE, ids=lambda table: table.code)
def test_each_way_of_a_table_is_coarser_than_the_one_before(table):
    sizes = [len(way.classes) for way in table.ways]

    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("table", CATALOGUE, ids=lambda table: table.code)
def test_whose_people_they_are_is_a_class_of_another_table(table):
    if table.whose:
        other, code = table.whose
        assert code in {one.code for one in BY_CODE[other].ways[0].classes}
        assert BY_CODE[other].whose is None
    assert table.definition in definitions.BY_CODE


def test_there_are_at_most_five_places_and_no_other_table_has_any():
    assert max(len(way.classes) for way in BY_CODE["region"].ways) <= 5
    assert [one.code for one in CATALOGUE if "land" in one.title.lower()] == ["region"]


def test_the_catalogue_is_what_it_is():
    """A table that is put in or taken out is a decision (docs/decisions/0035), not a slip."""
    assert [one.code for one in CATALOGUE] == [
        "running", "queue", "closed", "called_off", "begun", "reached", "waiting", "hours", "again", "ending",
        "months", "met", "region", "wellbeing", "support", "loneliness",
    ]  # fmt: skip


@pytest.mark.parametrize("table", CATALOGUE, ids=lambda table: table.code)
def test_no_way_drops_a_class_and_so_says_that_it_is_small(table):
    """What a finer way holds a coarser one holds too: nobody is taken out of a table for being few."""
    held = [{category for one in way.classes for category in one.holds} for way in table.ways]

    assert all(finer <= coarser for finer, coarser in pairwise(held))


def test_somebody_in_no_class_is_seen():
    five = way_called("region", "five")

    assert five.leaves_out({"ost": 9, "unknown": 1})
    assert not five.leaves_out({"ost": 9, "unknown": 0})

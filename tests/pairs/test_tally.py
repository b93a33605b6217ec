"""One anonymous row for each erased pair: what it says, what it does not, and that nobody reads it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

import ressursvenn
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.pairs import changes, tally
from ressursvenn.pairs import retention as pairs_retention
from ressursvenn.pairs.models import Pair, Tally
from ressursvenn.participants import changes as participants
from ressursvenn.protection import retention, vault

from .conftest import a_participant, days_ago, walked

HOUSE = Path(ressursvenn.__file__).parent


@pytest.fixture
def over(amina, volunteer, kari, kaja):
    """Met 300 days ago, twelve times, and over yesterday."""
    pair = walked(amina, volunteer, kari, kaja, introduced=days_ago(300))
    for number in range(12):
        changes.log_meet_up(
            pair=pair,
            day=days_ago(290 - number),
            happened=True,
            length="1_2h",
            kinds=["walk"],
            by=kari,
        )
    changes.log_meet_up(
        pair=pair, day=days_ago(200), happened=False, not_happened="no_answer", by=kari
    )
    changes.end(pair=pair, ending="as_planned", on=days_ago(1), by=kari)
    return Pair.objects.get(pk=pair.pk)


def erase(keep, reference, by):
    (sort,) = (one for one in retention.sorts() if one.keep == keep)
    return retention.erase(sort, reference, by=by)


def test_it_says_where_about_when_how_it_ended_how_long_and_how_often(over, kari):
    erase("pair", over.reference, kari)

    row = Tally.objects.get()
    told = (row.region, row.year, row.ending, row.months, row.met)
    assert told == ("ost", days_ago(1).year, "as_planned", "10-12", "10-24")


def test_it_holds_nothing_else():
    assert {field.name for field in Tally._meta.get_fields()} == {
        "key", "region", "year", "ending", "months", "met",
    }  # fmt: skip
    assert not [field for field in Tally._meta.get_fields() if field.is_relation]


@pytest.mark.parametrize("whose", ["participant", "volunteer", "pair"])
def test_there_is_one_row_for_a_pair_whoever_goes_first(over, amina, volunteer, kari, whose):
    gone = {"participant": amina, "volunteer": volunteer, "pair": over}
    for keep in (whose, *(set(gone) - {whose})):
        erase(keep, gone[keep].reference, kari)

    assert Tally.objects.count() == 1
    assert not Pair.objects.exists()


@pytest.mark.parametrize("stopped", ["count", "destroy_keys"])
def test_no_row_stands_without_the_erasure(over, amina, kari, monkeypatch, stopped):
    """Whatever stops the act, both are there or neither is."""
    room = tally if stopped == "count" else vault
    act = getattr(room, stopped)

    def broken(*args):
        if stopped == "count":
            act(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(room, stopped, broken)
    with pytest.raises(KeyboardInterrupt):
        erase("participant", amina.reference, kari)
    assert (Tally.objects.count(), Pair.objects.count()) == (0, 1)

    monkeypatch.setattr(room, stopped, act)
    erase("participant", amina.reference, kari)
    assert (Tally.objects.count(), Pair.objects.count()) == (1, 0)


def test_keys_that_are_gone_already_are_a_row_without_a_region(over, amina, kari):
    """The keeper had destroyed them, and the house was stopped before it could write so."""
    vault.destroy_keys(amina.reference)

    erase("participant", amina.reference, kari)

    assert [(row.region, row.ending) for row in Tally.objects.all()] == [("", "as_planned")]


def test_a_pair_that_never_met_says_so(amina, volunteer, kari):
    pair = changes.decide(participant=amina, volunteer=volunteer, reason="near", by=kari)
    changes.call_off(pair=pair, by=kari)

    erase("pair", pair.reference, kari)

    row = Tally.objects.get()
    assert (row.ending, row.months, row.met) == ("not_to_be", "0", "0")


STEPS = (
    "decided",
    "approved",
    "she_said_yes",
    "volunteer_said_yes",
    "introduction_planned",
    "introduced",
)


def gone_midway(pair, *steps):
    """It began long ago, and her keys are gone: nobody ended it first."""
    Pair.objects.filter(pk=pair.pk).update(**{f"{step}_on": days_ago(400) for step in steps})
    vault.destroy_keys(pair.participant.reference)
    pairs_retention.forget(pair.participant.reference)
    return Tally.objects.get()


def test_a_pair_that_still_met_is_over_the_day_one_of_them_is_erased(running):
    """Not called off, and not of the year it began: else fewer than nobody could be new."""
    row = gone_midway(running, *STEPS)

    assert (row.ending, row.year, row.months) == (tally.NOT_KNOWN, days_ago(0).year, "13-")


def test_a_pair_that_never_met_is_of_the_year_it_was_decided(amina, volunteer, kari):
    pair = changes.decide(participant=amina, volunteer=volunteer, reason="near", by=kari)
    row = gone_midway(pair, "decided")

    assert (row.ending, row.year, row.months) == ("not_to_be", days_ago(400).year, "0")


def test_every_county_lies_in_one_of_five_parts_of_the_country():
    assert {area.county for area in AREAS.values()} == set(tally.REGIONS)
    assert len(set(tally.REGIONS.values())) == 5


def test_neither_the_key_nor_the_order_in_the_table_tells_which_came_first(db, monkeypatch):
    """SQLite lays the rows by the key, and the key is random: there is no other number under it."""
    drawn = iter([900, 3, 50, 7])
    monkeypatch.setattr(tally.secrets, "randbelow", lambda most: next(drawn))
    for year in (2001, 2002, 2003, 2004):
        Tally.objects.create(
            key=tally.secrets.randbelow(tally.LARGEST),
            year=year,
            ending="early",
            months="0",
            met="0",
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, key, year FROM pairs_tally")
        rows = cursor.fetchall()

    assert [year for _, _, year in rows] == [2002, 2004, 2003, 2001]
    assert all(rowid == key for rowid, key, _ in rows)


def test_nothing_but_the_erasing_and_the_yearly_release_names_it():
    """No page, no question and no template reads it: only the counting for a yearly release does."""
    naming = re.compile(r"\bTally\b|pairs_tally|\btally\.(?!count\()|[\"']tally[\"']")
    may = {
        "pairs/models.py", "pairs/tally.py", "pairs/retention.py", "protection/stays.py",
        "pairs/migrations/0002_anonymous_tally.py", "pairs/figures.py",
        "reporting/models.py",  # whose answers are kept for as long
        "door/keeping.py",  # the table of how long things are kept leaves it out, since it tells of nobody
    }  # fmt: skip
    files = [path for kind in ("*.py", "*.html") for path in HOUSE.rglob(kind)]
    found = {
        str(path.relative_to(HOUSE)) for path in files if naming.search(path.read_text("utf-8"))
    }

    assert len(files) > 200
    assert found <= may
    reads = re.compile(r"Tally\.objects\.(?!create\()")
    assert [path.name for path in files if reads.search(path.read_text("utf-8"))] == ["figures.py"]


def test_when_it_was_written_stands_nowhere_beside_it(over, amina, kari):
    """The log says that a pair was erased, and on which day; the row of that pair cannot be told."""
    other = a_participant(kari, called="Svale")
    participants.withdraw_consent(participant=other, on=days_ago(0) - timedelta(days=0), by=kari)
    erase("participant", amina.reference, kari)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM pairs_tally")
        (cells,) = cursor.fetchall()

    assert not [cell for cell in cells if isinstance(cell, str) and "-" in cell and len(cell) > 6]

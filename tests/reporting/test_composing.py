"""Coarsening before anything is hidden: the finest way without a small class, or none."""

from __future__ import annotations

import pytest

from ressursvenn.reporting import composing
from ressursvenn.reporting.composing import DoNotAddUp, composed

from .conftest import counts

YEAR = 2025


def ways(limit: int = 5, **more) -> dict[str, str]:
    chosen = composed(counts(**more), limit, year=YEAR)
    return {one.table.code: one.way.code for one in chosen.tables}


def before(year: int = YEAR - 1, **printed: int) -> dict:
    """A release that printed these: the class of a table has the table's name here."""
    codes = {"running": "running", "closed": "ended"}
    tables = [
        {"code": table, "total": count, "classes": [{"code": codes[table], "count": count}]}
        for table, count in printed.items()
    ]
    return {"year": year, "tables": tables}


def test_where_nothing_is_small_every_table_is_as_fine_as_it_may_be():
    assert ways() == {
        "running": "one", "queue": "one", "closed": "one", "called_off": "one", "reached": "one",
        "waiting": "three", "hours": "three", "again": "two",
        "ending": "four", "months": "five", "met": "four", "region": "five",
        "wellbeing": "three", "support": "three", "loneliness": "three",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("table", "counted", "way"),
    [
        ("ending", {"as_planned": 16, "early": 8, "silent": 11, "unsafe": 1}, "three"),
        ("ending", {"as_planned": 30, "early": 2, "silent": 2, "unsafe": 2}, "two"),
        ("ending", {"as_planned": 32, "early": 2, "silent": 1, "unsafe": 1}, None),
        ("ending", {"as_planned": 18, "early": 10, "silent": 8}, "three"),  # nobody is small too
        (
            "ending",
            {"as_planned": 16, "early": 12, "silent": 7, "unknown": 1},
            "two",
        ),  # erased midway
        ("region", {"ost": 10, "sor": 4, "vest": 9, "midt": 7, "nord": 6}, "two"),
        ("region", {"ost": 10, "sor": 5, "vest": 8, "midt": 7, "nord": 5, "unknown": 1}, "two"),
        ("region", {"ost": 32, "nord": 4}, None),
        ("met", {"0": 1, "1-9": 13, "10-24": 14, "25-": 8}, "three"),
        ("wellbeing", {"better": 16, "same": 8, "worse": 2, "no_answer": 10}, "two"),
        ("wellbeing", {"better": 4, "same": 8, "worse": 14, "no_answer": 10}, "answered"),
        ("again", {"first": 38, "again": 2}, None),
    ],
)
def test_a_small_class_makes_it_coarser_and_at_last_nothing(table, counted, way):
    assert ways(**{table: counted}).get(table) == way


def test_where_few_were_called_off_only_those_who_ended_are_told():
    for few in (0, 4):
        shown = ways(called_off={"called_off": few})
        assert (shown["closed"], "called_off" in shown) == ("one", False)


def test_where_few_wait_nothing_is_told_of_those_who_do():
    shown = ways(queue={"waiting": 3}, waiting={"over_6": 3})

    assert not {"queue", "waiting"} & set(shown)


def test_a_higher_limit_makes_more_of_it_coarser():
    assert ways(limit=8)["ending"] == "three"
    assert "region" in ways(limit=8)
    assert ways(limit=8)["region"] == "two"


def test_what_is_left_out_is_told_with_why():
    chosen = composed(counts(again={"first": 39, "again": 1}), 5, year=YEAR, held_back=("closed",))

    upon = ("ending", "months", "met", "region", "wellbeing", "support", "loneliness")
    assert chosen.left_out == {
        "begun": composing.NOT_COUNTED,
        **dict.fromkeys(("closed", "reached", "again", *upon), composing.WITHHELD),
    }


def test_two_counts_of_the_same_people_that_differ_stop_it():
    with pytest.raises(DoNotAddUp, match="hours"):
        composed(counts(hours={"under_10": 39}), 5, year=YEAR)


def test_fewer_than_nobody_cannot_be_new():
    with pytest.raises(DoNotAddUp):
        composed(counts(), 5, year=YEAR, earlier=[before(running=80)])


def begun(*earlier, **more) -> int | None:
    chosen = composed(counts(**more), 5, year=YEAR, earlier=earlier)
    return next((one.total for one in chosen.tables if one.table.code == "begun"), None)


def test_who_is_new_is_reckoned_from_what_was_printed_last():
    assert begun(before(running=38)) == 40 + 36 - 38
    assert begun(before(YEAR - 2, running=50), before(closed=30)) == 40 + 36 + 30 - 50
    assert begun(before(YEAR - 2, running=50)) is None  # a year in between is missing
    assert begun(before()) is None  # it says nothing
    assert begun() is None


def test_where_few_are_new_the_running_ones_are_not_told():
    """Forty were there, thirty-six ended, and seven are left: anybody could reckon that three are new."""
    few = {"running": {"running": 7}, "hours": {"under_10": 7}, "again": {"first": 7}}
    chosen = composed(counts(**few), 5, year=YEAR, earlier=[before(running=40)])

    assert {"running", "begun", "hours", "again"} <= set(chosen.left_out)
    assert chosen.start is None


SEVEN = {"running": {"running": 7}, "hours": {"under_10": 7}, "again": {"first": 7}}
THREE = {"running": {"running": 3}, "hours": {"under_10": 3}, "again": {"first": 3}}
CAUSES = {
    "few are new": (SEVEN, [before(running=40)], ()),
    "few are running": (THREE, [before(running=30)], ()),
    "held back": (SEVEN, [before(running=30)], ("running",)),
    "all at once": (THREE, [before(running=37)], ("again", "running")),
}


def test_why_something_is_left_out_does_not_depend_on_which_rule_spoke():
    """A reason, or its place in the list, that only one of them gives would say how few there are."""
    said = {
        cause: list(
            composed(counts(**few), 5, year=YEAR, earlier=earlier, held_back=held).left_out.items()
        )
        for cause, (few, earlier, held) in CAUSES.items()
    }

    assert set(map(tuple, said.values())) == {
        tuple(
            (code, composing.WITHHELD) for code in ("running", "begun", "reached", "hours", "again")
        )
    }


def test_nothing_else_is_ever_given_as_a_reason():
    one = {"queue": {"waiting": 1}, "waiting": {"3_6": 1}}
    chosen = [
        composed(counts(**few, **one), 5, year=YEAR, earlier=earlier, held_back=held)
        for few, earlier, held in CAUSES.values()
    ]

    assert {why for each in chosen for why in each.left_out.values()} == {composing.WITHHELD}


def test_where_few_are_new_to_those_who_have_seen_more_the_running_ones_are_not_told():
    """Printed last year: nothing of those who run. Seen, and thrown away: forty."""
    few = {"running": {"running": 7}, "hours": {"under_10": 7}, "again": {"first": 7}}
    printed_before = [before(YEAR - 2, running=30), before(closed=36)]
    seen = [printed_before[0], before(closed=36, running=40)]
    chosen = composed(counts(**few), 5, year=YEAR, earlier=printed_before, seen=seen)

    assert "running" in ways_of(composed(counts(**few), 5, year=YEAR, earlier=printed_before))
    assert {"running", "begun", "reached"} <= set(chosen.left_out)
    assert not {"running", "begun", "reached"} & ways_of(chosen)


def ways_of(chosen) -> set[str]:
    return {one.table.code for one in chosen.tables}


def test_who_is_new_is_not_told_where_that_would_tell_how_few_ended():
    few = {"closed": {"ended": 3}}
    upon = ("ending", "months", "met", "region", "wellbeing", "support", "loneliness")
    few |= {table: {next(iter(counts()[table])): 3} for table in upon}
    chosen = composed(counts(**few), 5, year=YEAR, earlier=[before(running=30)])

    assert {"closed", "begun"} <= set(chosen.left_out)
    assert (chosen.start, "running" in chosen.left_out) == (None, False)


def test_nobody_new_is_few_too():
    assert "running" in composed(counts(), 5, year=YEAR, earlier=[before(running=76)]).left_out


def test_the_links_say_whose_people_they_are_and_how_a_year_goes_over_into_the_next():
    chosen = composed(counts(), 5, year=YEAR, earlier=[before(running=38)])
    links = composing.links_of(chosen, YEAR)

    assert links[-1]["coefficients"] == {
        "2024/running/running": 1, "2025/begun/begun": 1, "2025/closed/ended": -1, "2025/running/running": -1,
    }  # fmt: skip
    assert {"2025/hours/*": 1, "2025/running/running": -1} in [one["coefficients"] for one in links]
    assert len(links) == 12


def test_those_who_were_in_it_in_the_year_are_bound_to_those_who_are_left_and_those_who_went():
    chosen = composed(counts(), 5, year=YEAR)

    assert [one.counts for one in chosen.tables if one.table.code == "reached"] == [
        {"reached": 40 + 36}
    ]
    assert composing.links_of(chosen, YEAR)[-1]["coefficients"] == {
        "2025/reached/reached": 1, "2025/running/running": -1, "2025/closed/ended": -1,
    }  # fmt: skip


@pytest.mark.parametrize("gone", ["running", "closed"])
def test_where_one_of_the_two_is_not_told_those_who_were_in_it_are_not(gone):
    chosen = composed(counts(), 5, year=YEAR, held_back=(gone,))

    assert chosen.left_out["reached"] == composing.WITHHELD


def test_a_link_over_several_years_takes_those_who_ended_in_each():
    earlier = [before(YEAR - 2, running=50), before(closed=30)]
    links = composing.links_of(composed(counts(), 5, year=YEAR, earlier=earlier), YEAR)

    assert links[-1]["coefficients"] == {
        "2023/running/running": 1, "2025/begun/begun": 1, "2024/closed/ended": -1, "2025/closed/ended": -1,
        "2025/running/running": -1,
    }  # fmt: skip

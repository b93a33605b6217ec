"""Planted weak releases are found; and what passes cannot be opened by a reader with a pencil of her own."""

from __future__ import annotations

from copy import deepcopy

import pytest

from ressursvenn.reporting import building, catalogue, composing, protecting

from .conftest import LAST, a_year, cells, lived, table, told_of
from .pencil import printed, reckoned


def shown(told, code, **printed):
    """The same release, with other numbers printed in a table."""
    weak = deepcopy(told)
    one = table(weak, code)
    for each in one["classes"]:
        if each["code"] in printed:
            each["count"] = printed[each["code"]]
    one["total"] = printed.get("total", one["total"])
    return weak


def found(told, earlier=(), by=None):
    """The cells that are given away; only those that anybody opens, or that one who is alone does."""
    weak = protecting.attack(told, list(earlier))
    return {one.cell[1:] for one in weak if by in (None, one.kind)}


def test_a_small_number_that_is_printed():
    weak = shown(told_of(a_year()), "ending", unsafe=1, silent=11)

    assert ("ending", "unsafe") in found(weak)


def test_a_threshold_alone_hides_nothing():
    """Three had it unsafe, and it is hidden; but the sum and the other classes stand there."""
    weak = shown(told_of(a_year()), "ending", unsafe=None, silent=9)

    assert ("ending", "unsafe") in found(weak)
    assert reckoned([weak])[f"{LAST}/ending/unsafe"] == (3, 3)


def test_a_number_that_only_two_years_together_give_away():
    first = told_of(a_year(LAST - 1))
    second = told_of(a_year(), [first])
    weak = shown(second, "closed", ended=None)
    table(weak, "closed")["total"] = None
    weak["tables"] = [
        one for one in weak["tables"] if one["code"] in ("running", "closed", "begun")
    ]
    weak["links"] = weak["links"][-1:]

    assert found({**weak, "links": []}, by="attack") == set()  # alone it is safe from most
    assert ("closed", "ended") in found(weak, [first], by="attack")


def test_a_number_that_another_table_of_the_same_people_gives_away():
    weak = shown(told_of(a_year()), "closed", ended=None)
    table(weak, "closed")["total"] = None

    assert ("closed", "ended") in found(weak)
    assert reckoned([weak])[f"{LAST}/closed/ended"] == (36, 36)


def test_whoever_knows_that_she_is_alone_is_reckoned_with():
    """Seven in two hidden classes: nobody can reckon them, but one who is alone in hers has the other."""
    told = told_of(a_year(months={"1-3": 1, "4-6": 6, "7-9": 11, "10-12": 10, "13-": 8}))
    weak = deepcopy(told)
    one = table(weak, "months")
    one["way"], one["total"] = "five", 36
    one["classes"] = [
        {"code": code, "word": code, "count": count}
        for code, count in (
            ("m1_3", None),
            ("m4_6", None),
            ("m7_9", 11),
            ("m10_12", 10),
            ("m13", 8),
        )
    ]

    assert found(weak, by="attack") == set()
    assert found(weak, by="lone") & {("months", "m4_6"), ("months", "m1_3")}


@pytest.mark.parametrize(
    "more",
    [
        {"queue": {"waiting": 3}, "waiting": {"over_6": 3}},
        {"called_off": {"called_off": 2}},
        {"queue": {"waiting": 0}, "waiting": {}},
        {"ending": {"as_planned": 35, "unsafe": 1}},
    ],
    ids=["few wait", "few called off", "nobody waits", "one unsafe"],
)
def test_what_the_house_lets_through_no_pencil_opens(more):
    told = told_of(a_year(**more))

    assert_safe([told])


def test_what_is_hidden_stands_when_nobody_here_knows_any_more_what_it_was():
    """Two and three lie hidden beside each other: nobody is alone in either. A year later the house has only
    what was printed, and somebody may have been; so more is hidden from the first."""
    few = {"1-3": 2, "4-6": 3, "7-9": 11, "10-12": 12, "13-": 8}
    way = catalogue.way_called("months", "five")
    shown = composing.Shown(catalogue.BY_CODE["months"], way, way.counted(few))
    safe = protecting.protect(LAST, [shown], [], 5, [])
    told = {
        "year": LAST,
        "limit": 5,
        "links": [],
        "tables": [building._table(shown, safe.cells["months"], None)],
    }
    barely = {
        **told,
        "tables": [
            building._table(shown, {**shown.counts, "m1_3": None, "m4_6": None, "*": 36}, None)
        ],
    }

    assert found(barely, by="lone") == {("months", "m1_3"), ("months", "m4_6")}
    assert (safe.hidden, protecting.attack(told, [])) == (3, [])
    assert_safe([told])


def assert_safe(releases):
    """Nothing small is printed, and nothing that is hidden can be reckoned."""
    shown_counts = [count for count in printed(releases).values() if count is not None]
    assert [count for count in shown_counts if 0 < count < 5] == []
    ends = reckoned(releases)
    assert [name for name, (low, high) in ends.items() if high - low < 5] == []


def test_three_years_of_thirty_five_no_pencil_opens(small_years):
    assert_safe(small_years)


def test_the_pencil_opens_what_the_house_would_not_let_through(small_years):
    """The reader's own reckoning is no empty one: with one number taken out it finds it again."""
    weak = [deepcopy(told) for told in small_years]
    table(weak[-1], "closed")["classes"][0]["count"] = None
    name = f"{weak[-1]['year']}/closed/ended"

    assert reckoned(weak)[name] == (printed(small_years)[name],) * 2


def test_no_two_printed_numbers_of_the_same_people_differ_by_a_few(small_years):
    for told in small_years:
        printed = cells(told)
        for one in told["tables"]:
            whole = printed[f"{told['year']}/{one['code']}/*"]
            for each in one["classes"]:
                if whole is not None and each["count"] is not None:
                    assert whole - each["count"] == 0 or whole - each["count"] >= 5, (
                        told["year"],
                        one["code"],
                    )


def test_a_year_is_told_the_same_whatever_is_asked(small_years):
    assert lived(35, 1, seed=7) == small_years[:1]


def test_a_mean_is_outside_the_attack_and_bound_by_another_rule(small_years):
    """It reads counts alone; docs/disclosure.md says so. How many it rests on, its table tells already."""
    alone = told_of(a_year())
    spoilt = {**alone, "outcomes": [{**alone["outcomes"][0], "n": 1, "mean": 4.0}]}
    assert protecting.attack(spoilt, []) == []
    for told in [alone, *small_years]:
        for mean in told["outcomes"]:
            classes = table(told, mean["code"])["classes"]
            answered = [each["count"] for each in classes if each["code"] != "no_answer"]
            assert None not in [each["count"] for each in classes]
            assert mean["n"] == sum(answered) >= 10
            assert abs(mean["mean"]) < 3

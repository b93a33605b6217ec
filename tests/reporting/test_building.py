"""From counts to what may be printed: nothing small, everything named, and the same bytes each time."""

from __future__ import annotations

import json

import pytest

from ressursvenn.reporting import building, composing, making, protecting

from .conftest import LAST, a_year, cells, table, told_of

SMALL = {"queue": {"waiting": 3}, "waiting": {"over_6": 3}, "called_off": {"called_off": 1}}


def test_a_year_without_anything_small_is_printed_whole():
    told = told_of(a_year())

    assert None not in cells(told).values()
    assert table(told, "ending")["classes"][0] == {
        "code": "as_planned",
        "word": "som planlagt",
        "count": 16,
    }
    assert told["protection"]["hidden"] == 0
    assert told["left_out"] == [
        {"code": "begun", "title": "Nye koblinger", "why": composing.NOT_COUNTED}
    ]
    assert told["outcomes"] == [
        {
            "code": "wellbeing",
            "title": "Hvordan de har det",
            "n": 26,
            "mean": 0.4,
            "low": 0.0,
            "high": 0.9,
        }
    ]


def test_no_small_number_is_printed_nor_any_sum_that_would_tell_it():
    told = told_of(a_year(**SMALL))
    printed = cells(told)

    assert {f"{LAST}/queue/waiting", f"{LAST}/called_off/called_off"}.isdisjoint(printed)
    assert printed[f"{LAST}/closed/*"] == 36
    assert min(count for count in printed.values() if count is not None) >= 5
    assert {one["code"] for one in told["left_out"]} == {"queue", "waiting", "begun", "called_off"}
    assert protecting.attack(told, []) == []


def test_this_year_is_bound_to_the_one_before():
    first = told_of(a_year(LAST - 1))
    told = told_of(a_year(), [first])

    assert cells(told)[f"{LAST}/begun/begun"] == 36
    assert told["links"][-1]["coefficients"][f"{LAST - 1}/running/running"] == 1
    assert told["left_out"] == []
    assert told["protection"]["against"] == [LAST - 1]


def test_a_mean_is_told_only_where_every_class_is_printed():
    few = {"better": 16, "same": 8, "worse": 2, "no_answer": 10}

    assert told_of(a_year(wellbeing=few))["outcomes"] == []


def test_it_is_plain_data_and_the_same_each_time():
    once, again = (making.canonical(told_of(a_year(**SMALL))) for _ in range(2))

    assert once == again
    assert json.loads(once)["format"] == building.FORMAT


def test_a_pattern_that_nobody_found_is_no_release(monkeypatch):
    class Nothing:
        release = None

    monkeypatch.setattr(protecting.disclosure, "protect", lambda *_, **__: Nothing())

    with pytest.raises(protecting.NotSafe):
        told_of(a_year())

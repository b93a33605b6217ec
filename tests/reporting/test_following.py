"""A table over the years: every class, a gap where a year says nothing, a break where a word changed."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest

from ressursvenn.reporting import charts, following

from .conftest import a_year, cells, told_of
from .test_attack import shown

FIRST = 2023


def years(*more, **all_of_them):
    """Releases, one after another, of the same year with something else in each."""
    out = []
    for number, one in enumerate(more):
        out.append(told_of(a_year(FIRST + number, **{**all_of_them, **one}), out))
    return out


def followed(releases, code):
    title = following.BY_CODE[code].title
    return next((one for one in following.over_years(releases) if one.title == title), None)


def written(series):
    return [(one.year, *one.cells) for one in series.rows]


def without(told, *codes):
    other = deepcopy(told)
    other["tables"] = [one for one in other["tables"] if one["code"] not in codes]
    return other


def test_every_class_of_waiting_hours_and_endings_each_year():
    releases = years({}, {"ending": {"as_planned": 20, "early": 6, "silent": 5, "unsafe": 5}})

    assert followed(releases, "waiting").classes == (
        "under tre måneder", "tre til seks måneder", "over seks måneder",
    )  # fmt: skip
    assert written(followed(releases, "hours")) == [
        (2023, "10", "20", "10"),
        (2024, "10", "20", "10"),
    ]
    assert written(followed(releases, "ending")) == [
        (2023, "16", "8", "7", "5"),
        (2024, "20", "6", "5", "5"),
    ]


def test_when_one_year_is_coarser_all_are_shown_as_coarse():
    releases = years({}, {"ending": {"as_planned": 16, "early": 8, "silent": 11, "unsafe": 1}})

    assert followed(releases, "ending").classes[-1] == "uten et ord, eller ikke trygt"
    assert written(followed(releases, "ending")) == [
        (2023, "16", "8", "12"),
        (2024, "16", "8", "12"),
    ]


def test_what_is_hidden_in_one_of_the_joined_is_hidden():
    fine, coarse = years({}, {"ending": {"as_planned": 16, "early": 8, "silent": 11, "unsafe": 1}})
    hidden = shown(fine, "ending", silent=None)

    assert written(followed([hidden, coarse], "ending"))[0] == (2023, "16", "8", ":")


def test_a_year_that_says_nothing_stands_empty_and_parts_the_columns():
    one, two, three = years({}, {}, {})
    series = followed([one, without(two, "running"), three], "running")

    assert written(series) == [(2023, "40"), (2024, "–"), (2025, "40")]
    assert [row.named for row in series.rows] == ["running-1", "", "running-1"]
    assert "2023: 40, 2024: ikke med, 2025: 40" in series.picture.said
    assert series.picture.svg.count("chart__break") == 2
    assert series.picture.svg.count("chart__bar") == 2
    assert "chart__break" not in followed([one, two, three], "running").picture.svg


def test_a_year_that_was_never_released_stands_empty_too():
    one, _, three = years({}, {}, {})

    assert [row.year for row in followed([one, three], "queue").rows] == [2023, 2024, 2025]


def test_those_who_are_new_in_two_years_are_no_column_of_one():
    out = [told_of(a_year(2023))]
    out.append(told_of(a_year(2024), out, held_back=("running",)))
    for year in (2025, 2026, 2027):
        out.append(told_of(a_year(year), out))
    three, series = out[2], followed(out, "begun")

    assert cells(three)["2025/begun/begun"] == 72
    assert written(series) == [(2025, "72 på 2 år"), (2026, "36"), (2027, "36")]
    assert "72" not in series.picture.svg
    assert series.picture.said.endswith("2026: 36, 2027: 36.")


def test_how_many_were_in_it_in_the_year():
    assert written(followed(years({}, {}), "reached")) == [(2023, "76"), (2024, "76")]


def test_a_changed_definition_breaks_the_series(small_years):
    later = deepcopy(small_years)
    for one in later[-1]["tables"]:
        one["version"] = 2

    assert {one.breaks for one in following.over_years(small_years)} == {()}
    broken = followed(later, "running")
    assert broken.breaks == (later[-1]["year"],)
    assert "chart__break" in broken.picture.svg


def test_one_year_is_no_series():
    assert following.over_years(years({})) == []


@pytest.mark.parametrize("classes", [1, 3])
def test_classes_stand_under_each_other_on_one_scale(classes):
    told = {f"klasse {one}": {2023: 10 * (one + 1), 2024: None} for one in range(classes)}
    svg = charts.columns(told, title="T").svg
    high = [float(one) for one in re.findall(r'class="chart__bar"[^>]* height="([0-9.]+)"', svg)]

    assert len(high) == classes
    assert high == sorted(high)
    assert high[-1] == (charts.LOW if classes > 1 else charts.HIGH)
    assert svg.count("klasse 0</text>") == (1 if classes > 1 else 0)
    assert svg.count(">:</text>") == classes

"""May a year's numbers be released: one thing missing each, and unknown is no."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.reporting.rules import (
    MAY_BE_RELEASED,
    ReleaseFacts,
    may_be_proposed,
    may_be_released,
)

TERMS = Terms(date(2027, 1, 9), Limits())
READY = ReleaseFacts(
    year=2026, released=(2024, 2025), weak=0, limit=5, limit_now=5, counted=(2026,), follows=True
)
ONE_THING_MISSING = [
    ("REP-01", {"year": 2027, "counted": ()}),
    ("REP-02", {"released": (2024, 2026)}),
    ("REP-02", {"released": None}),
    ("REP-03", {"limit_now": 6}),
    ("REP-03", {"limit": None}),
    ("REP-04", {"weak": 1}),
    ("REP-04", {"weak": None}),
    ("REP-05", {"follows": False}),
    ("REP-05", {"follows": None}),
    ("REP-06", {"counted": (2025, 2026)}),
    ("REP-06", {"counted": None}),
]


def codes(facts, ask=may_be_released):
    return [refusal.rule for refusal in ask(facts, TERMS)]


def test_nothing_stands_in_the_way_of_a_ready_year():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "change"), ONE_THING_MISSING)
def test_one_thing_missing_is_one_refusal(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_MISSING} == {rule.code for rule in MAY_BE_RELEASED}


def test_what_is_not_known_is_a_no():
    unknown = ReleaseFacts(**{field.name: None for field in fields(ReleaseFacts)})

    assert codes(unknown) == [f"REP-0{number}" for number in range(1, 7)]


def test_a_year_that_comes_before_one_that_is_out_is_not_even_counted():
    assert codes(replace(READY, year=2023, counted=(), weak=None), may_be_proposed) == ["REP-02"]

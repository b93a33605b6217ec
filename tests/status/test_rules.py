"""What a report must hold before it is issued: each rule is seen to say no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ressursvenn.programme.limits import in_force
from ressursvenn.status import rules

TERMS = in_force(date(2026, 1, 1))
GOOD = rules.ReportFacts(
    last_day=date(2025, 12, 31), authors="Ella", foreword="Ord", deviations="Ingenting", plans="Mer"
)
MISSING = (
    ("STA-01", {"last_day": date(2026, 1, 1)}),
    ("STA-01", {"last_day": None}),
    ("STA-02", {"authors": " "}),
    ("STA-02", {"foreword": None}),
    ("STA-03", {"deviations": ""}),
    ("STA-04", {"plans": ""}),
)


def test_nothing_stands_in_the_way_of_a_whole_report():
    assert rules.may_be_issued(GOOD, TERMS) == ()


@pytest.mark.parametrize(("code", "missing"), MISSING)
def test_each_rule_says_no(code, missing):
    assert [no.rule for no in rules.may_be_issued(replace(GOOD, **missing), TERMS)] == [code]


def test_every_rule_has_been_seen_to_say_no():
    assert {code for code, _ in MISSING} == {rule.code for rule in rules.MAY_BE_ISSUED}

"""Every rule with one thing missing: each has been seen to say no, and a ready one passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ressursvenn.grants import rules
from ressursvenn.programme.limits import Limits, Terms

TERMS = Terms(today=date(2027, 2, 1), limits=Limits())
READY = rules.ApplicationFacts(
    deadline_day=date(2027, 2, 1), goals=2, goals_without_indicator=0, lines=3, parts_without_line=0
)
COUNTS = rules.CountFacts(place_has_it=True, we_may_share=False, others=[])
CHARGED = rules.ChargeFacts(
    amount=Decimal(100), here=Decimal(100), in_all=Decimal(100), all_may_share=False, day=date(2026, 5, 1),
    first_day=date(2026, 1, 1), last_day=date(2026, 12, 31), same_accounts=True, awarded=True,
)  # fmt: skip
WHOLE = rules.ReportFacts(
    last_day=date(2026, 12, 31), read=True, goals_without_verdict=0, unmet_without_why=0, without_result=0,
    empty=[], written=["Ingen."], amount=10, divided=10, signer="Anne Vik", signer_role="leder",
    wholly_within=True, counts=[COUNTS],
)  # fmt: skip


def codes(noes) -> list[str]:
    return [no.rule for no in noes]


def test_what_is_ready_passes():
    assert rules.may_be_sent(READY, TERMS) == ()
    assert rules.may_count(COUNTS, TERMS) == ()
    assert rules.may_be_charged(CHARGED, TERMS) == ()
    assert rules.may_be_issued(WHOLE, TERMS) == ()


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"deadline_day": date(2027, 1, 31)}, "GRA-01"),
        ({"goals": 0}, "GRA-02"),
        ({"goals_without_indicator": 1}, "GRA-03"),
        ({"lines": 0}, "GRA-04"),
        ({"parts_without_line": 1}, "GRA-05"),
    ],
)
def test_an_application_that_is_not_ready(missing, code):
    assert codes(rules.may_be_sent(replace(READY, **missing), TERMS)) == [code]
    unknown = dict.fromkeys(missing)
    assert codes(rules.may_be_sent(replace(READY, **unknown), TERMS)) == [code]


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"place_has_it": False}, "GRA-06"),
        ({"place_has_it": None}, "GRA-06"),
        ({"others": [False]}, "GRA-07"),
        ({"others": [True]}, "GRA-07"),
        ({"others": [True, False], "we_may_share": True}, "GRA-07"),
        ({"others": None}, "GRA-07"),
    ],
)
def test_an_activity_that_may_not_count(missing, code):
    assert codes(rules.may_count(replace(COUNTS, **missing), TERMS)) == [code]


def test_an_activity_counts_twice_when_every_letter_says_that_it_may():
    assert rules.may_count(replace(COUNTS, others=[True, True], we_may_share=True), TERMS) == ()


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"awarded": False}, "GRA-08"),
        ({"day": date(2027, 1, 1)}, "GRA-09"),
        ({"day": None}, "GRA-09"),
        ({"same_accounts": False}, "GRA-10"),
        ({"here": Decimal("100.01")}, "GRA-11"),
        ({"here": Decimal("100.01"), "all_may_share": True}, "GRA-11"),
        ({"here": Decimal(-1)}, "GRA-11"),
        ({"in_all": Decimal("100.01")}, "GRA-12"),
    ],
)
def test_an_expense_that_may_not_be_charged(missing, code):
    wrong = replace(CHARGED, **missing)
    if code == "GRA-11" and missing["here"] < 0:  # money back is charged as less than nothing
        wrong = replace(wrong, amount=Decimal("-0.5"), in_all=Decimal("-0.5"))

    assert codes(rules.may_be_charged(wrong, TERMS)) == [code]


def test_letters_that_all_allow_it_let_two_pay_and_money_back_is_less_than_nothing():
    shared = replace(CHARGED, in_all=Decimal(200), all_may_share=True)
    back = replace(CHARGED, amount=Decimal(-50), here=Decimal(-50), in_all=Decimal(-50))

    assert rules.may_be_charged(shared, TERMS) == ()
    assert rules.may_be_charged(back, TERMS) == ()


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"last_day": date(2027, 2, 1)}, "GRA-13"),
        ({"wholly_within": False}, "GRA-14"),
        ({"read": False}, "GRA-15"),
        ({"goals_without_verdict": 1}, "GRA-16"),
        ({"unmet_without_why": 1}, "GRA-16"),
        ({"without_result": 1}, "GRA-17"),
        ({"empty": ["bad"]}, "GRA-18"),
        ({"empty": None}, "GRA-18"),
        ({"written": ["Hun fikk jobb."]}, "GRA-19"),
        ({"written": ["Vi hjalp 12 deltakere."]}, "GRA-19"),
        ({"written": None}, "GRA-19"),
        ({"divided": 9}, "GRA-20"),
        ({"amount": None, "divided": None}, "GRA-20"),
        ({"signer": " "}, "GRA-21"),
        ({"signer_role": None}, "GRA-21"),
        ({"counts": [COUNTS, replace(COUNTS, others=[True])]}, "GRA-22"),
        ({"counts": None}, "GRA-22"),
    ],
)
def test_a_report_that_may_not_be_issued(missing, code):
    assert codes(rules.may_be_issued(replace(WHOLE, **missing), TERMS)) == [code]

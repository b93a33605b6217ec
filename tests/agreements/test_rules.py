"""Who may sign now, and why not. Rules read facts, so no database is opened."""

from dataclasses import fields, replace
from datetime import date

import pytest

from ressursvenn.agreements import rules, words
from ressursvenn.programme.limits import Limits, Terms

TERMS = Terms(date(2027, 3, 1), Limits())
HERS = rules.SigningFacts(
    gone_through=True, in_force=True, has_left=False, signed_already=False, is_herself=True,
    other_still_here=True, same_account=True,
)  # fmt: skip
OURS = replace(HERS, is_herself=False)
ONE_THING_MISSING = [
    ("AGR-01", {"gone_through": False}),
    ("AGR-04", {"in_force": False}),
    ("AGR-05", {"has_left": True}),
    ("AGR-06", {"signed_already": True}),
    ("AGR-07", {"other_still_here": False}),
    ("AGR-08", {"same_account": False}),
]


def hers(facts):
    return [no.rule for no in rules.may_sign_herself(facts, TERMS)]


def ours(facts):
    return [no.rule for no in rules.may_sign_for_us(facts, TERMS)]


def test_nothing_stands_in_the_way_of_either():
    assert (hers(HERS), ours(OURS)) == ([], [])


@pytest.mark.parametrize(("code", "change"), ONE_THING_MISSING)
def test_one_thing_missing_is_one_refusal(code, change):
    assert hers(replace(HERS, **change)) == ours(replace(OURS, **change)) == [code]


def test_nobody_signs_for_her_and_she_not_for_us():
    assert hers(OURS) == ["AGR-02"]
    assert ours(HERS) == ["AGR-03"]


def test_what_is_not_known_is_a_no():
    nothing = rules.SigningFacts(**dict.fromkeys((f.name for f in fields(HERS)), None))

    codes = ["AGR-01", "AGR-04", "AGR-05", "AGR-06", "AGR-07", "AGR-08"]
    assert hers(nothing) == ["AGR-02", *codes]
    assert ours(nothing) == ["AGR-03", *codes]


def test_each_no_that_she_reads_herself_is_said_to_her():
    codes = {rule.code for rule in rules.MAY_SIGN_HERSELF}

    assert set(words.TO_HER) == codes
    assert all(said.endswith(".") and "henne" not in said for said in words.TO_HER.values())


@pytest.mark.parametrize(
    ("signed_on", "months", "met_on", "ends"),
    [
        (date(2026, 1, 5), 12, date(2026, 3, 1), date(2027, 3, 1)),  # from the day they met
        (date(2027, 2, 1), 12, date(2026, 3, 1), date(2028, 2, 1)),  # she has signed anew
        (date(2026, 1, 5), 13, date(2026, 1, 31), date(2027, 2, 28)),
        (date(2026, 1, 5), 12, None, None),  # nobody has met, or we no longer know the day
        (None, None, date(2026, 3, 1), None),
    ],
)
def test_the_day_her_promise_ends(signed_on, months, met_on, ends):
    assert rules.commitment_ends(signed_on, months, met_on) == ends


def test_every_rule_has_been_seen_to_refuse():
    seen = {"AGR-02", "AGR-03", *(code for code, _ in ONE_THING_MISSING)}

    assert seen == {rule.code for rule in (*rules.MAY_SIGN_HERSELF, *rules.MAY_SIGN_FOR_US)}

"""May she join, and may she say it? Each rule has been seen to refuse."""

from dataclasses import replace
from datetime import date

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.support import rules
from ressursvenn.support.rules import JoiningFacts, SayingFacts

TERMS = Terms(date(2027, 3, 1), Limits())
JOINS = JoiningFacts(members=2, places=3, in_a_group=False, has_left=False, laid_down=False)
SAYS = SayingFacts(is_herself=True, has_left=False)


def test_nothing_stands_in_the_way():
    assert rules.may_join(JOINS, TERMS) == ()
    assert rules.may_say(SAYS, TERMS) == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"members": 3}, "SUP-01"),
        ({"members": None}, "SUP-01"),
        ({"places": None}, "SUP-01"),
        ({"in_a_group": True}, "SUP-02"),
        ({"in_a_group": None}, "SUP-02"),
        ({"has_left": True}, "SUP-03"),
        ({"has_left": None}, "SUP-03"),
        ({"laid_down": True}, "SUP-04"),
        ({"laid_down": None}, "SUP-04"),
    ],
)
def test_joining_is_refused_and_unknown_is_no(changed, code):
    assert [no.rule for no in rules.may_join(replace(JOINS, **changed), TERMS)] == [code]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"is_herself": False}, "SUP-05"),
        ({"is_herself": None}, "SUP-05"),
        ({"has_left": True}, "SUP-03"),
    ],
)
def test_saying_is_refused_and_unknown_is_no(changed, code):
    assert [no.rule for no in rules.may_say(replace(SAYS, **changed), TERMS)] == [code]


def test_every_rule_has_been_seen_to_refuse():
    seen = {"SUP-01", "SUP-02", "SUP-03", "SUP-04", "SUP-05"}

    assert {rule.code for rule in (*rules.MAY_JOIN, *rules.MAY_SAY)} == seen


def test_long_ago_is_so_many_weeks():
    assert rules.long_ago(TERMS) == date(2027, 1, 4)

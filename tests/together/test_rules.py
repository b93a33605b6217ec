"""May this person answer? Rules read facts, so no database is opened."""

from dataclasses import fields, replace
from datetime import date

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.together.rules import MAY_SAY_NO, MAY_SAY_YES, AnswerFacts

TERMS = Terms(date(2027, 3, 1), Limits())
READY = AnswerFacts(
    asked_by=1,
    by=2,
    about_herself=False,
    may_answer=True,
    crisis_centre=False,
    asker_may=True,
    answered=False,
    taken_back=False,
    too_old=False,
    unchanged=True,
    took_part=False,
)
ONE_THING_WRONG = [
    ("TOG-01", {"by": 1}),
    ("TOG-02", {"about_herself": True}),
    ("TOG-03", {"may_answer": False}),
    ("TOG-03", {"crisis_centre": True}),
    ("TOG-04", {"asker_may": False}),
    ("TOG-05", {"answered": True}),
    ("TOG-06", {"taken_back": True}),
    ("TOG-07", {"too_old": True}),
    ("TOG-08", {"unchanged": False}),
    ("TOG-09", {"took_part": True}),
]


def codes(known, rules=MAY_SAY_YES):
    return [no.rule for no in refusals(rules, known, TERMS)]


def test_another_who_may_can_say_yes():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "change"), ONE_THING_WRONG)
def test_one_thing_wrong_is_one_refusal(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_WRONG} == {rule.code for rule in MAY_SAY_YES}


def test_what_is_not_known_is_a_no():
    unknown = AnswerFacts(**{field.name: None for field in fields(AnswerFacts)})

    assert sorted(codes(unknown)) == sorted(rule.code for rule in MAY_SAY_YES)


def test_a_no_needs_neither_the_asker_nor_the_thing_to_be_as_they_were():
    assert codes(replace(READY, asker_may=False, unchanged=False), MAY_SAY_NO) == []

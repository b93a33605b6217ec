"""Who reads what the other interviewer wrote? Rules read facts, so no database is opened."""

from dataclasses import fields, replace
from datetime import date

import pytest

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.screening.rules import MAY_READ_BOTH, NotesFacts, may_read_both

TERMS = Terms(date(2027, 3, 1), Limits())
READY = NotesFacts(held_it=True, hers_done=True, others_done=True)
ONE_THING_WRONG = [
    ("SCR-01", {"held_it": False}),
    ("SCR-02", {"hers_done": False}),
    ("SCR-02", {"others_done": False}),
]


def codes(known):
    return [no.rule for no in may_read_both(known, TERMS)]


def test_one_of_the_two_reads_both_when_both_are_done():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "change"), ONE_THING_WRONG)
def test_one_thing_wrong_is_one_refusal(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_WRONG} == {rule.code for rule in MAY_READ_BOTH}


def test_what_is_not_known_is_a_no():
    unknown = NotesFacts(**{field.name: None for field in fields(NotesFacts)})

    assert codes(unknown) == ["SCR-01", "SCR-02"]

"""What must hold before a participant may be matched. Rules read facts: no database is opened."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from ressursvenn.participants.rules import MAY_BE_MATCHED, ParticipantFacts, may_be_matched
from ressursvenn.programme.limits import Limits, Terms

TODAY = date(2027, 3, 1)
TERMS = Terms(TODAY, Limits())
DAY = timedelta(days=1)

READY = ParticipantFacts(
    left_stated_on=TODAY - 40 * DAY,
    acute_over_on=TODAY - 40 * DAY,
    consented_on=TODAY,
    contact_settled_on=TODAY,
    withdrawn=False,
    open_pairs=0,
    in_unknown_pair=False,
    area_known=True,
    language_known=True,
)

ONE_THING_MISSING = [
    ("PAR-01", {"left_stated_on": None}),
    ("PAR-01", {"left_stated_on": TODAY + DAY}),
    ("PAR-02", {"acute_over_on": None}),
    ("PAR-02", {"acute_over_on": TODAY + DAY}),
    ("PAR-03", {"consented_on": None}),
    ("PAR-03", {"consented_on": TODAY + DAY}),
    ("PAR-04", {"contact_settled_on": None}),
    ("PAR-04", {"contact_settled_on": TODAY + DAY}),
    ("PAR-05", {"withdrawn": True}),
    ("PAR-05", {"withdrawn": None}),
    ("PAR-06", {"open_pairs": 1}),
    ("PAR-06", {"open_pairs": None}),
    ("PAR-06", {"in_unknown_pair": True}),
    ("PAR-06", {"in_unknown_pair": None}),
    ("PAR-07", {"area_known": False}),
    ("PAR-07", {"area_known": None}),
    ("PAR-08", {"language_known": False}),
    ("PAR-08", {"language_known": None}),
]


def codes(facts):
    return [refusal.rule for refusal in may_be_matched(facts, TERMS)]


def test_nothing_stands_in_the_way_of_a_ready_participant():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "change"), ONE_THING_MISSING)
def test_one_thing_missing_is_one_refusal(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_MISSING} == {rule.code for rule in MAY_BE_MATCHED}


def test_what_is_not_known_is_a_no_and_all_of_it_is_told_at_once():
    nothing_known = ParticipantFacts(**{field.name: None for field in fields(ParticipantFacts)})

    assert codes(nothing_known) == [rule.code for rule in MAY_BE_MATCHED]


def test_the_words_assume_no_woman():
    words = {
        word.strip(".,").casefold() for rule in MAY_BE_MATCHED for word in rule.sentence.split()
    }

    assert words & {"hun", "henne", "hennes", "ham", "han", "kvinne", "kvinnen"} == set()


def test_whoever_may_not_see_participants_hears_a_no_without_a_reason():
    (refusal,) = may_be_matched(replace(READY, consented_on=None), TERMS)

    assert refusal.as_told_to(lambda permission: False).sentence == "En grunn du ikke kan se."

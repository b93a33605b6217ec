"""What may be shown, and what a letter of news takes. Each rule has been seen to say no."""

from dataclasses import fields, replace
from datetime import date

import pytest

from ressursvenn.programme.limits import in_force
from ressursvenn.stands.rules import (
    MAY_BE_SENT,
    MAY_BE_SHOWN,
    NewsFacts,
    StandFacts,
    may_be_sent,
    may_be_shown,
)

TERMS = in_force(date(2026, 11, 25))
READY = StandFacts(
    is_person=True,
    name="Anne-Marie",
    sentence="Nok er nok.",
    confirmed=True,
    passed=True,
    put_aside=False,
)
REFUSED = [
    ("STN-01", {"sentence": "Se https://eksempel.no"}),
    ("STN-01", {"sentence": "Les www.eksempel.org"}),
    ("STN-01", {"sentence": "Finn meg på eksempel.no"}),
    ("STN-01", {"sentence": "Skriv til meg@eksempel"}),
    ("STN-01", {"sentence": "Ring 900 00 017"}),
    ("STN-01", {"is_person": False, "name": "Vinn.com AS"}),
    ("STN-02", {"name": "Anne Marie Berg"}),
    ("STN-02", {"name": "Anne2"}),
    ("STN-02", {"name": ""}),
    ("STN-03", {"confirmed": False}),
    ("STN-04", {"passed": False}),
    ("STN-05", {"put_aside": True}),
]


def codes(facts):
    return [no.rule for no in may_be_shown(facts, TERMS)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"name": "Åse"},
        {"name": "Anne Marie"},
        {"name": "O’Hara"},
        {"name": "مريم"},
        {"is_person": False, "name": "Kvinneforeningen Framtid, avd. 3"},
        {"sentence": ""},
        {"sentence": "Nok er nok. Det gjelder 1 av 10, i 2026 som i 2014."},
    ],
)
def test_nothing_is_in_the_way_of(more):
    assert codes(replace(READY, **more)) == []


@pytest.mark.parametrize(("code", "change"), REFUSED)
def test_each_rule_says_no(code, change):
    assert codes(replace(READY, **change)) == [code]


def test_a_letter_of_news_takes_two():
    assert may_be_sent(NewsFacts(written_by=1, sent_by=2), TERMS) == ()
    for same in (NewsFacts(written_by=1, sent_by=1), NewsFacts(written_by=None, sent_by=2)):
        assert [no.rule for no in may_be_sent(same, TERMS)] == ["STN-06"]


def test_every_rule_has_been_seen_to_refuse():
    seen = {code for code, _ in REFUSED} | {"STN-06"}

    assert {rule.code for rule in (*MAY_BE_SHOWN, *MAY_BE_SENT)} == seen


def test_not_known_is_a_no():
    nothing = StandFacts(**{field.name: None for field in fields(StandFacts)})

    assert codes(nothing) == [rule.code for rule in MAY_BE_SHOWN]

"""What may be noted, confirmed, struck and told. Rules read facts, so no database is opened."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from ressursvenn.agenda import rules
from ressursvenn.agenda.rules import FigureFacts, HappeningFacts, SaidFacts, StrikeFacts, TwoFacts
from ressursvenn.programme.limits import in_force

TODAY = date(2026, 11, 25)
TERMS = in_force(TODAY)
DAY = timedelta(days=1)

READY = HappeningFacts(
    kind="contact", day=TODAY - 10 * DAY, text="Vi møtte komiteen.", source="Referat 7",
    raised_day=TODAY - 100 * DAY, contacted_by_then=True, promise_made_on=TODAY - 20 * DAY,
    promise_is_open=True, over_since=None, last_fact_on=TODAY - 20 * DAY,
)  # fmt: skip
TWO = TwoFacts(written_by=1, confirmed_by=2)
WHOLE = FigureFacts(
    source="Et institutt", year=2014, population="kvinner", link="https://x.example", owner=1,
    review_day=TODAY + DAY,
)  # fmt: skip
NOTED = [
    ("AGE-01", {"text": "Skriv til statsråd@dep.example"}),
    ("AGE-01", {"text": "Ring 900 00 017"}),
    ("AGE-02", {"day": TODAY + DAY}),
    ("AGE-02", {"day": TODAY - 101 * DAY}),
    ("AGE-03", {"kind": "answer", "contacted_by_then": False}),
    ("AGE-03", {"kind": "refused", "contacted_by_then": None}),
    ("AGE-04", {"kind": "kept", "promise_is_open": False}),
    ("AGE-04", {"kind": "broken", "promise_is_open": None}),
    ("AGE-04", {"kind": "kept", "promise_made_on": TODAY}),
    ("AGE-05", {"kind": "promise", "source": ""}),
    ("AGE-05", {"kind": "met", "source": ""}),
    ("AGE-06", {"over_since": TODAY - 10 * DAY}),
    ("AGE-06", {"kind": "withdrawn", "last_fact_on": TODAY}),
]
CONFIRMED = [
    ("AGE-07", {"confirmed_by": 1}),
    ("AGE-07", {"written_by": None}),
    ("AGE-09", {"rests_on_confirmed": False}),
    ("AGE-09", {"rests_on_confirmed": None}),
]
PUBLISHED = [
    *(("AGE-10", {name: ""}) for name in ("source", "population", "link")),
    ("AGE-11", {"year": 2027}),
    ("AGE-12", {"review_day": TODAY}),
    ("AGE-12", {"review_day": None}),
    ("AGE-12", {"owner": None}),
]


def codes(noes):
    return [no.rule for no in noes]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"day": TODAY},
        {"day": READY.raised_day},
        {"source": ""},
        {"kind": "answer"},
        {"kind": "promise"},
        {"kind": "kept"},
        {"kind": "met"},
        {"text": "Vedtak 512 (2025–2026), kap. 440 post 70."},
        {"over_since": TODAY},
    ],
)
def test_nothing_is_in_the_way_of(more):
    assert codes(rules.may_be_noted(replace(READY, **more), TERMS)) == []


@pytest.mark.parametrize(("code", "change"), NOTED)
def test_each_rule_of_what_happened_says_no(code, change):
    assert codes(rules.may_be_noted(replace(READY, **change), TERMS)) == [code]


@pytest.mark.parametrize(("code", "change"), CONFIRMED)
def test_each_rule_of_the_two_says_no(code, change):
    assert codes(rules.may_be_confirmed(TWO, TERMS)) == []
    assert codes(rules.may_be_confirmed(replace(TWO, **change), TERMS)) == [code]


@pytest.mark.parametrize(("code", "change"), PUBLISHED)
def test_each_rule_of_a_figure_says_no(code, change):
    assert codes(rules.may_be_published(WHOLE, TERMS)) == []
    assert codes(rules.may_be_published(replace(WHOLE, **change), TERMS)) == [code]


@pytest.mark.parametrize(
    "text",
    ["Ring 22 33 44 55", "90000017", "900-00-017", "+46 70 123 45 67", "navn@dep.example", None],
)
def test_no_text_has_a_way_to_reach_anybody(text):
    assert codes(rules.may_be_said(SaidFacts(text=text), TERMS)) == ["AGE-01"]


@pytest.mark.parametrize(
    "text",
    ["350 000 000 kroner", "innen 01.12.2026", "2014-2015", "2014 2015", "Prop. 12 (2026–2027)"],
)
def test_money_days_and_years_are_nobodys_number(text):
    assert codes(rules.may_be_said(SaidFacts(text=text), TERMS)) == []


def test_a_promise_that_is_settled_is_not_struck():
    assert codes(rules.may_be_struck(StrikeFacts(is_built_on=False), TERMS)) == []
    for built_on in (True, None):
        assert codes(rules.may_be_struck(StrikeFacts(is_built_on=built_on), TERMS)) == ["AGE-08"]


def test_every_rule_has_been_seen_to_refuse():
    seen = {code for code, _ in (*NOTED, *CONFIRMED, *PUBLISHED)} | {"AGE-08"}
    asked = (
        *rules.MAY_BE_NOTED, *rules.MAY_BE_CONFIRMED, *rules.MAY_BE_STRUCK, *rules.MAY_BE_PUBLISHED,
    )  # fmt: skip

    assert {rule.code for rule in asked} == seen


def test_not_known_is_a_no():
    for facts, ask in ((HappeningFacts, rules.may_be_noted), (FigureFacts, rules.may_be_published)):
        nothing = facts(**{field.name: None for field in fields(facts)})
        every = rules.MAY_BE_NOTED if facts is HappeningFacts else rules.MAY_BE_PUBLISHED
        assert codes(ask(nothing, TERMS)) == [rule.code for rule in every]

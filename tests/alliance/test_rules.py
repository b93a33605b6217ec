"""What stands in the way of showing, confirming, sending and telling: each rule has been seen to say no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ressursvenn.alliance import rules
from ressursvenn.alliance.kinds import KINDS, campaigns
from ressursvenn.programme.limits import in_force
from ressursvenn.programme.rules import Rule, refusals

TODAY = date(2026, 11, 25)
TERMS = in_force(TODAY)
LOOK = rules.SecondLookFacts(written_by=1, looked_at_by=2, version=3, version_read=3)
PHOTO = rules.PhotoFacts(consent="all", described=True)
ORDER = rules.OrderFacts(settled=False, number=10, in_store=10)
AFTER = rules.AfterwardsFacts(day=TODAY, called_off=False)
MEMBER = rules.MembershipFacts(
    since=date(2020, 1, 1), until=None, others=((date(2012, 1, 1), date(2019, 12, 31)),)
)
MENTION = rules.MentionFacts(day=TODAY, action_is_open=True)

WRONG = (
    ("ALL-01", rules.another_editor, LOOK, {"looked_at_by": 1}),
    ("ALL-01", rules.another_editor, LOOK, {"written_by": None}),
    ("ALL-01", rules.another_editor, LOOK, {"looked_at_by": None}),
    ("ALL-02", rules.as_it_was_read, LOOK, {"version": 4}),
    ("ALL-02", rules.as_it_was_read, LOOK, {"version": None, "version_read": None}),
    ("ALL-03", rules.consent_is_noted, PHOTO, {"consent": "perhaps"}),
    ("ALL-03", rules.consent_is_noted, PHOTO, {"consent": None}),
    ("ALL-04", rules.is_described, PHOTO, {"described": None}),
    ("ALL-05", rules.still_waiting, ORDER, {"settled": True}),
    ("ALL-05", rules.still_waiting, ORDER, {"settled": None}),
    ("ALL-06", rules.in_store, ORDER, {"number": 11}),
    ("ALL-06", rules.in_store, ORDER, {"in_store": None}),
    ("ALL-07", rules.has_been, AFTER, {"day": TODAY + timedelta(days=1)}),
    ("ALL-07", rules.has_been, AFTER, {"called_off": True}),
    ("ALL-07", rules.has_been, AFTER, {"called_off": None}),
    ("ALL-08", rules.once_at_a_time, MEMBER, {"since": date(2019, 12, 31)}),
    ("ALL-08", rules.once_at_a_time, MEMBER, {"until": date(2019, 1, 1)}),
    ("ALL-08", rules.once_at_a_time, MEMBER, {"others": ((date(2015, 1, 1), None),)}),
    ("ALL-08", rules.once_at_a_time, MEMBER, {"others": None}),
    ("ALL-09", rules.is_in_our_time, MENTION, {"day": TODAY + timedelta(days=1)}),
    ("ALL-09", rules.is_in_our_time, MENTION, {"day": date(2011, 12, 31)}),
    ("ALL-09", rules.is_in_our_time, MENTION, {"day": None}),
    ("ALL-10", rules.is_about_an_open_action, MENTION, {"action_is_open": False}),
    ("ALL-10", rules.is_about_an_open_action, MENTION, {"action_is_open": None}),
)


@pytest.mark.parametrize(("code", "rule", "known", "wrong"), WRONG)
def test_each_says_no_under_its_own_code(code, rule, known, wrong):
    assert rule.refusal(known, TERMS) is None
    assert rule.refusal(replace(known, **wrong), TERMS).rule == code


def test_every_rule_of_the_room_has_been_seen_to_say_no():
    ours = {value.code for value in vars(rules).values() if isinstance(value, Rule)}

    assert ours == {code for code, *_ in WRONG}


def test_whoever_wrote_it_and_read_an_old_version_hears_both():
    known = replace(LOOK, looked_at_by=1, version=4)

    assert [no.rule for no in refusals(rules.MAY_BE_SHOWN, known, TERMS)] == ["ALL-01", "ALL-02"]


def test_the_campaigns_of_a_year_are_the_eighth_of_march_and_the_sixteen_days():
    womens_day, sixteen = campaigns(2026)

    assert womens_day.days == [date(2026, 3, 8)]
    assert (sixteen.days[0], sixteen.days[-1]) == (date(2026, 11, 25), date(2026, 12, 10))
    assert len(sixteen.days) == 16


def test_each_of_the_five_kinds_has_something_to_do_and_to_bring():
    assert set(KINDS) == {"stand", "open_meeting", "conference", "town_hall", "letter"}
    assert all(kind.tasks and kind.materials and kind.about for kind in KINDS.values())
    assert KINDS["letter"].ready_text.startswith("Til kommunestyret")

"""Which steps may be taken, and when her name may be shown. Rules read facts: no database."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from ressursvenn.pairs import rules
from ressursvenn.pairs.rules import (
    MAY_APPROVE,
    MAY_CORRECT,
    MAY_DECIDE,
    MAY_INTRODUCE,
    MAY_PLAN,
    MAY_SEE_NAME,
    MAY_STEP,
    ApprovalFacts,
    DecisionFacts,
    IntroductionFacts,
    MeetUpFacts,
    PairFacts,
    StepFacts,
)
from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.rules import Rule, refusals
from ressursvenn.programme.states import PairState

TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)
TERMS = Terms(TODAY, Limits())

SHOWN = PairFacts(
    state=PairState.BOTH_SAID_YES,
    decided_by=1,
    approved_by=2,
    she_said_yes=True,
    volunteer_said_yes=True,
    withdrawn=False,
    volunteer_left=False,
    kept_apart=False,
)
DECISION = DecisionFacts(reason="near", was_suggested=False)
APPROVAL = ApprovalFacts(
    decided_by=1, approver=2, same_association=True, national_adviser=False, crisis_centre=False
)
STEP = StepFacts(here=PairState.DECIDED, there=PairState.APPROVED, on=TODAY, before_on=TODAY - DAY)
PLAN = IntroductionFacts(day=TODAY, place_chosen=True, coordinator_present=True)
MEET_UP = MeetUpFacts(
    state=PairState.RUNNING,
    day=TODAY - DAY,
    introduced_on=TODAY - 9 * DAY,
    ended_on=None,
    logged_by=3,
    by=3,
)

ONE_THING_WRONG = [
    ("PAI-01", MAY_SEE_NAME, SHOWN, {"approved_by": None}),
    ("PAI-01", MAY_SEE_NAME, SHOWN, {"approved_by": 1}),
    ("PAI-02", MAY_SEE_NAME, SHOWN, {"she_said_yes": False}),
    ("PAI-02", MAY_SEE_NAME, SHOWN, {"volunteer_said_yes": None}),
    ("PAI-03", MAY_SEE_NAME, SHOWN, {"state": PairState.ENDED}),
    ("PAI-03", MAY_SEE_NAME, SHOWN, {"state": PairState.NOT_TO_BE}),
    ("PAI-04", MAY_SEE_NAME, SHOWN, {"withdrawn": True}),
    ("PAI-05", MAY_SEE_NAME, SHOWN, {"volunteer_left": True}),
    ("PAI-06", MAY_SEE_NAME, SHOWN, {"kept_apart": True}),
    ("PAI-06", MAY_SEE_NAME, SHOWN, {"kept_apart": None}),
    ("PAI-07", MAY_DECIDE, DECISION, {"reason": ""}),
    ("PAI-07", MAY_DECIDE, DECISION, {"reason": "as_suggested"}),
    ("PAI-08", MAY_APPROVE, APPROVAL, {"approver": 1}),
    ("PAI-09", MAY_APPROVE, APPROVAL, {"same_association": False}),
    ("PAI-09", MAY_APPROVE, APPROVAL, {"crisis_centre": True}),
    ("PAI-10", MAY_STEP, STEP, {"there": PairState.RUNNING}),
    ("PAI-10", MAY_STEP, STEP, {"here": PairState.APPROVED}),
    ("PAI-11", MAY_STEP, STEP, {"on": TODAY + DAY}),
    ("PAI-11", MAY_STEP, STEP, {"on": TODAY - 2 * DAY}),
    ("PAI-12", MAY_PLAN, PLAN, {"day": TODAY - DAY}),
    ("PAI-13", MAY_INTRODUCE, PLAN, {"place_chosen": False}),
    ("PAI-14", MAY_INTRODUCE, PLAN, {"coordinator_present": False}),
    ("PAI-15", MAY_CORRECT, MEET_UP, {"state": PairState.BOTH_SAID_YES}),
    ("PAI-16", MAY_CORRECT, MEET_UP, {"day": TODAY + DAY}),
    ("PAI-16", MAY_CORRECT, MEET_UP, {"day": TODAY - 10 * DAY}),
    ("PAI-16", MAY_CORRECT, MEET_UP, {"ended_on": TODAY - 2 * DAY}),
    ("PAI-17", MAY_CORRECT, MEET_UP, {"by": 4}),
]

READY = [
    (MAY_SEE_NAME, SHOWN),
    (rules.MAY_GO_ON, SHOWN),
    (MAY_DECIDE, DECISION),
    (MAY_APPROVE, APPROVAL),
    (MAY_STEP, STEP),
    (MAY_PLAN, PLAN),
    (MAY_INTRODUCE, PLAN),
    (rules.MAY_LOG, MEET_UP),
    (MAY_CORRECT, MEET_UP),
]


def codes(asked, facts):
    return [no.rule for no in refusals(asked, facts, TERMS)]


@pytest.mark.parametrize(("asked", "facts"), READY)
def test_nothing_stands_in_the_way(asked, facts):
    assert codes(asked, facts) == []


@pytest.mark.parametrize(("code", "asked", "facts", "change"), ONE_THING_WRONG)
def test_one_thing_wrong_is_one_refusal(code, asked, facts, change):
    assert codes(asked, replace(facts, **change)) == [code]


def test_every_rule_has_been_seen_to_refuse():
    ours = {value.code for value in vars(rules).values() if isinstance(value, Rule)}

    assert {code for code, *_ in ONE_THING_WRONG} == ours


@pytest.mark.parametrize(("asked", "facts"), READY)
def test_what_is_not_known_is_a_no_to_everything(asked, facts):
    nothing = type(facts)(**{field.name: None for field in fields(facts)})

    assert codes(asked, nothing) == [rule.code for rule in asked]


def test_an_adviser_of_no_association_may_give_the_second_yes():
    adviser = replace(APPROVAL, same_association=False, national_adviser=True)

    assert codes(MAY_APPROVE, adviser) == []


def test_as_suggested_will_do_when_it_was():
    assert codes(MAY_DECIDE, DecisionFacts(reason="as_suggested", was_suggested=True)) == []


def test_a_meet_up_may_be_noted_after_the_end_for_a_day_before_it():
    late = replace(MEET_UP, state=PairState.ENDED, ended_on=TODAY)

    assert codes(rules.MAY_LOG, late) == []

"""What must hold before two may be suggested to each other. No database is opened."""

from dataclasses import fields, replace

import pytest

from ressursvenn.matching.facts import CoupleFacts, shared
from ressursvenn.matching.rules import MAY_MEET, may_meet
from ressursvenn.programme.limits import Limits, Terms

from .town import AMINA, READY, SOLVEIG, TERMS, another, coordinator, couple, waits

NONE: frozenset[str] = frozenset()

ONE_THING_MISSING = [
    ("MAT-01", couple(kept_apart=True)),
    ("MAT-01", couple(kept_apart=None)),
    ("MAT-02", couple(against_conditions=True)),
    ("MAT-02", couple(against_conditions=None)),
    ("MAT-03", couple(volunteer=another("v", languages=frozenset({"en", "uk"})))),
    ("MAT-03", couple(volunteer=another("v", languages=None))),
    ("MAT-03", couple(waits("p", languages=None))),
    ("MAT-03", couple(waits("p", languages=NONE), another("v", languages=NONE))),
    ("MAT-04", couple(volunteer=another("v", times=frozenset({"sunday"})))),
    ("MAT-04", couple(volunteer=another("v", times=None))),
    ("MAT-04", couple(waits("p", times=None))),
    ("MAT-04", couple(waits("p", times=NONE), another("v", times=NONE))),
    ("MAT-05", couple(km=31)),
    ("MAT-05", couple(km=None)),
    ("MAT-06", couple(turned_down=True)),
    ("MAT-06", couple(turned_down=None)),
]


def codes(facts, terms=TERMS):
    return [refusal.rule for refusal in may_meet(facts, terms)]


def test_nothing_stands_between_two_who_are_ready():
    assert codes(READY) == []


@pytest.mark.parametrize(("code", "facts"), ONE_THING_MISSING)
def test_one_thing_missing_is_one_refusal(code, facts):
    assert codes(facts) == [code]


def test_every_rule_has_been_seen_to_refuse():
    assert {code for code, _ in ONE_THING_MISSING} == {rule.code for rule in MAY_MEET}


def test_what_is_not_known_is_a_no_and_all_of_it_is_told_at_once():
    about_two = {"km", "kept_apart", "against_conditions", "turned_down"}
    assert about_two == {field.name for field in fields(CoupleFacts)} - {"participant", "volunteer"}
    nothing_known = couple(
        waits("p", languages=None, times=None),
        another("v", languages=None, times=None),
        **dict.fromkeys(about_two),
    )

    assert codes(nothing_known) == [rule.code for rule in MAY_MEET]


def test_interests_are_never_demanded():
    assert codes(couple(waits("p", interests=NONE), another("v", interests=NONE))) == []


def test_how_far_is_a_number_of_the_programme():
    far = Terms(TERMS.today, Limits(reach_km=60))

    assert (codes(couple(km=30)), codes(couple(km=60)), codes(couple(km=60), far)) == (
        [],
        ["MAT-05"],
        [],
    )


def test_that_they_are_kept_apart_is_told_to_the_vetting_role_alone():
    (refusal,) = may_meet(couple(kept_apart=True), TERMS)

    told = refusal.as_told_to(coordinator)

    assert (told.rule, told.sentence) == ("–", "En grunn du ikke kan se.")
    assert refusal.as_told_to(lambda permission: permission == "see_keep_apart") == refusal


def test_kept_apart_looks_the_same_known_or_not_looked_at_yet():
    assert may_meet(couple(kept_apart=True), TERMS) == may_meet(couple(kept_apart=None), TERMS)


def test_what_two_share_is_nothing_when_one_is_not_known():
    assert shared(None, frozenset({"no"})) == shared(frozenset({"no"}), None) == NONE
    assert READY.shared_languages == {"no", "so"}
    assert READY.shared_interests == {"walking", "coffee"}
    assert READY.shared_times == {"saturday"}


def test_facts_cannot_be_changed_after_they_are_stated():
    with pytest.raises(AttributeError):
        AMINA.months_waited = 600
    assert replace(SOLVEIG, places=2) != SOLVEIG

"""A round told in sentences: what speaks for each suggestion, who else, and why somebody waits."""

import re
from importlib import import_module
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.matching import Couple, Unproven, explain, fit, may_meet, plan
from ressursvenn.matching.rules import MAY_MEET

from .town import AMINA, TERMS, another, coordinator, couple, everything, not_permitted, waits

NONE: frozenset[str] = frozenset()
ENGLISH = frozenset({"en"})


def told(*couples, may=everything, about="amina222", **more):
    return plan(couples, TERMS, may=may, **more).left_out[about]


# Suggestions


def test_a_suggestion_says_what_speaks_for_it():
    (pair,) = plan([couple()], TERMS).pairs

    assert (pair.participant, pair.volunteer) == ("amina222", "solveig2")
    assert pair.sentences == fit.sentences(couple())
    assert pair.alternatives == ()


def test_up_to_three_others_are_named_the_best_fitting_first():
    others = [couple(volunteer=another(f"v{km}"), km=km) for km in (20, 5, 9, 14, 7)]

    (pair,) = plan(others, TERMS).pairs

    assert pair.volunteer == "v5"
    assert [other.volunteer for other in pair.alternatives] == ["v7", "v9", "v14"]
    assert pair.alternatives[0].sentences[-1] == "Områdene deres ligger omtrent 7 km fra hverandre."


def test_an_alternative_may_meet_her_and_has_an_open_place():
    wrong = [
        couple(volunteer=another("v2", places=0)),
        couple(volunteer=another("v3"), kept_apart=True),
        couple(volunteer=another("v4", languages=ENGLISH)),
    ]

    (pair,) = plan([couple(), *wrong], TERMS, may=everything).pairs

    assert pair.alternatives == ()


def test_an_alternative_suggested_to_somebody_else_says_so():
    other = waits("other222")
    couples = [
        couple(km=1),
        couple(volunteer=another("v2"), km=9),
        couple(volunteer=another("v3", places=2), km=9),
        couple(other, another("v2"), km=9),
    ]

    pair = plan(couples, TERMS).pairs[0]

    assert [(one.volunteer, one.suggested_elsewhere) for one in pair.alternatives] == [
        ("v2", True),
        ("v3", False),
    ]


def test_whoever_has_waited_longest_comes_first():
    people = [waits("a", months_waited=1), waits("b", months_waited=7), waits("c", months_waited=4)]
    couples = [couple(who, another(f"v{n}")) for n, who in enumerate(people)]

    assert [pair.participant for pair in plan(couples, TERMS).pairs] == ["b", "c", "a"]


# Left out


def test_nobody_to_suggest():
    assert told(participants=[AMINA]) == ("Det er ingen ressursvenner å foreslå nå.",)


ONE_THING = {
    "MAT-01": ({"kept_apart": True}, {}, "skal holdes fra deltakeren, eller det er ikke avklart"),
    "MAT-02": (
        {"against_conditions": None},
        {},
        "passer ikke med trygghetsvilkårene, eller det er ikke avklart",
    ),
    "MAT-03": ({}, {"languages": ENGLISH}, "har ikke noe kjent språk felles med deltakeren"),
    "MAT-04": ({}, {"times": NONE}, "kan ikke møtes når deltakeren kan, så vidt vi vet"),
    "MAT-05": ({"km": 99}, {}, "er for langt unna, eller avstanden er ikke kjent"),
    "MAT-06": (
        {"turned_down": True},
        {},
        "har sagt nei eller fått nei før, eller det er ikke avklart",
    ),
}


@pytest.mark.parametrize("code", ONE_THING)
def test_one_who_is_stopped_by_one_rule(code):
    about_two, about_volunteer, what = ONE_THING[code]

    (sentence,) = told(couple(volunteer=another("v", **about_volunteer), **about_two))

    assert sentence == f"Én ressursvenn {what}. Ellers står ingen regel i veien."


def test_every_rule_can_be_told():
    assert set(ONE_THING) == set(explain.WAYS_TO_SAY) == {rule.code for rule in MAY_MEET}


def test_they_are_counted_per_rule_and_it_is_said_when_one_thing_is_all():
    couples = [
        couple(volunteer=another("v1", languages=ENGLISH)),
        couple(volunteer=another("v2", languages=ENGLISH), km=40),
        couple(volunteer=another("v3", languages=None), km=40),
        couple(volunteer=another("v4"), km=99),
        couple(volunteer=another("v5", places=0), km=99),
    ]

    assert told(*couples) == (
        "Tre ressursvenner har ikke noe kjent språk felles med deltakeren. "
        "For én av dem står ellers ingen regel i veien.",
        "Fire ressursvenner er for langt unna, eller avstanden er ikke kjent. "
        "For én av dem står ellers ingen regel i veien.",
    )


def test_many_are_counted_in_digits():
    many = [couple(volunteer=another(f"v{n}"), km=99, turned_down=None) for n in range(13)]

    assert told(*many)[0].startswith("13 ressursvenner er for langt unna")
    assert told(*many[1:])[0].startswith("Tolv ressursvenner er for langt unna")


@pytest.mark.parametrize("missing", [{"languages": None}, {"languages": NONE}], ids=str)
def test_what_is_missing_about_the_participant_is_said_instead_of_counted(missing):
    unknown = waits("amina222", times=NONE, **missing)

    assert told(couple(unknown), couple(unknown, another("v2"))) == (
        "Det er ikke kjent hvilke språk deltakeren snakker.",
        "Det er ikke kjent når deltakeren kan møtes.",
    )


def test_places_ran_out_and_the_others_had_waited_longer():
    longer, shorter = waits("longer22", months_waited=5), AMINA

    assert told(couple(longer), couple(shorter)) == (
        "Én ressursvenn kan møte deltakeren, men er foreslått til noen som har ventet lenger.",
    )


def test_places_ran_out_and_somebody_had_waited_as_long():
    people = [waits("a"), waits("b", months_waited=9), AMINA]
    couples = [couple(who, another(v)) for who, v in product(people, ["v1", "v2"])]

    assert told(*couples) == (
        "To ressursvenner kan møte deltakeren, "
        "men er foreslått til noen som har ventet minst like lenge.",
    )


def test_a_volunteer_without_a_place_is_not_suggested_and_that_is_said():
    assert told(couple(volunteer=another("v", places=0))) == (
        "Én ressursvenn kunne vært foreslått, men har ikke plass nå.",
    )


# Who may know


def test_the_coordinator_reads_that_there_is_a_reason_not_which():
    couples = [
        couple(volunteer=another("v1"), kept_apart=True),
        couple(volunteer=another("v2"), kept_apart=None, km=99),
    ]

    assert told(*couples, may=coordinator) == (
        "Én ressursvenn er for langt unna, eller avstanden er ikke kjent.",
        "To ressursvenner kan ikke foreslås av en grunn du ikke kan se.",
    )


def test_who_may_know_nothing_reads_one_count_however_many_reasons():
    couples = [
        couple(volunteer=another("v1"), kept_apart=True, against_conditions=True, km=99),
        couple(volunteer=another("v2"), turned_down=True),
    ]

    assert told(*couples, may=not_permitted) == (
        "To ressursvenner kan ikke foreslås av en grunn du ikke kan se.",
    )


def test_unless_the_caller_says_who_reads_nobody_may_know():
    assert plan([couple(kept_apart=True)], TERMS).left_out == {
        "amina222": ("Én ressursvenn kan ikke foreslås av en grunn du ikke kan se.",)
    }


# The whole round


def test_a_couple_stated_twice_is_refused_even_when_one_of_them_may_not_meet():
    with pytest.raises(ValueError, match=r"^the couple amina222, solveig2 was stated twice$"):
        plan([couple(kept_apart=True), couple()], TERMS)


def test_a_person_described_in_two_ways_is_refused():
    with pytest.raises(ValueError, match=r"^the volunteer solveig2 is described in two ways$"):
        plan([couple(), couple(waits("p"), another("solveig2", places=2))], TERMS)
    with pytest.raises(ValueError, match=r"^the participant amina222 is described in two ways$"):
        plan([couple()], TERMS, participants=[waits("amina222", months_waited=9)])


def test_a_refused_couple_that_slips_into_the_plan_is_found_out(monkeypatch):
    there = import_module("ressursvenn.matching.desk")
    slipped = Couple(participant="amina222", volunteer="solveig2", fit=1)
    monkeypatch.setattr(there._There, "couples", lambda self: [slipped])

    with pytest.raises(Unproven, match="refused couple"):
        plan([couple(kept_apart=True)], TERMS)


maybe = st.sampled_from([False, False, True, None])
towns = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, 3),
        st.builds(dict, kept_apart=maybe, turned_down=maybe, km=st.sampled_from([0, 12, 40, None])),
    ),
    max_size=20,
    unique_by=lambda row: row[:2],
)


@settings(max_examples=100, deadline=None)
@given(towns)
def test_no_refused_couple_is_suggested_and_nobody_is_left_without_a_sentence(town):
    couples = [
        couple(waits(f"p{p}", months_waited=p), another(f"v{v}", places=v), **change)
        for p, v, change in town
    ]
    allowed = {
        (one.participant.reference, one.volunteer.reference)
        for one in couples
        if not may_meet(one, TERMS)
    }

    found = plan(couples, TERMS)

    assert {(pair.participant, pair.volunteer) for pair in found.pairs} <= allowed
    assert {pair.participant for pair in found.pairs} | set(found.left_out) == {
        one.participant.reference for one in couples
    }
    assert all(found.left_out.values())
    assert found == plan(reversed(couples), TERMS)


def test_no_sentence_carries_a_score_or_calls_the_participant_she():
    couples = [couple(waits(f"p{n}"), another(f"v{n % 2}"), km=20 * n) for n in range(4)]
    found = plan(couples, TERMS, may=everything)
    said = [*sum(found.left_out.values(), ()), *sum((pair.sentences for pair in found.pairs), ())]

    assert len(said) > 6
    assert not re.search(r"poeng|prosent|%|\bhun\b|\bhenne\b", " ".join(said))

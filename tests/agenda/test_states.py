"""How a demand stands is read off what has happened: whatever order it was noted in, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.agenda import words
from ressursvenn.agenda.states import RAISED, Happened, standing

DAY = date(2026, 1, 1)


def facts(*kinds):
    """One a day; a promise that is kept or broken is the last one made, or the one that is named: kept:1."""
    rows, promises = [], []
    for number, kind in enumerate(kinds, 1):
        name, _, which = kind.partition(":")
        of = (int(which) if which else promises[-1]) if name in words.OF_A_PROMISE else None
        promises += [number] if name == words.PROMISE else []
        rows.append(Happened(DAY + timedelta(number), number, name, of))
    return rows


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), "raised"),
        (("contact",), "taken_up"),
        (("contact", "answer"), "answered"),
        (("contact", "answer", "contact"), "taken_up"),
        (("promise",), "promised"),
        (("promise", "contact"), "promised"),
        (("promise", "refused"), "refused"),
        (("promise", "kept"), "kept"),
        (("promise", "broken"), "broken"),
        (("promise", "broken", "contact"), "taken_up"),
        (("promise", "promise", "kept:1"), "promised"),
        (("promise", "promise", "kept:1", "kept:2"), "kept"),
        (("promise", "promise", "broken:1"), "broken"),
        (("promise", "promise", "broken:1", "contact"), "promised"),
        (("promise", "met"), "met"),
        (("met", "contact"), "met"),
        (("withdrawn", "promise"), "withdrawn"),
    ],
)
def test_what_has_happened_makes_the_state(kinds, state):
    assert standing(facts(*kinds)).state == state


def test_since_is_the_day_of_the_fact_that_made_it_so():
    assert standing(facts("contact", "promise")).since == DAY + timedelta(2)
    assert standing([]) == RAISED
    assert standing(facts("promise", "met", "contact")).since == DAY + timedelta(2)


def test_every_state_has_a_word_and_is_reached():
    reached = {
        standing(facts(*kinds)).state
        for kinds in (
            (), ("contact",), ("answer",), ("promise",), ("promise", "kept"), ("promise", "broken"),
            ("refused",), ("met",), ("withdrawn",),
        )
    }  # fmt: skip

    assert reached == set(words.STATES)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["contact", "answer", "promise", "refused"]), max_size=6), st.randoms()
)
def test_the_order_it_was_noted_in_changes_nothing(kinds, dice):
    listed = facts(*kinds)
    mixed = list(listed)
    dice.shuffle(mixed)

    assert standing(mixed) == standing(listed)

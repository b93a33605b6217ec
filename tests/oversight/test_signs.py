"""What is odd, asked of a log made by hand: each sign is there when it should be, and not otherwise."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import ressursvenn
from ressursvenn.oversight.signs import GLASS, IN_PASSING, KINDS, REFUSED, TAKEN, Entry, signs
from ressursvenn.programme.limits import Limits

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2026, 11, 10, 12, 0, tzinfo=OSLO)
KARI, KAJA = 1, 2
OUTSIDE = "outside:rang:participant_page"
numbers = count(1)


def look(
    at=NOON, by=KARI, hers="amina", purpose="participant_page", more=(), did="protection.opened"
):
    about = frozenset({hers, *more})
    return Entry(next(numbers), at, by, did, purpose, about, frozenset({hers}))


def act(at=NOON, by=KARI, about="amina", did="participants.card_corrected"):
    return Entry(next(numbers), at, by, did, "", frozenset({about}), frozenset({about}))


def kinds(*entries):
    return [sign.kind for sign in signs(entries, Limits())]


def later(**much):
    return NOON + timedelta(**much)


def test_an_ordinary_day_has_no_signs():
    assert kinds(look(), look(later(minutes=5), hers="linerle"), act(later(minutes=9))) == []


def test_there_is_a_word_for_every_kind():
    assert set(KINDS) == {"night", "many", "again", "outside", "refused", "break_glass"}


# --- outside one's own caseload -------------------------------------------------------------------


def test_a_colleagues_participant_looked_at_for_nothing():
    (sign,) = signs([look(purpose=OUTSIDE), look(later(minutes=2), purpose=OUTSIDE)], Limits())

    assert (sign.kind, sign.by, sign.reference, sign.times) == ("outside", KARI, "amina", 2)
    assert (sign.day, sign.first, sign.last) == (NOON.date(), NOON, later(minutes=2))


@pytest.mark.parametrize(
    ("after", "by", "about", "odd"),
    [
        (timedelta(minutes=4), KARI, "amina", False),
        (timedelta(days=1), KARI, "amina", False),
        (timedelta(minutes=4), KARI, "thepair", False),  # opened with her on the page of the pair
        (timedelta(days=2), KARI, "amina", True),
        (timedelta(minutes=4), KAJA, "amina", True),
        (timedelta(minutes=4), KARI, "linerle", True),
    ],
)
def test_it_is_in_order_when_she_did_something_for_her(after, by, about, odd):
    entries = [look(purpose=OUTSIDE, more=["thepair"]), act(NOON + after, by, about)]

    assert kinds(*entries) == (["outside"] if odd else [])


def test_what_was_done_before_the_look_does_not_count():
    assert kinds(act(), look(later(minutes=1), purpose=OUTSIDE)) == ["outside"]


def test_neither_does_the_reason_itself():
    said = act(later(minutes=1), did="participants.reason_given")

    assert kinds(look(purpose=OUTSIDE), said) == ["outside"]


def test_whoever_takes_over_a_colleagues_participant_is_always_asked_about():
    taken = look(did=TAKEN, purpose="outside:cover")

    assert kinds(taken, act(later(minutes=3))) == ["outside"]
    assert kinds(look(did=TAKEN, purpose="")) == []


def test_a_sealed_record_of_a_colleagues_is_outside_too():
    assert kinds(look(purpose=f"unsealed:{OUTSIDE}")) == ["outside"]


# --- at night -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clock", "odd"),
    [
        ("21:59", False),
        ("22:00", True),
        ("23:59", True),
        ("00:00", True),
        ("05:59", True),
        ("06:00", False),
    ],
)
def test_from_ten_to_six_in_oslo(clock, odd):
    hour, minute = map(int, clock.split(":"))
    at = NOON.replace(hour=hour, minute=minute)

    assert kinds(look(at)) == (["night"] if odd else [])


def test_both_sides_of_midnight_are_one_night():
    late, early = NOON.replace(hour=23), NOON.replace(hour=1) + timedelta(days=1)
    (sign,) = signs([look(late), look(early, hers="linerle")], Limits())

    assert (sign.day, sign.references) == (NOON.date(), {"amina", "linerle"})


@pytest.mark.parametrize("purpose", sorted(IN_PASSING))
def test_lists_are_no_looks(purpose):
    assert kinds(look(NOON.replace(hour=3), purpose=purpose)) == []


# --- many, and again ------------------------------------------------------------------------------


def looks(number, minutes):
    """So many participants, so many minutes apart."""
    return [look(later(minutes=minutes * n), hers=f"ref{n:05d}") for n in range(number)]


@pytest.mark.parametrize(
    ("number", "minutes", "odd"), [(9, 1, False), (10, 1, True), (10, 6, True), (10, 7, False)]
)
def test_ten_different_ones_within_sixty_minutes(number, minutes, odd):
    assert kinds(*looks(number, minutes)) == (["many"] if odd else [])


def test_the_same_one_ten_times_is_not_many():
    assert kinds(*(look(later(minutes=n)) for n in range(12))) == []


def test_the_order_is_that_of_the_clock_whatever_was_written_first():
    today, *before = (
        look(later(days=9)),
        *(look(later(hours=n), hers=f"ref{n:05d}") for n in range(10)),
    )

    assert kinds(today, *before) == []


def test_two_people_are_not_one():
    six = looks(6, 1)
    others = [look(one.at, KAJA, next(iter(one.hers))) for one in looks(6, 1)]

    assert kinds(*six, *others) == []


def again(*days):
    """A colleague's, on these days, each time with something done."""
    for day in days:
        yield look(later(days=day), purpose=OUTSIDE)
        yield act(later(days=day, minutes=5))


@pytest.mark.parametrize(
    ("days", "odd"),
    [
        ((0, 1), False),
        ((0, 1, 2), True),
        ((0, 7, 13), True),
        ((0, 7, 14), False),
        ((0, 0, 0), False),
    ],
)
def test_on_three_days_of_fourteen(days, odd):
    assert kinds(*again(*days)) == (["again"] if odd else [])


def test_ones_own_may_be_looked_at_every_day():
    assert kinds(*(look(later(days=n)) for n in range(12))) == []


def test_again_keeps_its_key_when_there_is_more_of_it():
    days = list(again(0, 1, 2, 3))
    (before,), (after,) = signs(days[:6], Limits()), signs(days, Limits())

    assert before.key == after.key
    assert before.newest < after.newest


# --- what is odd by itself ------------------------------------------------------------------------


def test_being_stopped_is_a_sign_and_needs_no_reference():
    stopped = Entry(next(numbers), NOON, KARI, REFUSED)
    (sign,) = signs([stopped, Entry(next(numbers), later(minutes=1), KARI, REFUSED)], Limits())

    assert (sign.kind, sign.reference, sign.times) == ("refused", "", 2)


def test_a_break_glass_is_one_sign_and_no_other():
    at = NOON.replace(hour=3)
    used = Entry(next(numbers), at, KARI, GLASS, "break_glass:danger", frozenset({"amina"}))

    assert kinds(used, look(at, purpose="break_glass:danger:page")) == ["break_glass"]


# --- nothing is forgotten -------------------------------------------------------------------------

ALONE = {  # purposes of pages about one person, which are looks when the person takes part
    "participant_page", "contact_form", "card_form", "wishes_form", "pair_page", "tell_her",
    "tell_volunteer", "introduction", "disclosure", "hand_over", "ask", "page", "card",
    "card_correction", "volunteer_page", "volunteer_contact", "message_form", "erasing",
    "certificate", "notes", "referee_contact", "service_paper", "signed_paper", "statement",
}  # fmt: skip
BY_THE_HOUSE = {"account", "pair"}  # acts that nobody did


def test_every_purpose_in_the_house_is_sorted():
    """A new one is a look until somebody says that it is not."""
    code = "".join(path.read_text() for path in Path(ressursvenn.__file__).parent.rglob("*.py"))
    named = set(re.findall(r'purpose(?:: str)? ?= ?"([a-z_]+)"', code))
    named |= set(re.findall(r'^PURPOSE = "([a-z_]+)"', code, re.MULTILINE))

    assert len(named) > 10
    assert named - IN_PASSING - ALONE - BY_THE_HOUSE == set()
    assert not IN_PASSING & ALONE

"""What speaks for a couple, in sentences; the points are for the plan alone."""

import re
from datetime import date

import pytest

from ressursvenn.matching import fit
from ressursvenn.matching.facts import whole_months
from ressursvenn.matching.table import FIT_AT_MOST
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES

from .town import READY, another, couple, waits

NONE: frozenset[str] = frozenset()


def test_every_reason_has_its_sentence():
    assert fit.sentences(READY) == (
        "Begge snakker norsk og somali.",
        "Felles interesser: kaffe og gå tur.",
        "Begge kan møtes lørdag.",
        "Områdene deres ligger omtrent 12 km fra hverandre.",
    )


def test_the_same_area_is_said_so():
    assert fit.sentences(couple(km=0))[-1] == "De vil møtes i samme område."


def test_what_they_do_not_share_is_passed_over_in_silence():
    strangers = couple(volunteer=another("v", interests=NONE), km=None)

    assert fit.sentences(strangers) == (
        "Begge snakker norsk og somali.",
        "Begge kan møtes lørdag.",
    )


def test_a_code_without_a_word_is_neither_told_nor_counted():
    both = {"languages": frozenset({"no", "xx"})}
    odd = couple(waits("p", **both), another("v", **both))

    assert fit.sentences(odd)[0] == "Begge snakker norsk."
    assert fit.points(odd) == fit.points(READY) - fit.PER_LANGUAGE


@pytest.mark.parametrize(
    "better",
    [
        couple(km=11),
        couple(waits("p", languages=frozenset({"so", "no", "en"}))),
        couple(waits("p", interests=frozenset({"walking", "coffee", "film"}))),
        couple(volunteer=another("v", times=frozenset({"saturday", "weekday_evening"}))),
    ],
)
def test_each_thing_more_in_common_weighs_more(better):
    assert fit.points(better) > fit.points(READY)


def test_no_couple_has_more_points_than_a_plan_can_hold():
    all_of_it = {
        "languages": frozenset(LANGUAGES),
        "interests": frozenset(INTERESTS),
        "times": frozenset(TIMES),
    }

    assert (
        0
        < fit.points(couple(waits("p", **all_of_it), another("v", **all_of_it), km=0))
        <= FIT_AT_MOST
    )


def test_far_away_never_counts_below_nothing():
    assert fit.points(couple(km=51)) == fit.points(couple(km=500)) == fit.points(couple(km=None))


def test_no_sentence_carries_a_score():
    assert not re.search(r"poeng|prosent|%|score", " ".join(fit.sentences(READY)))


@pytest.mark.parametrize(
    ("since", "months"),
    [
        (None, 0),
        (date(2027, 3, 2), 0),
        (date(2027, 3, 1), 0),
        (date(2027, 2, 2), 0),
        (date(2027, 2, 1), 1),
        (date(2026, 3, 1), 12),
        (date(2026, 3, 2), 11),
        (date(1900, 1, 1), 600),
    ],
)
def test_only_whole_months_count_as_waited(since, months):
    assert whole_months(since, date(2027, 3, 1)) == months

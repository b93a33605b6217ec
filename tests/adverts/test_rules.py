"""What an advert may name: each rule has been seen to say no, and two adverts are read as one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ressursvenn.adverts.rules import FEWEST, MAY_BE_SAID, AdvertFacts, may_be_said
from ressursvenn.adverts.words import STANDING
from ressursvenn.programme.limits import in_force

TERMS = in_force(date(2026, 6, 1))
LIST = sorted(STANDING)
FIVE, OTHER_FIVE = frozenset(LIST[:5]), frozenset(LIST[5:10])


def facts(**more):
    known = {
        "heading": "walk", "languages": frozenset(), "towns": frozenset(), "districts": frozenset(),
        "times": frozenset(), "named_before": (),
    }  # fmt: skip
    return AdvertFacts(**{**known, **more})


def codes(**more):
    return {no.rule for no in may_be_said(facts(**more), TERMS)}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"languages": FIVE},
        {"languages": frozenset(LIST)},
        {"towns": frozenset({"a", "b"}), "times": frozenset({"saturday"})},
        {"languages": FIVE, "named_before": (FIVE, FIVE)},
        {"languages": OTHER_FIVE, "named_before": (FIVE,)},
        {"languages": frozenset(LIST), "named_before": (FIVE,)},
        {"languages": FIVE, "heading": "languages"},
    ],
)
def test_nothing_is_in_the_way_of(more):
    assert codes(**more) == set()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"languages": frozenset({"ti"})}, {"ADV-01", "ADV-06"}),
        ({"languages": frozenset(LIST[:4])}, {"ADV-01", "ADV-06"}),
        ({"languages": frozenset({"no", *LIST[:4]})}, {"ADV-02"}),
        ({"languages": frozenset({"en", *LIST})}, {"ADV-02"}),
        ({"languages": FIVE, "towns": frozenset({"a"})}, {"ADV-03"}),
        ({"languages": FIVE, "times": frozenset({"sunday"})}, {"ADV-04"}),
        ({"towns": frozenset({"a"}), "districts": frozenset({"a"})}, {"ADV-05"}),
        ({"languages": frozenset(LIST[:6]), "named_before": (FIVE,)}, {"ADV-06"}),
        ({"languages": FIVE, "named_before": (frozenset(LIST[:6]),)}, {"ADV-06"}),
        ({"languages": frozenset(LIST[4:9]), "named_before": (FIVE,)}, {"ADV-06"}),
        ({"heading": "languages", "towns": frozenset({"a"})}, {"ADV-07"}),
        ({"heading": "languages"}, {"ADV-07"}),
    ],
)
def test_each_rule_says_no(more, told):
    assert codes(**more) == told


def test_every_rule_has_been_seen_to_refuse():
    seen = {"ADV-01", "ADV-02", "ADV-03", "ADV-04", "ADV-05", "ADV-06", "ADV-07"}

    assert {rule.code for rule in MAY_BE_SAID} == seen


@pytest.mark.parametrize(
    "field", ["heading", "languages", "towns", "districts", "times", "named_before"]
)
def test_not_known_is_a_no(field):
    known = {"languages": FIVE, "named_before": (FIVE,)}

    assert codes(**{**known, field: None}) != set()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sets(st.sampled_from(LIST)), max_size=8))
def test_whoever_reads_every_advert_tells_no_fewer_than_five_apart(wanted):
    """Whatever is asked for, in whatever order: of what was let through no crowd is smaller than five."""
    through: list[frozenset[str]] = []
    for languages in map(frozenset, wanted):
        if not codes(languages=languages, named_before=tuple(through)):
            through.append(languages)

    told_apart: dict[tuple[bool, ...], set[str]] = {}
    for code in LIST:
        told_apart.setdefault(tuple(code in one for one in through), set()).add(code)
    crowds = [crowd for named, crowd in told_apart.items() if any(named)]
    assert [crowd for crowd in crowds if len(crowd) < FEWEST] == []

"""What a text may not hold: each rule is seen to say no, and to say yes to what is ordinary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ressursvenn.door import facts, places, rules, texts
from ressursvenn.door.models import Version
from ressursvenn.programme.limits import in_force

TERMS = in_force(date(2026, 11, 30))
GOOD = rules.VersionFacts(numbers=(), strange_links=(), translation=False, read_by_a_speaker=False)
MISSING = (
    ("DOO-01", {"numbers": ("116 006",)}),
    ("DOO-01", {"numbers": None}),
    ("DOO-02", {"strange_links": ("http://eksempel.no",)}),
    ("DOO-02", {"strange_links": None}),
    ("DOO-03", {"translation": True}),
    ("DOO-03", {"translation": None, "read_by_a_speaker": None}),
)


def noes(facts_of_it: rules.VersionFacts) -> list[str]:
    return [no.rule for no in rules.may_be_published(facts_of_it, TERMS)]


def test_nothing_stands_in_the_way_of_an_ordinary_text():
    assert noes(GOOD) == []
    assert noes(replace(GOOD, translation=True, read_by_a_speaker=True)) == []


@pytest.mark.parametrize(("code", "missing"), MISSING)
def test_each_rule_says_no(code, missing):
    assert noes(replace(GOOD, **missing)) == [code]


def test_every_rule_has_been_seen_to_say_no():
    assert {code for code, _ in MISSING} == {rule.code for rule in rules.MAY_BE_PUBLISHED}


def told(body: str) -> rules.VersionFacts:
    return facts.of(Version(place="near", language="nb", title="t", lead="l", body=body))


@pytest.mark.parametrize(
    "number",
    [
        "112", "116 006", "116006", "116 117", "22 40 00 40", "22400040", "815 33 300", "02800",
        "+47 22 40 00 40", "004722400040", "22\u00a040\u00a000\u00a040", "22.40.00.40",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["Ring {}.", "({})", "{}", "[ring](/x/) {}, nå"])
def test_a_telephone_number_is_seen_however_it_is_written(number, around):
    assert told(around.format(number)).numbers != ()


@pytest.mark.parametrize(
    "ordinary",
    [
        "I 2012 og 2017.",
        "25. november 2026",
        "25.11.2026",
        "380 000 knapper",
        "WCAG 2.2",
        "24/7",
        "1 av 4",
    ],
)
def test_a_year_a_day_and_an_amount_are_no_telephone_numbers(ordinary):
    assert told(ordinary).numbers == ()


@pytest.mark.parametrize(
    ("link", "strange"),
    [
        ("/hjelp/", False), ("#topp", False), ("https://eksempel.no/x", False),
        ("//eksempel.no", True), ("http://eksempel.no", True), ("mailto:a@example.org", True),
        ("eksempel", True), ("ftp://eksempel.no", True),
    ],
)  # fmt: skip
def test_a_link_goes_here_or_to_https(link, strange):
    assert told(f"[ord]({link})").strange_links == ((link,) if strange else ())


OURS = [
    (place.code, language)
    for place in places.PLACES.values()
    for language in place.languages
    if texts.of_the_house(place.code, language)
]


@pytest.mark.parametrize(("place", "language"), OURS)
def test_the_houses_own_words_keep_the_rules(place, language):
    ours = texts.of_the_house(place, language)
    row = Version(place=place, language=language, title=ours.title, lead=ours.lead, body=ours.body)

    assert noes(facts.of(row)) == []
    row.full_clean(exclude=["number", "written_at", "written_by", "reference"], validate_unique=False,
                   validate_constraints=False)  # fmt: skip


def test_every_page_has_words_in_bokmaal_from_the_first_day():
    assert {place for place, language in OURS if language == "nb"} == set(places.PLACES)

"""The texts: whole in both languages, in force from their day, and what changed between two."""

import string
from datetime import date, timedelta

import pytest

from ressursvenn.agreements import texts, words
from ressursvenn.agreements.wording.paragraph import Paragraph, Text
from ressursvenn.programme.limits import Limits

NUMBERS = {name: getattr(Limits(), name) for name in texts.NUMBERS}
EACH = pytest.mark.parametrize("text", texts.TEXTS, ids=lambda text: f"{text.kind} {text.version}")


def test_every_kind_has_a_text():
    assert {text.kind for text in texts.TEXTS} == set(words.KINDS)


@EACH
def test_each_paragraph_is_there_once_and_in_both_languages(text):
    keys = [paragraph.key for paragraph in text.paragraphs]

    assert len(keys) == len(set(keys)) >= 5
    for paragraph in text.paragraphs:
        assert all(paragraph.nb + paragraph.nn)
        numbers = [
            {field for _, field, _, _ in string.Formatter().parse(body) if field}
            for _, body in (paragraph.nb, paragraph.nn)
        ]
        assert numbers[0] == numbers[1] <= set(NUMBERS)


@EACH
def test_nobody_has_confirmed_any_of_them_and_none_says_so(text):
    """Whoever confirms one writes a name and a day beside it, and changes this."""
    assert not text.confirmed


@pytest.mark.parametrize("kind", words.KINDS)
def test_a_version_counts_from_its_day_until_the_next(kind):
    first, *_, last = texts.versions(kind)

    assert texts.in_force(kind, date(2020, 1, 1)) == first
    assert texts.in_force(kind, last.begins - timedelta(days=1)) != last
    assert texts.in_force(kind, last.begins) == last
    assert texts.known(kind, last.version) == last
    assert texts.known(kind, "1999-01") is None


def test_the_numbers_are_those_of_the_programme():
    told = texts.said(texts.versions("agreement")[-1], "nb", NUMBERS)

    assert "i 12 måneder fra dagen" in told[1].body
    assert "2 til 4 ganger i måneden" in told[1].body


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_duty_to_avert_goes_before_confidentiality_in_two_sentences(language):
    told = texts.said(texts.in_force("declaration", date(2027, 1, 1)), language, NUMBERS)
    (averting,) = [each for each in told if "§ 196" in each.body]

    assert "112" in averting.body
    assert averting.body.count(". ") == 1
    assert averting.heading.startswith("Plikt")


def one(key, said):
    return Paragraph(key, (key, said), (key, said))


def test_what_changed_is_told_paragraph_by_paragraph():
    old = Text(kind="x", version="1", begins=date(2026, 1, 1),
               paragraphs=(one("a", "lik"), one("b", "før"), one("c", "borte")))  # fmt: skip
    new = Text(kind="x", version="2", begins=date(2026, 2, 1),
               paragraphs=(one("a", "lik"), one("d", "ny"), one("b", "etter")))  # fmt: skip

    found = texts.changed(old, new, "nb", {})

    assert [(change.what, (change.now or change.was).body) for change in found] == [
        ("lik", "lik"), ("ny", "ny"), ("endret", "etter"), ("tatt ut", "borte"),
    ]  # fmt: skip

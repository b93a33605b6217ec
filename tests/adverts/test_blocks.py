"""The blocks make one honest text, in bokmål and nynorsk, and it names nothing that was not chosen."""

import re
from dataclasses import fields, replace

import pytest

from ressursvenn.adverts import blocks, words
from ressursvenn.programme.limits import Limits

LIMITS = Limits()
OF_PEOPLE = ("offer", "kvinnen", "risiko", "§", "saksbehandler")


def choice(**more):
    known = {
        "language": "nb", "heading": "walk", "who": "Moss lokalforening", "doing": list(words.DOING),
        "getting": list(words.GETTING),
    }  # fmt: skip
    return blocks.Choice(**{**known, **more})


def told(**more):
    return blocks.compose(choice(**more), LIMITS)


def everything_in(told) -> str:
    return "\n".join(
        [told["title"], told["who"], told["summary"], told["place"], blocks.as_text(told)]
    )


@pytest.mark.parametrize(
    ("language", "honest", "why"),
    [
        ("nb", "Dette kan være tungt", "Hvorfor politiattest?"),
        ("nn", "Dette kan vere tungt", "Kvifor politiattest?"),
    ],
)
def test_it_is_honest_about_the_hard_parts_and_says_why_a_certificate_is_asked_for(
    language, honest, why
):
    text = blocks.as_text(told(language=language))

    assert honest in text
    assert why in text
    assert "25 år" in text
    assert "12 tim" in text
    assert "2–4" in text
    assert "3 dag" in text


def test_the_numbers_are_those_of_the_programme():
    limits = Limits(age_at_least=30, commitment_months=9, course_hours=16, answer_applicant_days=5)
    text = blocks.as_text(blocks.compose(choice(), limits))

    assert all(
        said in text for said in ("minst 30 år", "minst 9 måneder", "16 timer", "innen 5 dager")
    )


def test_where_no_certificate_is_asked_for_nothing_is_said_of_one():
    limits = replace(LIMITS, certificate_required=False)

    assert "attest" not in blocks.as_text(blocks.compose(choice(getting=[]), limits))


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("more", [{}, {"languages": list(words.STANDING)}, {"towns": ["Moss"]}])
def test_no_word_that_belongs_on_no_screen_and_no_law_that_nobody_has_confirmed(language, more):
    text = everything_in(told(language=language, **more)).lower()

    assert [word for word in OF_PEOPLE if word in text] == []
    assert not re.search(r"[{}]", text)


def test_with_languages_it_says_neither_which_association_nor_where_nor_when():
    """A name is a town: what was chosen beside is left out of the text whatever the rules say."""
    text = everything_in(told(languages=["so", "ti"], towns=["Moss"], times=["sunday"]))

    assert "Moss" not in text
    assert "søndag" not in text
    assert "Flere steder i landet" in text
    assert words.NATIONAL in text


def test_without_languages_it_names_none():
    text = everything_in(told(towns=["Moss"], times=["saturday"])).lower()

    assert [word for word in words.STANDING.values() if re.search(rf"\b{word}\b", text)] == []
    assert "norsk" not in text.replace("norske kvinners", "")
    assert "moss" in text
    assert "lørdag" in text


def test_nynorsk_says_all_that_bokmaal_says_and_is_another_text():
    for more in ({}, {"languages": list(words.STANDING)}, {"times": ["saturday"]}):
        nb, nn = told(**more), told(language="nn", **more)
        assert [len(s["points"]) for s in nb["sections"]] == [
            len(s["points"]) for s in nn["sections"]
        ]
        assert [len(s["after"]) for s in nb["sections"]] == [
            len(s["after"]) for s in nn["sections"]
        ]
        assert not re.search(r"\b(ikke|hva|hvem|du gjør|noen|fra)\b", blocks.as_text(nn).lower())


def test_every_word_to_choose_is_there_in_both():
    lists = (words.HEADINGS, words.DOING, words.GETTING, words.TIMES)

    assert all(set(both) == {"nb", "nn"} for of in lists for both in of.values())
    assert len(words.STANDING) >= 10


def test_another_text_has_another_print():
    assert len({blocks.print_of(told(language=language)) for language in ("nb", "nn", "nb")}) == 2
    assert {field.name for field in fields(blocks.Choice)} >= {"languages", "towns", "times"}

"""A day and a time as they are typed here; and a list to be ticked."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.shapes.fields import Clock, Day, Several


@pytest.mark.parametrize("typed", ["2026-11-03", "3.11.2026", "03.11.2026", "3.11.26"])
def test_a_day_may_be_typed_the_norwegian_way(typed):
    assert Day("Dag").clean(typed) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv dagen."),
        ("11/3/2026", "Skriv dagen som dag.måned.år, for eksempel 3.11.2026."),
    ],
)
def test_what_is_no_day_is_said_in_a_sentence(typed, said):
    with pytest.raises(ValidationError, match=said):
        Day("Dag").clean(typed)


@pytest.mark.parametrize("typed", ["17:30", "17.30", "17:30:00"])
def test_a_time_may_be_typed_with_a_point(typed):
    assert Clock("Fra").clean(typed) == time(17, 30)


def test_the_hour_alone_is_the_whole_hour():
    assert Clock("Fra").clean("18") == time(18)


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Skriv klokkeslettet."), ("kveld", "som timer og minutter")]
)
def test_what_is_no_time_is_said_in_a_sentence(typed, said):
    with pytest.raises(ValidationError, match=said):
        Clock("Fra").clean(typed)


def test_none_of_a_list_will_do_unless_one_is_needed():
    words = {"nb": "norsk", "so": "somali"}

    assert Several("Språk", words).clean([]) == []
    assert Several("Språk", words, needed="Velg minst ett.").clean(["so"]) == ["so"]
    with pytest.raises(ValidationError, match=r"Velg minst ett\."):
        Several("Språk", words, needed="Velg minst ett.").clean([])
    with pytest.raises(ValidationError):
        Several("Språk", words).clean(["fr"])

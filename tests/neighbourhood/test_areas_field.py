"""Names of areas, one on each line, as several rooms ask for them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.neighbourhood import areas
from ressursvenn.neighbourhood.forms import AreaField, Areas

OSLO, MOSS = areas.named("Oslo").code, areas.named("Moss").code


def said(field: AreaField | Areas, text: str) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        field.clean(text)
    return refused.value.messages


def test_codes_come_out_each_once_and_empty_lines_are_nothing():
    assert Areas("Områder").clean(" Moss \n\nOslo\nMoss\n") == [MOSS, OSLO]
    assert Areas("Områder").clean("") == []


def test_what_was_chosen_is_shown_as_names():
    field = Areas("Områder")

    assert field.clean(field.prepare_value([OSLO, MOSS, "no-gone"])) == [OSLO, MOSS]
    assert field.prepare_value("Mos") == "Mos"


def test_every_line_that_is_not_known_is_asked_about_by_its_number():
    first, second = said(Areas("Områder"), "Ingenstad\nOslo\nIngensteds")

    assert first.startswith("Linje 1: vi kjenner ikke stedet. Skriv byen eller bydelen, og gjerne")
    assert second.startswith("Linje 3: ")


def test_a_name_that_fits_several_is_asked_about():
    (asked,) = said(Areas("Områder"), "Sandvika")

    assert asked.startswith("Linje 1: Mener du ")


def test_a_page_may_ask_for_a_town_in_its_own_words():
    (asked,) = said(Areas("Byer", what="navnet på byen"), "Ingenstad")

    assert "Skriv navnet på byen, og gjerne fylket" in asked


def test_one_area_comes_out_as_its_code_and_is_shown_as_its_name():
    field = AreaField()

    assert field.clean("Moss") == field.clean(MOSS) == MOSS
    assert field.clean(field.prepare_value(MOSS)) == MOSS
    assert field.prepare_value("Mos") == "Mos"


def test_one_area_that_fits_several_or_none_is_asked_about():
    assert said(AreaField(), "Sandvika")[0].startswith("Mener du ")
    assert said(AreaField(), "Ingenstad")[0].endswith("Skriv nærmeste tettsted.")

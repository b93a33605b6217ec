"""A change is made, or whoever asked is told why not: beside a field, above them, or above the page."""

from __future__ import annotations

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from ressursvenn.programme.rules import Refusal
from ressursvenn.shapes.refusing import or_why_not
from ressursvenn.shapes.told import Ticked, Told
from ressursvenn.shapes.trying import done, made, tried_or_told


class PlacesForm(Told):
    places = forms.IntegerField()


class SureForm(Ticked):
    sure = forms.BooleanField()


@pytest.fixture
def request_():
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)
    return request


def told(request):
    return [(message.level_tag, message.message) for message in get_messages(request)]


def refuse(error):
    def change(**to):
        raise ValidationError(error)

    return change


def test_what_stands_in_the_form_is_what_is_done():
    seen = {}

    assert done(PlacesForm({"places": "8"}), seen.update, by="kari")
    assert seen == {"by": "kari", "places": 8}


def test_a_form_that_is_not_whole_changes_nothing():
    seen = {}

    assert not done(PlacesForm({"places": "åtte"}), seen.update, by="kari")
    assert not done(PlacesForm(), seen.update, by="kari")
    assert seen == {}


def test_a_no_stands_beside_its_field_and_what_was_typed_stays():
    form = PlacesForm({"places": "8"})

    assert not done(form, refuse({"places": "For mange."}))
    assert form.errors == {"places": ["For mange."]}
    assert form["places"].value() == "8"


@pytest.mark.parametrize("error", ["Hun har sluttet.", {"left_on": "Hun har sluttet."}])
def test_a_no_that_names_no_field_of_the_form_stands_above_them(error):
    form = PlacesForm({"places": "8"})

    assert not done(form, refuse(error))
    assert form.non_field_errors() == ["Hun har sluttet."]


def test_every_sentence_is_told_above():
    form = PlacesForm({"places": "8"})

    form.tell_all(["En.", "To."])

    assert form.non_field_errors() == ["En.", "To."]


def test_what_was_made_comes_back_and_nothing_when_it_was_refused():
    assert made(PlacesForm({"places": "8"}), lambda places: places + 1) == 9
    assert made(PlacesForm({"places": "8"}), refuse("Nei.")) is None


def test_a_tick_is_asked_for_and_not_passed_on():
    assert done(SureForm({"sure": "on"}), lambda **to: to == {} or pytest.fail(str(to)))
    assert not done(SureForm({}), pytest.fail)


def test_without_a_form_it_is_told_above_the_page(request_):
    assert tried_or_told(request_, lambda: None, said="Gjort.")
    assert not tried_or_told(request_, refuse(["En.", "To."]), said="Gjort.")
    assert not tried_or_told(request_, refuse("Hemmelig."), instead="Det gikk ikke nå.")

    assert told(request_) == [
        ("success", "Gjort."), ("error", "En. To."), ("error", "Det gikk ikke nå."),
    ]  # fmt: skip


def test_every_rule_that_says_no_is_heard_under_its_code():
    noes = [Refusal("VOL-01", "For ung.", "x"), Refusal("VOL-02", "Ingen attest.", "x")]

    or_why_not(())
    with pytest.raises(ValidationError) as refused:
        or_why_not(no for no in noes)

    assert [(one.code, one.message) for one in refused.value.error_list] == [
        ("VOL-01", "For ung."), ("VOL-02", "Ingen attest."),
    ]  # fmt: skip

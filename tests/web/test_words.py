"""Filters and tags that templates lean on."""

from datetime import date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from ressursvenn.programme.lines import Weight
from ressursvenn.web.icons import ICONS
from ressursvenn.web.templatetags import web


def said(template, **context):
    return Template("{% load web %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("codes", "phrase"),
    [
        (["so", "no"], "norsk og somali"),
        (["ur", "so", "no"], "norsk, somali og urdu"),
        ("so", "somali"),
        ([], ""),
        (None, ""),
        (["xx"], ""),
    ],
)
def test_codes_become_a_phrase(codes, phrase):
    assert said('{{ codes|words:"LANGUAGES" }}', codes=codes) == phrase


def test_days_are_written_out():
    assert said("{{ it|day }}", it=date(2026, 3, 3)) == "3. mars 2026"
    assert said("{{ it|day }}", it=datetime(2026, 12, 24, 18)) == "24. desember 2026"
    assert said("{{ it|short_day }}", it=date(2026, 5, 17)) == "17. mai"
    assert said("{{ it|day }}{{ it|short_day }}", it=None) == ""


def test_an_area_has_its_name_and_an_unknown_code_is_shown_as_it_stands():
    assert said("{{ it|area }}", it="no-akershus-sandvika") == "Sandvika"
    assert said("{{ it|area }}", it="nowhere") == "nowhere"
    assert said("{{ it|area }}", it=None) == ""


def test_every_weight_has_a_word_and_a_tone():
    assert set(web.SIGNS) == set(Weight)
    assert {tone for tone, _ in web.SIGNS.values()} == {"late", "soon", "calm"}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_hidden_from_those_who_are_read_the_word(name):
    drawn = said('{% icon "' + name + '" %}')

    assert 'aria-hidden="true"' in drawn
    assert ICONS[name] in drawn


class Asked(forms.Form):
    called = forms.CharField(label="Hva vil hun kalles?", help_text="Ikke etternavn.")
    languages = forms.MultipleChoiceField(
        label="Språk", choices=[("no", "norsk")], widget=forms.CheckboxSelectMultiple
    )
    sure = forms.BooleanField(label="Hun har sagt ja", required=False)
    door = forms.CharField(widget=forms.HiddenInput, required=False)


def test_every_field_has_its_label_and_its_help_is_tied_to_it():
    page = render_to_string("web/_form.html", {"form": Asked()})

    assert '<label class="field__label" for="id_called">' in page
    assert 'aria-describedby="id_called_helptext"' in page
    assert 'id="id_called_helptext"' in page
    assert "<legend" in page
    assert '<label class="choice" for="id_sure">' in page
    assert page.count("(valgfritt)") == 0
    assert "problem" not in page


def test_errors_stand_on_top_and_at_the_field_and_lead_there():
    page = render_to_string("web/_form.html", {"form": Asked({"sure": "on"})})

    assert page.index('role="alert"') < page.index("<label")
    assert 'href="#id_called"' in page
    assert 'href="#id_languages_0"' in page
    assert 'id="id_languages_0"' in page
    assert 'id="id_called_error"' in page
    assert 'aria-invalid="true"' in page


def test_what_was_typed_stays():
    page = render_to_string("web/_form.html", {"form": Asked({"called": "Blåbær"})})

    assert 'value="Blåbær"' in page


def test_a_refusal_is_told_with_its_code_and_its_end():
    from ressursvenn.programme.rules import Refusal

    refusals = [Refusal("VOL-06", "Hun har ikke pause.", "see_volunteers", date(2027, 1, 4))]
    page = render_to_string("web/_refusals.html", {"refusals": refusals})

    assert "Hun har ikke pause." in page
    assert "VOL-06, til 4. januar 2027" in page

"""What a field says when nobody has said it better: in our words, and what to do."""

from __future__ import annotations

import pytest
from django import forms

from ressursvenn.shapes.sentences import SENTENCES


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_field_left_empty_says_what_to_do(kind):
    with pytest.raises(forms.ValidationError) as refused:
        kind().clean(None)

    (said,) = refused.value.messages
    assert said in {each for told in SENTENCES.values() for each in told.values()}


def test_what_a_form_says_itself_is_what_is_said():
    field = forms.IntegerField(error_messages={"invalid": "Skriv året med fire sifre."})

    with pytest.raises(forms.ValidationError, match="fire sifre"):
        field.clean("nittenåtti")

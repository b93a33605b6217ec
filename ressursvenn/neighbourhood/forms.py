"""The shape of what is written about places and free things."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.programme.words import MEET_UP_KINDS

from . import areas
from .kinds import PLACE_KINDS

CHOOSE = [("", "Velg …")]
NOBODY = "Bare om stedet. Aldri noe om hvem som skal møtes der."
SOURCE = "For eksempel «kommunens nettsider» eller «jeg har vært der»."


class AreaForm(forms.Form):
    """Which area to look at. Its code alone goes into the address of the page."""

    omrade = forms.ChoiceField(label="Område")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_areas(self.fields["omrade"])


class _NotedForm(forms.Form):
    area = forms.ChoiceField(label="Område")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_areas(self.fields["area"])


class PlaceForm(_NotedForm):
    """A public place where nobody must buy anything."""

    name = forms.CharField(label="Hva heter stedet?", max_length=80, help_text=NOBODY)
    kind = forms.ChoiceField(label="Slags sted", choices=[*CHOOSE, *PLACE_KINDS.items()])
    where = forms.CharField(
        label="Hvor ligger det?",
        max_length=120,
        required=False,
        help_text="«Ved stasjonen» er nok.",
    )
    source = forms.CharField(label="Hvor vet du det fra?", max_length=120, help_text=SOURCE)


class FreeThingForm(_NotedForm):
    """Something to do together that costs nothing."""

    what = forms.CharField(label="Hva kan to gjøre sammen?", max_length=120, help_text=NOBODY)
    kind = forms.ChoiceField(label="Slags", choices=[*CHOOSE, *MEET_UP_KINDS.items()])
    source = forms.CharField(label="Hvor vet du det fra?", max_length=120, help_text=SOURCE)


def _offer_areas(field: forms.Field) -> None:
    field.choices = [*CHOOSE, *areas.choices()]  # type: ignore[attr-defined]

"""What is typed about numbers: which year, a higher limit, and answers at an ending."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.shapes.fields import Several
from ressursvenn.shapes.told import Ticked, Told

from . import words
from .catalogue import CATALOGUE
from .models import STEPS

HELD_BACK = {one.code: one.title for one in CATALOGUE}


class YearForm(Told):
    """A year that is over, and tables to hold back."""

    year = forms.IntegerField(
        label="År",
        min_value=2016,
        max_value=2100,
        help_text="Et år som er over, og som ikke er gitt ut. Ressursvenn begynte i 2016.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Skriv året med fire sifre.",
            "invalid": "Skriv året med fire sifre.",
            "min_value": "Skriv et år fra 2016, da Ressursvenn begynte.",
            "max_value": "Skriv et år som er over.",
        },
    )
    held_back = Several("Hold tilbake", HELD_BACK, help_text="Kan stå tomt.")

    def clean_held_back(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["held_back"])


class LimitForm(Ticked):
    """A higher limit. There is no way back, so it is asked for with a tick."""

    limit = forms.IntegerField(
        label="Ny grense",
        min_value=6,
        max_value=100,
        help_text="Ingen klasse med færre enn dette vises.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Skriv den nye grensen.",
            "invalid": "Skriv et helt tall, med sifre.",
            "min_value": "Grensen kan bare heves. Skriv 6 eller mer.",
            "max_value": "Skriv et tall ikke over 100.",
        },
    )
    sure = forms.BooleanField(
        label="Jeg vet at grensen aldri kan senkes igjen",
        error_messages={"required": "Kryss av for at du vet at grensen aldri kan senkes igjen."},
    )


NONE = ("", "ikke svart")
FIVE = [NONE, *((str(step), str(step)) for step in range(1, 6))]


class AnswersForm(Ticked):
    """Three questions, each asked of now and of when the pair began. There is no way back from these either."""

    year = forms.IntegerField(
        label="Året koblingen ble avsluttet",
        min_value=2016,
        max_value=2100,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Skriv året med fire sifre.",
            "invalid": "Skriv året med fire sifre.",
            "min_value": "Skriv et år fra 2016.",
            "max_value": "Skriv i år eller i fjor.",
        },
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in STEPS:
            of, _, when = name.partition("_")
            asked, scale = words.QUESTIONS[of]
            self.fields[name] = forms.TypedChoiceField(
                label=f"{asked} – {'da koblingen begynte' if when == 'then' else 'nå'}",
                help_text=scale,
                choices=FIVE,
                coerce=int,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": "Velg fra 1 til 5, eller «ikke svart»."},
            )
        self.fields["sure"] = forms.BooleanField(
            label="Jeg har lest over svarene, og vet at de ikke kan rettes",
            error_messages={"required": "Les over svarene, og kryss av for at du har gjort det."},
        )

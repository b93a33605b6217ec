"""The shape of what is ticked, chosen and pasted. What may be is decided in changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.shapes.days import month_in_words
from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Ticked, Told

from . import words

LETTERS = re.compile(r"[0-9a-f]+")
LONG = 64


class GoneThroughForm(Ticked):
    sure = forms.BooleanField(
        label="Hun har hatt tid til spørsmål",
        error_messages={"required": "Kryss av når hun har fått spørre om det hun lurer på."},
    )


class SignHerselfForm(Ticked):
    sure = forms.BooleanField(
        label="Jeg har fått svar på det jeg lurte på, og skriver under",
        error_messages={"required": "Kryss av når du har fått svar på det du lurer på."},
    )


class SignForUsForm(Ticked):
    sure = forms.BooleanField(
        label="Jeg skriver under for foreningen",
        error_messages={"required": "Kryss av hvis du skriver under for foreningen."},
    )


class TalkForm(Told):
    on = Day("Dagen dere snakket sammen")
    why = forms.ChoiceField(
        label="Hvorfor slutter hun?",
        choices=[("", "Velg"), *words.WHY_SHE_LEAVES.items()],
        error_messages={"required": "Velg det som ligger nærmest."},
    )
    come_back = forms.ChoiceField(
        label="Kunne hun tenke seg å komme tilbake?",
        choices=list(words.COME_BACK.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Velg et svar."},
    )
    ask_again_from = forms.TypedChoiceField(
        label="Kan spørres igjen fra",
        required=False,
        coerce=date.fromisoformat,
        empty_value=None,
        help_text="Bare hvis hun vil. Etter den siste måneden er hun slettet hos oss.",
    )
    to_change = forms.CharField(
        label="Noe vi bør endre",
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 200}),
        help_text="Høyst 200 tegn. Skriv ingenting om en deltaker.",
        error_messages={"max_length": "Skriv høyst 200 tegn."},
    )

    def __init__(self, data: Any = None, *, today: date, last: date) -> None:
        super().__init__(
            data, auto_id="samtale_%s", initial={"on": today, "come_back": "not_asked"}
        )
        self.fields["ask_again_from"].choices = [  # type: ignore[attr-defined]
            ("", "Ingen måned"),
            *((month.isoformat(), month_in_words(month)) for month in months_until(today, last)),
        ]


def months_until(today: date, last: date) -> list[date]:
    """The first day of each month that begins after today, and not after the last day."""
    months = []
    month = today.replace(day=1)
    while (month := (month + timedelta(days=32)).replace(day=1)) <= last:
        months.append(month)
    return months


class ServiceForm(Told):
    began = Day("Fra")
    until = Day("Til")
    hours = forms.IntegerField(
        label="Timer på treff, omtrent",
        required=False,
        min_value=0,
        max_value=5000,
        help_text="La feltet stå tomt hvis timene ikke skal stå på attesten.",
        error_messages={"invalid": "Skriv timene som et helt tall."},
    )
    course_hours = forms.IntegerField(
        label="Timer på kurs",
        required=False,
        min_value=0,
        max_value=500,
        error_messages={"invalid": "Skriv timene som et helt tall."},
    )
    language = forms.ChoiceField(
        label="Målform",
        choices=list(words.LANGUAGES.items()),
        widget=forms.RadioSelect,
        initial="nb",
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="attest_%s", **more)


class FarewellForm(Ticked):
    on = Day("Siste dag")
    sure = forms.BooleanField(
        label="Ja, hun slutter",
        error_messages={"required": "Kryss av hvis hun slutter."},
    )

    def __init__(self, data: Any = None, *, today: date | None = None) -> None:
        super().__init__(data, auto_id="slutt_%s", initial={"on": today})


class PrintForm(forms.Form):
    """A fingerprint, however it is spaced."""

    letters = forms.CharField(
        label="Fingeravtrykket",
        max_length=1000,
        strip=True,
        widget=forms.Textarea(
            attrs={"rows": 2, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        help_text="64 tegn: tall og bokstavene a til f. Du kan lime inn alt maskinen svarte.",
        error_messages={
            "required": "Lim inn fingeravtrykket.",
            "max_length": "Det er for langt. Et fingeravtrykk er 64 tegn.",
        },
    )

    def clean_letters(self) -> str:
        found = set(prints_in(self.cleaned_data["letters"]))
        if len(found) > 1:
            raise ValidationError("Her er det flere fingeravtrykk. Lim inn ett om gangen.")
        if not found:
            raise ValidationError(
                "Her fant vi ikke noe fingeravtrykk: 64 tegn, tall og bokstavene a til f."
            )
        return found.pop()


def prints_in(pasted: str) -> list[str]:
    """The fingerprints in what a machine answered: in one piece, or in pieces that follow each other."""
    pieces = re.split(r"[\s:\-]+", pasted.lower())
    whole = [piece for piece in pieces if len(piece) == LONG and LETTERS.fullmatch(piece)]
    if whole:
        return whole
    runs = groupby(pieces, key=lambda piece: LETTERS.fullmatch(piece) is not None)
    return [run for run in ("".join(some) for letters, some in runs if letters) if len(run) == LONG]

"""The shape of what is ticked, chosen and pasted. What may be is decided in changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from . import words

LETTERS = re.compile(r"[0-9a-f]{64}")
WRITE_A_DAY = {
    "required": "Skriv dagen.",
    "invalid": "Skriv dagen som dag.måned.år, for eksempel 3.11.2026.",
}
MONTHS = [
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
]  # fmt: skip


class Day(forms.DateField):
    """A day, by the browser's calendar or typed the Norwegian way."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        ways = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"]
        super().__init__(
            label=label, widget=widget, input_formats=ways, error_messages=WRITE_A_DAY, **kwargs
        )


class _Form(forms.Form):
    """What every form here can do: say beside the fields what a change would not accept."""

    def tell(self, error: ValidationError) -> None:
        by_field = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))


class _Ticked(_Form):
    """A tick says that it is so; it is asked for, and not passed on."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned.pop("sure", None)
        return cleaned


class GoneThroughForm(_Ticked):
    sure = forms.BooleanField(
        label="Hun har hatt tid til spørsmål",
        error_messages={"required": "Kryss av når hun har fått spørre om det hun lurer på."},
    )


class SignHerselfForm(_Ticked):
    sure = forms.BooleanField(
        label="Jeg har fått svar på det jeg lurte på, og skriver under",
        error_messages={"required": "Kryss av når du har fått svar på det du lurer på."},
    )


class SignForUsForm(_Ticked):
    sure = forms.BooleanField(
        label="Jeg skriver under for foreningen",
        error_messages={"required": "Kryss av hvis du skriver under for foreningen."},
    )


class TalkForm(_Form):
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

    def __init__(self, data: Any = None, *, today: date, keep_days: int) -> None:
        super().__init__(
            data, auto_id="samtale_%s", initial={"on": today, "come_back": "not_asked"}
        )
        self.fields["ask_again_from"].choices = [  # type: ignore[attr-defined]
            ("", "Ingen måned"),
            *((month.isoformat(), f"{MONTHS[month.month - 1]} {month.year}")
              for month in months_within(today, keep_days)),
        ]  # fmt: skip


def months_within(today: date, days: int) -> list[date]:
    """The first day of each month that begins before so many days have passed."""
    last, months = today + timedelta(days=days), []
    month = today.replace(day=1)
    while (month := (month + timedelta(days=32)).replace(day=1)) <= last:
        months.append(month)
    return months


class ServiceForm(_Form):
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


class FarewellForm(_Ticked):
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
        max_length=400,
        strip=True,
        widget=forms.Textarea(
            attrs={"rows": 2, "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        help_text="64 tegn: tall og bokstavene a til f. Mellomrom gjør ingenting.",
        error_messages={
            "required": "Lim inn fingeravtrykket.",
            "max_length": "Det er for langt. Et fingeravtrykk er 64 tegn.",
        },
    )

    def clean_letters(self) -> str:
        told = re.sub(r"[\s:\-]", "", self.cleaned_data["letters"]).lower()
        if not LETTERS.fullmatch(told):
            raise ValidationError(
                f"Et fingeravtrykk er 64 tegn, tall og bokstavene a til f. Her er det {len(told)} tegn."
            )
        return told

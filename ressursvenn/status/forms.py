"""A period, and what somebody writes in a report. What may be issued is decided by the rules."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from . import words


class PeriodForm(Told):
    """Which days, and in which of the two written languages."""

    first_day = Day("Første dag")
    last_day = Day("Siste dag")
    language = forms.ChoiceField(
        label="Skrives på",
        choices=list(words.WRITTEN_IN.items()),
        widget=forms.RadioSelect,
        initial=words.BOKMAAL,
        error_messages={"required": "Velg bokmål eller nynorsk."},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Den siste dagen kommer etter den første.")
        return cleaned


def _slot(label: str, help_text: str, rows: int = 6) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=12_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class WordsForm(Told):
    """What figures cannot tell. It is kept as far as it has come; all is asked for before it is issued."""

    authors = forms.CharField(
        label="Forfattere",
        required=False,
        max_length=300,
        help_text="Navn og organisasjon, slik de skal stå i rapporten.",
    )
    foreword = _slot(
        "Forord", "Hva perioden var preget av. En tom linje begynner et nytt avsnitt.", 8
    )
    press = _slot(
        "Om mediene", "Hva mediene skrev om, hvis det er noe å si utover tallet. Kan stå tomt.", 4
    )
    deviations = _slot(
        "Avvik", "Hva som ikke ble som planlagt, og hvorfor. Skriv «ingenting» når det er svaret."
    )
    plans = _slot("Planer", "Hva som er bestemt for tiden framover.")

"""Fields of every room's forms: a day, a time of day, and some of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

NO_DAY = {
    "required": "Skriv dagen.",
    "invalid": "Skriv dagen som dag.måned.år, for eksempel 3.11.2026.",
}
NO_TIME = {
    "required": "Skriv klokkeslettet.",
    "invalid": "Skriv klokkeslettet som timer og minutter, for eksempel 18:00.",
}


class Day(forms.DateField):
    """A day, by the browser's calendar or typed the Norwegian way."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
            error_messages=NO_DAY,
            **more,
        )


class Clock(forms.TimeField):
    """A time of day, with a colon or a point; the hour alone is the whole hour."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%H"],
            error_messages=NO_TIME,
            **more,
        )


class Several(forms.MultipleChoiceField):
    """Some of a list, to be ticked. `needed` is what is said to whoever ticks none; without it none will do."""

    def __init__(
        self, label: str, choices: Mapping[str, str], *, needed: str = "", **more: Any
    ) -> None:
        super().__init__(
            label=label,
            choices=list(choices.items()),
            widget=forms.CheckboxSelectMultiple,
            required=bool(needed),
            error_messages={"required": needed},
            **more,
        )

"""The shape of what is written about places and free things."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.programme.words import MEET_UP_KINDS

from . import areas
from .kinds import PLACE_KINDS

CHOOSE = [("", "Velg …")]
NOBODY = "Bare om stedet. Aldri noe om hvem som skal møtes der."
ONE_A_LINE = "Ett sted på hver linje, for eksempel «Moss» eller «Sandvika, Akershus»."
SOURCE = "For eksempel «kommunens nettsider» eller «jeg har vært der»."


class AreaField(forms.CharField):
    """A town or district by its name; its code comes out. A name that fits several is a question."""

    def __init__(self) -> None:
        super().__init__(
            label="Område",
            max_length=80,
            help_text="For eksempel «Moss» eller «Sandvika, Akershus».",
        )

    def prepare_value(self, value: Any) -> Any:
        return areas.label(value) if value in areas.AREAS else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        found = areas.AREAS.get(text) or areas.named(text)
        if isinstance(found, areas.Several):
            raise ValidationError(found.question)
        if found is None:
            raise ValidationError(
                "Vi kjenner ikke et sted med det navnet. Skriv nærmeste tettsted."
            )
        return found.code


class Areas(forms.CharField):
    """Names of areas, one on each line; codes come out. A name that fits several is asked about.

    `what` is what somebody whose place we do not know is asked to write.
    """

    def __init__(
        self, label: str, *, what: str = "byen eller bydelen", rows: int = 3, **more: Any
    ) -> None:
        more.setdefault("help_text", ONE_A_LINE)
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, widget=widget, required=False, **more)
        self.unknown = f"vi kjenner ikke stedet. Skriv {what}, og gjerne fylket etter et komma."

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(areas.label(code) for code in value if code in areas.AREAS)
        return value

    def clean(self, value: Any) -> list[str]:
        codes: list[str] = []
        asked: list[ValidationError] = []
        for number, line in enumerate((super().clean(value) or "").splitlines(), start=1):
            found = areas.named(line.strip()) if line.strip() else None
            if isinstance(found, areas.Area):
                codes.append(found.code)
            elif line.strip():
                question = found.question if found else self.unknown
                asked.append(ValidationError(f"Linje {number}: {question}"))
        if asked:
            raise ValidationError(asked)
        return list(dict.fromkeys(codes))


class AreaForm(forms.Form):
    """Which area to look at."""

    omrade = AreaField()


class _NotedForm(forms.Form):
    area = AreaField()


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

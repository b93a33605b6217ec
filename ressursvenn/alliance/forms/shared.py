"""Fields of several forms of this room."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.shapes.told import Ticked, Told

CHOOSE = ("", "Velg …")


class Words(forms.CharField):
    """A line of words. `needed` is what is said to whoever writes none; without it none will do."""

    def __init__(
        self, label: str, most: int, *, needed: str = "", rows: int = 0, **more: Any
    ) -> None:
        if rows:
            more["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(
            label=label,
            max_length=most,
            required=bool(needed),
            error_messages={
                "required": needed,
                "max_length": f"Skriv det kortere: høyst {most} tegn.",
                "null_characters_not_allowed": "Det er et tegn her som ikke kan lagres. Skriv det på nytt.",
            },
            **more,
        )


class Many(forms.IntegerField):
    """How many: a whole number."""

    def __init__(self, label: str, most: int, *, least: int = 1, **more: Any) -> None:
        said = f"Skriv et helt tall fra {least} til {most}."
        super().__init__(
            label=label,
            min_value=least,
            max_value=most,
            error_messages={
                "required": "Skriv hvor mange.", "invalid": said, "min_value": said, "max_value": said,
            },
            **more,
        )  # fmt: skip


class One(forms.ChoiceField):
    """One of a list, from a menu. `needed` is what is said to whoever chooses none."""

    def __init__(
        self, label: str, choices: dict[str, str], *, needed: str = "", **more: Any
    ) -> None:
        super().__init__(
            label=label,
            choices=[CHOOSE, *choices.items()],
            required=bool(needed),
            error_messages={"required": needed, "invalid_choice": "Velg fra listen."},
            **more,
        )


class Link(forms.URLField):
    """An address on the web; https may be left out."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            max_length=200,
            required=False,
            assume_scheme="https",
            error_messages={
                "invalid": "Skriv en adresse som begynner med https://",
                "max_length": "Adressen er for lang. Bruk en kortere.",
            },
            **more,
        )


class Mail(forms.EmailField):
    """An e-mail address."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            max_length=120,
            error_messages={
                "invalid": "Skriv e-postadressen som navn@eksempel.no.",
                "required": "Skriv e-postadressen.",
                "max_length": "E-postadressen er for lang.",
            },
            **more,
        )


class ReadForm(Told):
    """That she has read exactly this version."""

    read = forms.IntegerField(
        min_value=0,
        max_value=1_000_000,
        widget=forms.HiddenInput,
        error_messages={"required": "Les det en gang til, og prøv på nytt."},
    )


class SureForm(Ticked):
    """What cannot be undone is ticked before it is done."""

    sure = forms.BooleanField(
        label="Ja, det er jeg sikker på", error_messages={"required": "Kryss av hvis du er sikker."}
    )

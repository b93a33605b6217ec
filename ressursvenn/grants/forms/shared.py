"""Fields of this room's forms: one of some rows, whole kroner, an amount as people write it, and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms

from .. import ledger

KRONER = {
    "required": "Skriv beløpet i hele kroner.",
    "invalid": "Skriv beløpet i hele kroner, med sifre.",
    "min_value": "Skriv et beløp på minst %(limit_value)s kroner.",
    "max_value": "Beløpet er for stort. Skriv det i hele kroner.",
}


class OneOf(forms.TypedChoiceField):
    """One of these rows, by its reference. `nothing` is the word for none of them, where that will do."""

    def __init__(
        self,
        label: str,
        rows: Iterable[Any],
        word: Callable[[Any], str] = str,
        *,
        nothing: str = "",
        needed: str = "Velg fra listen.",
        **more: Any,
    ) -> None:
        known = {row.reference: row for row in rows}
        first = [("", nothing or "Velg …")]
        super().__init__(
            label=label,
            choices=[*first, *((reference, word(row)) for reference, row in known.items())],
            coerce=known.get,
            empty_value=None,
            required=not nothing,
            error_messages={"required": needed, "invalid_choice": "Velg fra listen."},
            **more,
        )


class Kroner(forms.IntegerField):
    """Whole kroner as people write them, 240 000; what is wrong stays in the field."""

    def __init__(self, label: str, *, least: int = 0, **more: Any) -> None:
        super().__init__(
            label=label, min_value=least, max_value=999_999_999, error_messages=KRONER,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}), **more,
        )  # fmt: skip

    def to_python(self, value: Any) -> int | None:
        """Without what parts the thousands."""
        return super().to_python("".join(value.split()) if isinstance(value, str) else value)


class Amount(forms.CharField):
    """1 234,50 and 1234.50, in kroner and øre; less than nothing for money back."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            max_length=20,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages={
                "required": "Skriv beløpet i kroner, for eksempel 1234,50.",
                "max_length": "Skriv beløpet i kroner, for eksempel 1234,50.",
            },
            **more,
        )

    def clean(self, value: Any) -> Decimal:
        text = super().clean(value)
        try:
            found = ledger.kroner(text)
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from None
        if not found or abs(found) >= Decimal(10**9):
            raise forms.ValidationError("Skriv et beløp som ikke er null, og under en milliard.")
        return found


def words(
    label: str, most: int, *, needed: str = "", rows: int = 0, **more: Any
) -> forms.CharField:
    """A line of text, or some `rows` of it. `needed` is what is said to whoever leaves it empty."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(needed),
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={
            "required": needed,
            "max_length": f"Skriv det kortere: høyst {most} tegn.",
        },
        **more,
    )


def one_of_words(label: str, listed: dict[str, str], **more: Any) -> forms.ChoiceField:
    """One of a short list, all of it in sight."""
    return forms.ChoiceField(
        label=label, choices=list(listed.items()), widget=forms.RadioSelect, **more
    )

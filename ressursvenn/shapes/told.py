"""A form that can be told what a change would not accept, and two small forms of that kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class Told(forms.Form):
    """What a change would not accept is said where it was typed, and nothing typed is lost."""

    def tell(self, error: ValidationError) -> None:
        """Say it beside the field it names, and above them all if it names none of ours."""
        by_field = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))

    def tell_all(self, sentences: Iterable[Any]) -> None:
        """Say above the fields why it could not be done."""
        for sentence in sentences:
            self.add_error(None, str(sentence))


class Ticked(Told):
    """A tick called `sure` says that it is so: it is asked for, and not passed on."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned.pop("sure", None)
        return cleaned


class Nothing(Told):
    """An act that needs no more than the button."""

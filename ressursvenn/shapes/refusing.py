"""What rules say no to, as a change refuses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError

from ressursvenn.programme.rules import Refusal


def not_met(noes: Iterable[Refusal]) -> list[Refusal]:
    """As a colleague reads them: a rule says what holds, so its sentence alone would say the opposite."""
    return [replace(no, sentence=f"Ikke oppfylt: {no.sentence}") for no in noes]


def or_why_not(noes: Iterable[Refusal]) -> None:
    """Raises ValidationError with every reason at once, each under the code of its rule."""
    if told := [ValidationError(no.sentence, code=no.rule) for no in noes]:
        raise ValidationError(told)

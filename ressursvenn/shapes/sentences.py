"""What is said of a field where nobody has said it better: what to do, and not what is wrong with her."""

from __future__ import annotations

from django import forms

from .fields import NO_DAY, NO_TIME

SENTENCES: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "Skriv noe her."},
    forms.BooleanField: {"required": "Kryss av her."},
    forms.ChoiceField: {"required": "Velg én av dem.", "invalid_choice": "Velg fra listen."},
    forms.MultipleChoiceField: {"required": "Velg minst én.", "invalid_choice": "Velg fra listen."},
    forms.IntegerField: {"invalid": "Skriv et helt tall, med sifre."},
    forms.DateField: NO_DAY,
    forms.TimeField: NO_TIME,
    forms.FileField: {"required": "Velg en fil.", "empty": "Filen er tom. Velg en annen."},
}


def teach() -> None:
    """Let Django's fields say these. Once, before any form is made."""
    for field, sentences in SENTENCES.items():
        field.default_error_messages = {**field.default_error_messages, **sentences}

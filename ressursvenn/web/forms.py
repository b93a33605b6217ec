"""What is asked before somebody is kept longer, or erased."""

from __future__ import annotations

from django import forms

from ressursvenn.protection.models import KeptLonger


class KeepForm(forms.Form):
    """Why it is still needed: a reason from the list."""

    reason = forms.ChoiceField(
        label="Hvorfor trenger dere det fortsatt?",
        choices=list(KeptLonger.REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en grunn. Uten grunn slettes det på dagen."},
    )


class EraseForm(forms.Form):
    """That somebody knows what she does."""

    sure = forms.BooleanField(
        label="Jeg vet at dette ikke kan angres, og at ingen kan lese det igjen",
        error_messages={"required": "Kryss av for at du vet at dette ikke kan angres."},
    )

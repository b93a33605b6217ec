"""The shape of what somebody writes about her own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

NEW = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class ChoosePasswordForm(forms.Form):
    """A password of her own, twice, so that she knows what she wrote."""

    password = forms.CharField(
        label="Passord",
        widget=NEW,
        strip=False,
        max_length=128,
        help_text="Minst 15 tegn. Fire ord etter hverandre er lett å huske og vanskelig å gjette.",
    )
    again = forms.CharField(label="Passordet en gang til", widget=NEW, strip=False, max_length=128)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self) -> dict[str, Any] | None:
        told = self.cleaned_data
        if "password" in told and told["password"] != told.get("again"):
            self.add_error("again", "De to er ikke like. Skriv det samme begge steder.")
        return told

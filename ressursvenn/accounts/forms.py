"""The shape of what somebody writes, or her browser answers, about her own way in."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from .models import OpenSession, Person

NEW = forms.PasswordInput(attrs={"autocomplete": "new-password"})
CODE = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
WRONG_CODE = "Koden stemmer ikke. Vent på en ny, og prøv med den."
OTHERS = "others"


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


class PasskeyForm(forms.Form):
    """What the browser answers when a passkey was shown."""

    credential = forms.CharField(widget=forms.HiddenInput, max_length=20_000)

    def clean_credential(self) -> dict[str, Any]:
        try:
            told = json.loads(self.cleaned_data["credential"])
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            raise ValidationError("Nettleseren svarte ikke som den skulle. Prøv en gang til.")
        return told


class NewPasskeyForm(PasskeyForm):
    """What it answers when one was made, and what she calls it."""

    name = forms.CharField(
        label="Hva skal den hete?",
        required=False,
        max_length=40,
        help_text="Bare du ser det. For eksempel «telefonen min».",
    )


class CodeForm(forms.Form):
    """Six digits from the app that she has. Tries are counted."""

    code = forms.CharField(label="Kode", max_length=20, widget=CODE)

    def __init__(self, *args: Any, person: Person, app: Authenticator, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.app = person, app

    def clean_code(self) -> str:
        forgive = check_rate_limit(self.person)
        code: str = self.cleaned_data["code"]
        if not self.app.wrap().validate_code(code):
            raise ValidationError(WRONG_CODE)
        forgive()
        return code


class NewAppForm(forms.Form):
    """Six digits from an app that has just read the square, to see that it did."""

    code = forms.CharField(label="Koden som appen viser", max_length=20, widget=CODE)

    def __init__(self, *args: Any, secret: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.secret = secret

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not validate_totp_code(self.secret, code):
            raise ValidationError(WRONG_CODE)
        return code


class RemoveForm(forms.Form):
    """Which of them goes."""

    which = forms.TypedChoiceField(label="Hvilken?", coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, factors: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["which"].choices = factors  # type: ignore[attr-defined]


class SignOutThereForm(forms.Form):
    """One of her sessions, or all but this one."""

    which = forms.ChoiceField()

    def __init__(self, *args: Any, sessions: list[OpenSession], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(str(row.pk), "") for row in sessions]
        self.fields["which"].choices = [*numbers, (OTHERS, "")]  # type: ignore[attr-defined]

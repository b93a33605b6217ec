"""The shape of what an applicant types, and of what a coordinator pastes and answers. No tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from secrets import token_urlsafe
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ressursvenn.neighbourhood.forms import Areas
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES
from ressursvenn.protection.fingerprints import phone_form
from ressursvenn.shapes.fields import Day, Several
from ressursvenn.shapes.told import Told

from . import reading, texts, words

PHONE = "Skriv et telefonnummer, for eksempel 400 00 000."
YEAR = "Skriv året med fire sifre, for eksempel 1985."
YOUNGEST = 10  # a year later than that is mistyped


def a_number(value: str) -> None:
    """Raises ValidationError for what nobody can ring."""
    if len(phone_form(value)) < len("+4700000"):
        raise ValidationError(PHONE)


def an_address(value: str) -> None:
    """Raises ValidationError. Letters beyond a to z are letters."""
    plain = "".join(letter if letter.isascii() or not letter.isalnum() else "x" for letter in value)
    try:
        validate_email(plain)
    except ValidationError:
        raise ValidationError("Skriv en e-postadresse, som navn@eksempel.no.") from None


def _text(label: str, length: int, **more: Any) -> forms.CharField:
    missing = more.pop("missing", "")
    errors = {"required": missing} if missing else {}
    return forms.CharField(label=label, max_length=length, error_messages=errors, **more)


def _once() -> forms.CharField:
    """Drawn anew for each form that is shown, so that one that is sent twice is received once."""
    new = partial(token_urlsafe, 16)
    return _text("Skjemaet", 40, required=False, widget=forms.HiddenInput, initial=new)


class ApplyForm(Told):
    """One page, in sections. At least one way to be reached; the rest she may leave for the talk."""

    association = forms.ChoiceField(
        label="Hvor vil du være ressursvenn?", error_messages={"required": "Velg en forening."}
    )
    first_name = _text(
        "Fornavn", 80, missing="Skriv fornavnet ditt.",
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )  # fmt: skip
    last_name = _text(
        "Etternavn", 80, missing="Skriv etternavnet ditt.",
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )  # fmt: skip
    birth_year = forms.IntegerField(
        label="Fødselsår",
        help_text="Bare året. Vi spør ikke om fødselsdagen.",
        min_value=1900,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year"}),
        error_messages={"required": YEAR, "invalid": YEAR, "min_value": YEAR},
    )
    phone = _text(
        "Telefon", 40, required=False, validators=[a_number],
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    email = _text(
        "E-post", 254, required=False, validators=[an_address],
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )  # fmt: skip
    languages = Several("Språk du snakker", LANGUAGES)
    areas = Areas("Områder der du kan møte noen", max_length=1000)
    times = Several("Når du kan", TIMES)
    interests = Several("Noe du liker", INTERESTS)
    told = _text(
        "Noe du vil si oss", words.TOLD_LENGTH, required=False,
        help_text=(
            f"Høyst {words.TOLD_LENGTH} tegn. Skriv ikke om andre enn deg selv, og ikke om vold du eller "
            "andre har opplevd. Det kan vi heller snakke om når vi møtes."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    consent = forms.BooleanField(
        label="Ja, foreningen kan ta vare på det jeg har skrevet her, for å svare meg",
        error_messages={"required": "Kryss av for at vi kan ta vare på søknaden."},
    )
    fra = _text("Annonsen", 20, required=False, widget=forms.HiddenInput)
    once = _once()

    def __init__(
        self, data: Any = None, *, houses: Iterable[tuple[str, str]], today: date, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.latest_year = today.year - YOUNGEST
        listed = list(houses)
        self.fields["association"].choices = [("", "Velg"), *listed]  # type: ignore[attr-defined]

    def clean_birth_year(self) -> int:
        year: int = self.cleaned_data["birth_year"]
        if year > self.latest_year:
            raise ValidationError(YEAR)
        return year

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        reached = told.get("phone") or told.get("email") or {"phone", "email"} & set(self.errors)
        if not reached:
            self.add_error("phone", "Skriv telefon eller e-post, så vi kan svare deg.")
        return told

    def written(self) -> dict[str, list[str]]:
        """All that was typed, as it was typed: for a draft."""
        sent: Any = self.data
        return {name: sent.getlist(name) for name in self.fields if name in sent}


class PasteForm(Told):
    """The notification, as it came. It is read and forgotten."""

    text = _text(
        "E-posten fra frivillig.no", reading.AT_MOST, missing="Lim inn hele e-posten.",
        help_text="Merk alt i e-posten, kopier og lim inn her. Den lagres ikke.",
        widget=forms.Textarea(attrs={"rows": 10}),
    )  # fmt: skip


class PastedForm(Told):
    """What the notification said, to be put right before it is noted."""

    first_name = _text("Fornavn", 80, missing="Skriv fornavnet.")
    last_name = _text("Etternavn", 80, required=False)
    phone = _text("Telefon", 40, required=False, validators=[a_number])
    email = _text("E-post", 254, required=False, validators=[an_address])
    applied_on = Day("Dagen søknaden kom")
    advert = forms.ChoiceField(label="Annonsen hun svarte på", required=False)
    told = _text(
        "Det hun skrev", words.TOLD_LENGTH, required=False,
        help_text=(
            f"Høyst {words.TOLD_LENGTH} tegn. Ta bort det som handler om andre, om helse eller om vold."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

    once = _once()

    def __init__(
        self,
        data: Any = None,
        *,
        today: date,
        read: reading.Read | None = None,
        adverts: Iterable[tuple[str, str]] = (),
    ) -> None:
        listed = list(adverts)
        first = {name: getattr(read, name) for name in self.base_fields if hasattr(read, name)}
        title = read.title.casefold() if read else ""
        about = [reference for reference, named in listed if named.casefold() == title]
        first["advert"] = about[0] if len(about) == 1 else ""
        super().__init__(data, initial={"applied_on": today, **first})
        self.fields["advert"].choices = [("", "Ikke kjent"), *listed]  # type: ignore[attr-defined]


class TextForm(Told):
    """Which ready text, and for a no which of the reasons are true."""

    text = forms.ChoiceField(
        label="Hva vil du svare?",
        choices=[(code, text.word) for code, text in texts.TEXTS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Velg en tekst."},
    )
    reasons = Several(
        "Ved et nei: hvilke grunner er sanne?",
        {code: reason.word for code, reason in texts.REASONS.items()},
        help_text="Bare det som er sant. Et nei uten grunn skrives ikke.",
    )
    language = forms.ChoiceField(
        label="Målform",
        choices=list(texts.LANGUAGES.items()),
        widget=forms.RadioSelect,
        initial="nb",
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if (
            told.get("text") == texts.NO
            and not told.get("reasons")
            and "reasons" not in self.errors
        ):
            self.add_error("reasons", "Velg minst én grunn som er sann, eller velg en annen tekst.")
        return told


class EditForm(Told):
    """The text as a person has written it. It is shown to be copied, and kept nowhere."""

    body = _text(
        "Svaret", 6000, missing="Skriv svaret.",
        help_text="Rett det som ikke stemmer. Teksten lagres ikke, så kopier den før du går videre.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )  # fmt: skip


class SentForm(Told):
    """The answer is given. A no is ticked, since it ends her road; `chosen` is the text that was begun with."""

    on = Day("Dagen hun fikk svar")
    is_no = forms.BooleanField(label="Svaret var et nei, og søknaden slutter her", required=False)
    chosen = _text("Teksten", 20, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.pop("chosen", "") == texts.NO and not told.get("is_no"):
            self.add_error("is_no", "Kryss av hvis svaret var et nei, eller velg en annen tekst.")
        return told

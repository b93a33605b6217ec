"""The shape of what an applicant types, and of what a coordinator pastes and answers. No tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ressursvenn.neighbourhood import areas as known_areas
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES
from ressursvenn.protection.fingerprints import phone_form

from . import reading, texts, words

PHONE = "Skriv et telefonnummer, for eksempel 400 00 000."
YEAR = "Skriv året med fire sifre, for eksempel 1985."


class Several(forms.MultipleChoiceField):
    """Some of a list, to be ticked."""

    def __init__(self, label: str, choices: Mapping[str, str], **more: Any) -> None:
        widget = forms.CheckboxSelectMultiple
        super().__init__(
            label=label, choices=list(choices.items()), widget=widget, required=False, **more
        )


class Areas(forms.CharField):
    """Names of areas, one on each line; codes come out. A name that fits several is asked about."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            help_text="Ett sted på hver linje, for eksempel «Moss» eller «Sandvika, Akershus».",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=1000,
            required=False,
        )

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in (super().clean(value) or "").splitlines()]
        asked: list[ValidationError] = []
        codes: list[str] = []
        for number, line in enumerate(lines, start=1):
            found = known_areas.named(line) if line else None
            if isinstance(found, known_areas.Area):
                codes.append(found.code)
            elif line:
                asked.append(ValidationError(f"Linje {number}: {_asked_about(found)}"))
        if asked:
            raise ValidationError(asked)
        return list(dict.fromkeys(codes))


def _asked_about(found: known_areas.Several | None) -> str:
    if found is None:
        return "vi kjenner ikke stedet. Skriv byen eller bydelen, og gjerne fylket etter et komma."
    return found.question


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


class _Told(forms.Form):
    """What every form here says of what a change would not accept."""

    def tell(self, error: ValidationError) -> None:
        by_field = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, ValidationError(errors))


class ApplyForm(_Told):
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
    areas = Areas("Områder der du kan møte noen")
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

    def __init__(self, data: Any = None, *, houses: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(data, **more)
        listed = list(houses)
        self.fields["association"].choices = [("", "Velg"), *listed]  # type: ignore[attr-defined]

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


class PasteForm(_Told):
    """The notification, as it came. It is read and forgotten."""

    text = _text(
        "E-posten fra frivillig.no", reading.AT_MOST, missing="Lim inn hele e-posten.",
        help_text="Merk alt i e-posten, kopier og lim inn her. Den lagres ikke.",
        widget=forms.Textarea(attrs={"rows": 10}),
    )  # fmt: skip


class PastedForm(_Told):
    """What the notification said, to be put right before it is noted."""

    first_name = _text("Fornavn", 80, missing="Skriv fornavnet.")
    last_name = _text("Etternavn", 80, required=False)
    phone = _text("Telefon", 40, required=False, validators=[a_number])
    email = _text("E-post", 254, required=False, validators=[an_address])
    applied_on = forms.DateField(
        label="Dagen søknaden kom",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
        error_messages={
            "required": "Skriv dagen.",
            "invalid": "Skriv dagen som dag.måned.år, for eksempel 3.11.2026.",
        },
    )
    advert = forms.ChoiceField(label="Annonsen hun svarte på", required=False)
    told = _text(
        "Det hun skrev", words.TOLD_LENGTH, required=False,
        help_text=(
            f"Høyst {words.TOLD_LENGTH} tegn. Ta bort det som handler om andre, om helse eller om vold."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip

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


class TextForm(_Told):
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


class EditForm(_Told):
    """The text as a person has written it. It is shown to be copied, and kept nowhere."""

    body = _text(
        "Svaret", 6000, missing="Skriv svaret.",
        help_text="Rett det som ikke stemmer. Teksten lagres ikke, så kopier den før du går videre.",
        widget=forms.Textarea(attrs={"rows": 16}),
    )  # fmt: skip


class SentForm(_Told):
    """The answer is given, on a day."""

    on = forms.DateField(
        label="Dagen hun fikk svar",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
        error_messages={
            "required": "Skriv dagen.",
            "invalid": "Skriv dagen som dag.måned.år, for eksempel 3.11.2026.",
        },
    )

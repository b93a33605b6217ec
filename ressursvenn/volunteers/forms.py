"""The shape of what a coordinator types. What may be is decided in changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.forms import Areas
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES
from ressursvenn.shapes.fields import Day, Several
from ressursvenn.shapes.told import Ticked, Told

from .words import CONCERN_KINDS, OUTCOMES


class Colleague(forms.TypedChoiceField):
    """Somebody who works here. The form fills in who they are."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label=label, error_messages={"required": "Velg hvem."}, **kwargs)

    def offer(self, colleagues: Iterable[Person]) -> None:
        known = {person.reference: person for person in colleagues}
        self.coerce = known.__getitem__
        self.empty_value = None
        self.choices = [("", "Velg")] + [
            (reference, f"{person.name}, {person.role_name()}")
            for reference, person in known.items()
        ]


class Interviewer(Colleague):
    """Somebody who works here and screens: an adviser could write no notes afterwards."""

    def offer(self, colleagues: Iterable[Person]) -> None:
        super().offer(one for one in colleagues if one.may(Permission.SCREEN_VOLUNTEERS))


class ActForm(Told):
    """One act about one volunteer. `name` keeps the fields of several forms on a page apart."""

    starts_today = False  # is the day of the act most often today?

    def __init__(
        self,
        data: Any = None,
        *,
        name: str = "",
        today: date | None = None,
        colleagues: Iterable[Person] = (),
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        first = {"on": today} if self.starts_today else {}
        auto_id = f"{name}_%s" if name else "id_%s"
        super().__init__(data, auto_id=auto_id, initial={**first, **(initial or {})})
        for field in self.fields.values():
            if isinstance(field, Colleague):
                field.offer(colleagues)


class Nothing(ActForm):
    """An act that needs no more than the button."""


class AnswerForm(ActForm):
    starts_today = True
    on = Day("Dagen hun fikk svar")


class InterviewForm(ActForm):
    on = Day("Dagen intervjuet ble holdt")
    first_interviewer = Interviewer("Første intervjuer", required=False)
    second_interviewer = Interviewer("Andre intervjuer", required=False)
    outcome = forms.ChoiceField(label="Hva fant dere?", choices=OUTCOMES, initial="undecided")


class InterviewersForm(ActForm):
    first_interviewer = Interviewer("Første intervjuer")
    second_interviewer = Interviewer("Andre intervjuer")


class OutcomeForm(ActForm):
    outcome = forms.ChoiceField(
        label="Hva fant dere?",
        choices=[(code, word) for code, word in OUTCOMES.items() if code != "undecided"],
        widget=forms.RadioSelect,
        error_messages={"required": "Velg hva dere fant."},
    )


class CourseForm(ActForm):
    on = Day("Kursdag")
    hours = forms.DecimalField(
        label="Timer",
        max_digits=3,
        decimal_places=1,
        localize=True,
        error_messages={
            "required": "Skriv hvor mange timer.",
            "invalid": "Skriv timene som et tall, for eksempel 6 eller 2,5.",
        },
    )


class ConfidentialityForm(ActForm):
    on = Day("Dagen erklæringen ble underskrevet")


class CertificateAskedForm(ActForm):
    starts_today = True
    on = Day("Dagen hun ble bedt om attesten")


class CertificateSeenForm(ActForm):
    issued_on = Day("Dagen attesten er utstedt")
    on = Day("Dagen attesten ble vist")
    seen_by = Colleague("Hvem så attesten?")


class CertificateSeerForm(ActForm):
    seen_by = Colleague("Hvem så attesten?")


class AgreementForm(ActForm):
    on = Day("Dagen avtalen ble underskrevet")
    months = forms.IntegerField(
        label="Måneder", error_messages={"required": "Skriv hvor mange måneder."}
    )


class BirthYearForm(ActForm):
    birth_year = forms.IntegerField(
        label="Fødselsår",
        help_text="Bare året. Vi tar ikke vare på fødselsdagen.",
        error_messages={"required": "Skriv året med fire sifre."},
    )


class PauseForm(ActForm):
    until = Day("Pause til")


class LeavingForm(Ticked, ActForm):
    starts_today = True
    on = Day("Siste dag")
    sure = forms.BooleanField(
        label="Ja, hun har sluttet",
        error_messages={"required": "Kryss av hvis hun har sluttet."},
    )


class LastDayForm(ActForm):
    on = Day("Siste dag")


class ConcernForm(ActForm):
    starts_today = True
    on = Day("Dagen du ble kjent med det")
    kind = forms.ChoiceField(
        label="Hva gjelder det?",
        choices=[("", "Velg"), *CONCERN_KINDS.items()],
        help_text="Resten tas muntlig. Her skrives ingen fortelling.",
        error_messages={"required": "Velg hva det gjelder."},
    )


class ConcernSettledForm(ActForm):
    starts_today = True
    on = Day("Dagen det ble avklart")


class ContactForm(ActForm):
    """What is left empty stays as it was; what is to go is said in so many words."""

    phone = forms.CharField(label="Telefon", max_length=40, required=False)
    email = forms.CharField(label="E-post", max_length=254, required=False)
    forget = forms.BooleanField(label="Slett det jeg har latt stå tomt.", required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        forget = told.pop("forget", False)
        kept = {name: value for name, value in told.items() if value or forget}
        if not kept and not self.errors:
            raise ValidationError("Skriv det som er nytt, eller kryss av for å slette.")
        return kept


class CardForm(ActForm):
    first_name = forms.CharField(
        label="Fornavn", max_length=80, error_messages={"required": "Skriv fornavnet."}
    )
    last_name = forms.CharField(label="Etternavn", max_length=80, required=False)
    areas = Areas("Områder der hun kan møte noen")
    languages = Several("Språk", LANGUAGES)
    interests = Several("Interesser", INTERESTS)
    times = Several("Når hun kan", TIMES)
    places = forms.IntegerField(
        label="Plass til",
        initial=1,
        help_text="Koblinger hun selv ønsker om gangen. Foreningens grense gjelder likevel.",
    )


class ApplicationForm(CardForm):
    applied_on = Day("Dagen hun søkte")
    birth_year = forms.IntegerField(
        label="Fødselsår", required=False, help_text="Bare året. Det kan noteres senere."
    )
    phone = forms.CharField(label="Telefon", max_length=40, required=False)
    email = forms.CharField(label="E-post", max_length=254, required=False)

    field_order = (
        "first_name",
        "last_name",
        "applied_on",
        "birth_year",
        "phone",
        "email",
        "areas",
        "languages",
        "interests",
        "times",
        "places",
    )

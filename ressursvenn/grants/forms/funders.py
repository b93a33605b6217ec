"""A funder, what it gives to, a call, a meeting, a reader."""

from __future__ import annotations

from typing import Any

from django import forms

from ressursvenn.accounts import queries as accounts
from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import funder_forms
from .shared import words

SOURCE = "Hvor det står: brevet, lenken uten https, eller hvem som sa det."


class FunderForm(Told):
    """Who gives."""

    name = words("Navn", 120, needed="Skriv navnet på den som gir.")
    report_form = forms.ChoiceField(
        label="Rapporten skrives etter",
        choices=funder_forms.choices,
        help_text="Velg felles kjerne når giveren ikke har et eget skjema, eller dere ikke kjenner det.",
        error_messages={"required": "Velg et skjema.", "invalid_choice": "Velg fra listen."},
    )


class SchemeForm(Told):
    """What it gives to, in its own words."""

    name = words("Navn på ordningen", 200, needed="Skriv navnet på ordningen.")
    purpose = words("Formål", 2_000, needed="Skriv formålet slik giveren sier det.", rows=4)
    aims = words("Delmål i ordningen", 2_000, rows=4, help_text="Ett på hver linje.")
    source = words("Kilde", 300, needed="Skriv hvor det står.", help_text=SOURCE)
    seen_day = Day("Lest i kilden", help_text="Dagen du leste det der.")


class CallForm(Told):
    """A round that one may apply to."""

    name = words("Utlysning", 120, needed="Skriv hva utlysningen heter, for eksempel «2027».")
    deadline_day = Day("Søknadsfrist")
    source = words("Kilde", 300, needed="Skriv hvor fristen står.", help_text=SOURCE)


class MeetingForm(Told):
    """Where, who, and what was presented."""

    day = Day("Dag")
    place = words("Sted", 160, needed="Skriv hvor dere møttes.")
    who = words(
        "Hvem møttes", 300, needed="Skriv hvilke kontorer og organisasjoner som møttes.",
        help_text="Kontorer, organisasjoner og roller. Ingen navn på mennesker.",
    )  # fmt: skip
    presented = words(
        "Hva som ble lagt fram", 1_000, needed="Skriv hva som ble lagt fram.", rows=3,
        help_text="Om tiltakene. Aldri om ett menneske.",
    )  # fmt: skip


class ReaderForm(Told):
    """Somebody of the funder's who has an account here."""

    person = words(
        "Innloggingsnavn", 40, needed="Skriv innloggingsnavnet hennes.",
        help_text="Hun må ha en konto med rollen tilskuddsgiver.",
    )  # fmt: skip

    def clean_person(self) -> Any:
        found = accounts.person_called(self.cleaned_data["person"])
        if found is None or found.role != "funder":
            raise forms.ValidationError(
                "Fant ingen tilskuddsgiver med det navnet. Se etter skrivefeil."
            )
        return found

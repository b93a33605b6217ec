"""Members and whom we talk with."""

from __future__ import annotations

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .shared import Link, Mail, Words

SOURCE_HELP = "For eksempel «referat 3. mars 2026» eller adressen til siden der det står."
EXACT_HELP = "La stå tom hvis dagen bare er den vi vet at de var medlem."


class DayForm(forms.Form):
    """A day to ask about."""

    dag = Day("Hvem var med den dagen?", required=False)


class MembershipForm(Told):
    name = Words("Organisasjonens navn", 100, needed="Skriv navnet på organisasjonen.")
    since = Day("Medlem fra")
    since_exact = forms.BooleanField(
        label="Dagen er kjent", required=False, initial=True, help_text=EXACT_HELP
    )
    since_source = Words(
        "Hvor vet dere det fra?", 300, needed="Skriv hvor dere vet det fra.", help_text=SOURCE_HELP
    )
    website = Link("Nettsted")


class EndForm(Told):
    until = Day("Sluttet")
    until_exact = forms.BooleanField(
        label="Dagen er kjent", required=False, initial=True, help_text=EXACT_HELP
    )
    until_source = Words(
        "Hvor vet dere det fra?", 300, needed="Skriv hvor dere vet det fra.", help_text=SOURCE_HELP
    )


class PutRightForm(Told):
    reason = Words("Hvorfor var det feil?", 60, needed="Skriv kort hvorfor det var feil.")


class ContactForm(Told):
    name = Words("Navn", 80, needed="Skriv hvem det er.")
    role = Words("Rolle", 80)
    email = Mail("E-post", required=False)
    phone = Words("Telefon", 20)

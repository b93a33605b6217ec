"""Orders, the store and what was handed out."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import words
from ..models.buttons import MOST
from .shared import Mail, Many, One, Words

WHO = "Navnet på lokalforeningen, skolen eller bedriften. Ikke ditt eget."
NEED_WHO = "Skriv navnet på organisasjonen."


class OrderForm(Told):
    """What the public asks for, and where it is to be sent."""

    kind = One("Hvem bestiller?", words.KINDS, needed="Velg hva slags organisasjon det er.")
    who = Words("Navnet på organisasjonen", 100, needed=NEED_WHO, help_text=WHO)
    county = One("Fylke", {}, needed="Velg fylke.")
    number = Many("Hvor mange knapper?", MOST)
    wanted = Day("Når trengs de?", required=False, help_text="La stå tom hvis det ikke haster.")
    attention = Words("Pakken sendes til", 80, needed="Skriv hvem pakken sendes til.")
    street = Words("Gateadresse eller postboks", 100, needed="Skriv gateadressen eller postboksen.")
    postcode = Words("Postnummer", 4, needed="Skriv postnummeret.")
    town = Words("Poststed", 40, needed="Skriv poststedet.")
    email = Mail(
        "E-post", required=False, help_text="Bare hvis vi må spørre om noe. Slettes sammen med adressen."
    )  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        of_country(self)
        self.fields["postcode"].widget.attrs["inputmode"] = "numeric"
        for name, kind in AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = kind

    def clean_postcode(self) -> str:
        code = self.cleaned_data["postcode"].strip()
        if not re.fullmatch(r"[0-9]{4}", code):
            raise ValidationError("Skriv postnummeret med fire sifre, for eksempel 0150.")
        return code


AUTOCOMPLETE = {
    "who": "organization", "attention": "name", "street": "street-address", "postcode": "postal-code",
    "town": "address-level2", "email": "email",
}  # fmt: skip


def of_country(form) -> None:
    """The counties are read when a form is made, not when the house starts."""
    form.fields["county"].choices = [("", "Velg …"), *words.counties().items()]


class SendForm(Told):
    number = Many("Hvor mange er sendt?", MOST)


class DeclineForm(Told):
    why = One("Hvorfor ikke?", words.NOT_SENT, needed="Velg en grunn.")


class StockForm(Told):
    kind = One("Hva skjedde?", words.MOVES, needed="Velg hva som skjedde.")
    number = Many("Antall", 1_000_000)
    day = Day("Dag")
    told = Words("Merknad", 200, help_text="For eksempel «ny levering» eller «med på konferansen».")


class HandOutForm(Told):
    kind = One("Hvem delte ut?", words.KINDS, needed="Velg hva slags organisasjon det er.")
    who = Words("Navnet på organisasjonen", 100, needed=NEED_WHO, help_text="Aldri hvem som fikk.")
    county = One("Fylke", {}, needed="Velg fylke.")
    number = Many("Antall", MOST)
    day = Day("Dag")
    source = Words(
        "Hvor vet dere det fra?", 200, needed="Skriv hvor dere vet det fra.",
        help_text="For eksempel «e-post fra lokalforeningen».",
    )  # fmt: skip

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        of_country(self)

"""Meetings, groups and ambassadors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day, Several
from ressursvenn.shapes.told import Told

from .. import words
from .shared import One, Words

NOT_PEOPLE = "Skriv hva som ble sagt, ikke hvem i programmet det gjelder. Aldri noe om en deltaker."


class MeetingForm(Told):
    day = Day("Dag")
    title = Words(
        "Hva møtet gjelder", 100, needed="Skriv hva møtet gjelder.", help_text="For eksempel «Alliansemøte»."
    )  # fmt: skip
    place = Words("Sted", 120, help_text="Et lokale, eller «på nett».")


class _AmongOrganisations(Told):
    """`organisations` maps reference to row: a row comes out."""

    def __init__(self, data: Any = None, *, organisations: Iterable[Any], **more: Any) -> None:
        super().__init__(data, **more)
        self.rows: Mapping[str, Any] = {row.reference: row for row in organisations}
        for name in self.of_organisations:
            field: Any = self.fields[name]
            blank = [] if isinstance(field, forms.MultipleChoiceField) else [("", "Velg …")]
            field.choices = [*blank, *((code, row.name) for code, row in self.rows.items())]

    of_organisations: tuple[str, ...] = ()


class MinutesForm(_AmongOrganisations):
    of_organisations = ("present",)
    present = Several("Hvem var der", {})
    minutes = Words(
        "Referat", 20_000, needed="Skriv referatet.", rows=14, help_text=NOT_PEOPLE
    )  # fmt: skip

    def clean_present(self) -> list[Any]:
        return [self.rows[code] for code in self.cleaned_data["present"]]


class DecisionForm(_AmongOrganisations):
    of_organisations = ("seen_to_by",)
    text = Words("Vedtak", 400, needed="Skriv hva som ble vedtatt.", rows=2)
    seen_to_by = One("Følges opp av", {})
    due = Day("Innen", required=False)

    def clean_seen_to_by(self) -> Any:
        return self.rows.get(self.cleaned_data["seen_to_by"])


class CorrectionForm(Told):
    text = Words("Hva skal det stå?", 400, needed="Skriv rettelsen.", rows=2)


class GroupForm(Told):
    hole = One("Hull", words.HOLES, needed="Velg hvilket hull gruppen arbeider med.")
    name = Words("Navn", 80, needed="Gi gruppen et navn.")
    task = Words("Oppdrag", 300, needed="Skriv hva gruppen skal gjøre.", rows=2)


class SeatForm(_AmongOrganisations):
    of_organisations = ("organisation",)
    organisation = One("Organisasjon", {}, needed="Velg en organisasjon.")
    leads = forms.BooleanField(label="Leder gruppen", required=False)

    def clean_organisation(self) -> Any:
        return self.rows[self.cleaned_data["organisation"]]


class AmbassadorForm(Told):
    name = Words("Navn", 80, needed="Skriv hvem det er.")
    known_as = Words(
        "Hvem det er", 100, needed="Skriv hvem det er.",
        help_text="For eksempel «skihopper» eller «ordfører i Moss».",
    )  # fmt: skip
    words = Words("Det ambassadøren selv sier", 300, rows=3)
    agreed = Day("Sa ja den", help_text="Dagen ambassadøren sa ja til å stå her med navn.")

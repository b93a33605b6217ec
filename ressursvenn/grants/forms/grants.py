"""An application and what is in it; the letter, what it asks, what is changed, what is learnt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import accounting, counting
from .. import words as listed
from .shared import Kroner, OneOf, one_of_words, words


class ApplicationForm(Told):
    """Which call, what it is called, where, and when."""

    title = words("Tittel", 120, needed="Skriv hva søknaden heter.")
    first_day = Day("Første dag")
    last_day = Day("Siste dag")

    def __init__(
        self, *args: Any, calls: Iterable[Any], associations: Iterable[Any], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["call"] = OneOf(
            "Utlysning", calls, lambda row: f"{row.scheme.funder.name}: {row.scheme.name}, {row.name}",
            needed="Velg utlysningen det søkes på.",
        )  # fmt: skip
        self.fields["association"] = OneOf(
            "Hvor", associations, nothing="Hele landet",
            help_text="Hvem som får pengene, og hvor aktivitetene telles.",
        )  # fmt: skip
        self.order_fields(["call", "title", "association", "first_day", "last_day"])


class GoalForm(Told):
    part = one_of_words("Tiltak", listed.MEASURES)
    says = words("Delmål", 300, needed="Skriv hva tilskuddet skal føre til.", rows=2)


class IndicatorForm(Told):
    """Counted by the house where it can be, so that nobody counts by hand."""

    says = words("Hva som telles", 200, needed="Skriv hva som telles.")
    target = forms.IntegerField(
        label="Mål i søknaden", min_value=0, max_value=9_999_999,
        error_messages={"min_value": "Skriv et tall fra null og opp.", "max_value": "Tallet er for stort."},
    )  # fmt: skip

    def __init__(self, *args: Any, part: str, association: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        known = counting.may_be_counted(association).values()
        own = [(one.code, one.nb) for one in known if one.part == part]
        self.fields["figure"] = forms.ChoiceField(
            label="Tallet hentes fra", required=False, choices=[("", "Vi teller selv"), *own],
            help_text="Tall om deltakere kan ikke velges. De gis bare ut samlet for hele landet.",
        )  # fmt: skip
        self.order_fields(["says", "figure", "target"])


class LineForm(Told):
    part = one_of_words("Tiltak", listed.PARTS)
    name = words("Budsjettlinje", 80, needed="Skriv hva pengene skal gå til.")
    sought = Kroner("Søkt om, i kroner", least=1)


class PartnerForm(Told):
    part = one_of_words("Tiltak", listed.MEASURES)
    name = words("Navn", 120, needed="Skriv navnet på organisasjonen eller kontoret.")
    does = words("Hva dere samarbeider om", 300, needed="Skriv hva dere samarbeider om.", rows=2)
    agreement_day = Day("Skriftlig avtale fra", required=False)


class CountForm(Told):
    """What counts towards this grant."""

    def __init__(self, *args: Any, association: Any, already: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        left = [
            one
            for one in counting.may_be_counted(association).values()
            if one.code not in set(already)
        ]
        self.fields["figure"] = forms.ChoiceField(
            label="Aktivitet",
            choices=[(one.code, f"{listed.MEASURES[one.part]}: {one.nb}") for one in left],
        )


class OwnerForm(Told):
    def __init__(self, *args: Any, keepers: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"] = OneOf(
            "Ansvarlig", keepers, lambda row: row.name, needed="Velg hvem."
        )


class AwardForm(Told):
    """What stands in the letter."""

    letter_day = Day("Brevets dato")
    letter_number = words(
        "Brevets nummer", 60, needed="Skriv nummeret på brevet, slik giveren har det."
    )
    amount = Kroner("Beløp i kroner", least=1)
    report_day = Day("Rapporten skal være inne")
    audit = forms.ChoiceField(
        label="Kontroll av regnskapet", choices=list(listed.AUDITS.items()), required=False
    )
    shares = words(
        "Ord i brevet om deling", 400, rows=2,
        help_text="Bare hvis brevet sier at det som teller her, kan telle hos andre også: skriv av ordene.",
    )  # fmt: skip


class DivideForm(Told):
    """An amount for each line; together they are the letter's."""

    def __init__(self, *args: Any, lines: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lines = {f"line-{row.reference}": row.pk for row in lines}
        for row in lines:
            begun = row.sought if row.awarded is None else row.awarded
            told = f"{row.get_part_display()}: {row.name}"
            self.fields[f"line-{row.reference}"] = Kroner(
                told, initial=begun, help_text=f"Søkt om {accounting.told(row.sought)} kroner."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        amounts: Mapping[int, Any] = {pk: cleaned.get(name) or 0 for name, pk in self.lines.items()}
        return {"amounts": amounts}


class NextReportForm(Told):
    report_day = Day("Neste rapport skal være inne")


class ConditionForm(Told):
    says = words("Vilkår", 400, needed="Skriv hva brevet ber om.", rows=2)
    due_day = Day("Frist", required=False)


class ChangeForm(Told):
    """More time, money between two lines, or something else than what was applied for."""

    kind = one_of_words("Slag", listed.CHANGES)
    says = words("Hva og hvorfor", 600, needed="Skriv hva dere har spurt om.", rows=3)
    asked_day = Day("Spurt giveren")
    new_last_day = Day("Ny siste dag", required=False, help_text="Når det er tid det gjelder.")
    amount = Kroner("Kroner som flyttes", least=1, required=False)

    def __init__(self, *args: Any, lines: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        rows = list(lines)
        for name, label in (("from_line", "Fra linjen"), ("to_line", "Til linjen")):
            self.fields[name] = OneOf(
                label, rows, lambda row: f"{row.get_part_display()}: {row.name}", nothing="Ingen"
            )
        self.order_fields(
            ["kind", "says", "asked_day", "new_last_day", "from_line", "to_line", "amount"]
        )


class ChangeAnswerForm(Told):
    agreed = forms.TypedChoiceField(
        label="Giveren sa", choices=[("yes", "Ja"), ("no", "Nei")], widget=forms.RadioSelect,
        coerce=lambda said: said == "yes", empty_value=None,
    )  # fmt: skip
    answer_day = Day("Dagen giveren svarte")


class ExperienceForm(Told):
    """Noted while it is remembered."""

    part = one_of_words("Tiltak", listed.MEASURES)
    kind = one_of_words("Slag", listed.EXPERIENCES)
    day = Day("Dag")
    says = words(
        "Hva", 600, needed="Skriv det med en setning eller to.", rows=3,
        help_text="Om arbeidet, aldri om ett menneske, og uten tall om deltakere.",
    )  # fmt: skip

"""The shape of what an editor writes about demands and figures. No tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day, Several
from ressursvenn.shapes.told import Told

from . import words

NOBODY = "Navngi organ og rolle, aldri et menneske: «statsråden», «komiteen», «kommunestyret»."
YEAR = "Skriv året med fire sifre, for eksempel 2024."
LINK = "Skriv en hel lenke, som begynner med https://."
CHOOSE = [("", "Velg")]
NONE = [("", "Ingen")]


def _text(
    label: str, length: int, *, missing: str = "", rows: int = 0, **more: Any
) -> forms.CharField:
    errors = {"max_length": f"Skriv høyst {length} tegn."}
    errors |= {"required": missing} if missing else {}
    if rows:
        more["widget"] = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=length, required=bool(missing), error_messages=errors, **more
    )


def _choice(
    label: str, choices: Iterable[tuple[str, str]], *, missing: str = "", **more: Any
) -> forms.ChoiceField:
    errors = {"invalid_choice": "Velg fra listen."}
    errors |= {"required": missing} if missing else {}
    return forms.ChoiceField(
        label=label, choices=list(choices), required=bool(missing), error_messages=errors, **more
    )


def _year(*, required: bool) -> forms.IntegerField:
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEAR)
    return forms.IntegerField(
        label="År", min_value=1900, max_value=2999, required=required, error_messages=errors,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


def _link() -> forms.URLField:
    return forms.URLField(
        label="Lenke", required=False, assume_scheme="https",
        error_messages={"invalid": LINK, "max_length": "Lenken er for lang."}, max_length=200,
    )  # fmt: skip


class _Picked(Told):
    """Rows are chosen by reference among those that were listed, and come out as rows."""

    picks: dict[str, dict[str, Any]]

    def _offer(
        self, name: str, rows: Iterable[Any], said: Any, empty: list[tuple[str, str]]
    ) -> None:
        self.picks = getattr(self, "picks", {})
        self.picks[name] = {row.reference: row for row in rows}
        listed = [(reference, said(row)) for reference, row in self.picks[name].items()]
        self.fields[name].choices = [*empty, *listed]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for name in set(told) & set(getattr(self, "picks", {})):
            chosen, rows = told[name], self.picks[name]
            told[name] = (
                [rows[one] for one in chosen] if isinstance(chosen, list) else rows.get(chosen)
            )
        return told


class TextForm(Told):
    """The words of a demand, as the next version."""

    title = _text(
        "Kravet, i én setning", 140, missing="Skriv kravet i én setning.",
        help_text="Slik det kan siteres. Hva som skal gjøres, og av hvem.",
    )  # fmt: skip
    body = _text("Begrunnelse", 3000, missing="Skriv hvorfor.", rows=8)
    why = _text(
        "Hva er endret?", 200, missing="Skriv hva som er endret siden forrige versjon.",
        help_text="Alle får se dette, sammen med begge versjonene.",
    )  # fmt: skip


class DemandForm(_Picked):
    """A new demand."""

    hole = _choice(
        "Hvilket hull i knappen", words.HOLES.items(), missing="Velg ett av de fire hullene.",
        widget=forms.RadioSelect,
    )  # fmt: skip
    title = _text(
        "Kravet, i én setning", 140, missing="Skriv kravet i én setning.",
        help_text="Slik det kan siteres. Hva som skal gjøres, og av hvem.",
    )  # fmt: skip
    body = _text("Begrunnelse", 3000, missing="Skriv hvorfor.", rows=8)
    raised_day = Day("Dagen kravet ble reist")
    addressees = Several("Adressert til", {}, needed="Velg minst én kravet er adressert til.")

    def __init__(self, *args: Any, addressees: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer("addressees", addressees, str, [])

    @property
    def has_nobody(self) -> bool:
        """There is no body to address anything to yet."""
        return not self.picks["addressees"]


class AddressForm(_Picked):
    """Whom a demand is addressed to."""

    addressees = Several("Adressert til", {}, needed="Velg minst én kravet er adressert til.")

    def __init__(self, *args: Any, addressees: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer("addressees", addressees, str, [])


class AddresseeForm(Told):
    """A body that can meet a demand."""

    kind = _choice(
        "Hva slags", words.ADDRESSEES.items(), missing="Velg hva slags.", widget=forms.RadioSelect
    )
    name = _text("Navn", 100, missing="Skriv navnet.", help_text="Organet, ikke et menneske.")


class HappenedForm(_Picked):
    """Something has happened with a demand."""

    kind = _choice(
        "Hva hendte?",
        words.HAPPENINGS.items(),
        missing="Velg hva som hendte.",
        widget=forms.RadioSelect,
    )
    day = Day("Dagen det hendte")
    addressee = _choice("Hvem", NONE)
    says = _text("Kort sagt", 400, missing="Skriv kort hva som hendte.", rows=3, help_text=NOBODY)
    source = _text("Kilde", 200, help_text="Hvor det står: referat, brev, dokument med nummer.")
    link = _link()
    promise = _choice("Løftet det gjelder", NONE)
    due_day = Day("Lovet til", required=False)

    def __init__(
        self, *args: Any, addressees: Iterable[Any], promises: Iterable[Any], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._offer("addressee", addressees, str, NONE)
        self._offer("promise", promises, lambda row: f"{row.day:%d.%m.%Y}: {row.says}"[:90], NONE)


class EvidenceForm(_Picked):
    """What stands behind a demand."""

    says = _text("Hva som er funnet", 300, missing="Skriv hva som er funnet.", rows=3)
    source = _text("Kilde", 200, missing="Skriv hvor funnet er fra: hvem, og hvilken rapport.")
    year = _year(required=True)
    link = _link()
    figure = _choice("Et av våre tall", NONE)

    def __init__(self, *args: Any, figures: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer("figure", figures, lambda row: f"{row.value} {row.says}"[:90], NONE)


class StrikeForm(Told):
    """Why something that was noted was wrong."""

    why = _choice(
        "Hvorfor strykes det?", words.WHY_STRUCK.items(), missing="Velg hvorfor det strykes.",
        widget=forms.RadioSelect,
    )  # fmt: skip


class FigureForm(_Picked):
    """A figure with all that stands behind it. It can be saved before all of it is known."""

    value = _text(
        "Tallet", 40, missing="Skriv tallet slik det skal stå.", help_text="For eksempel «8,2 %»."
    )
    says = _text(
        "Hva tallet er", 240, missing="Skriv hva tallet er.",
        help_text="Fortsettelsen av setningen som begynner med tallet.",
    )  # fmt: skip
    source = _text("Kilde", 200, help_text="Hvem har talt, og hvor står det.")
    year = _year(required=False)
    population = _text(
        "Hvem det gjelder", 200, help_text="For eksempel «kvinner 18–75 år i Norge»."
    )
    link = _link()
    review_day = Day("Ses over innen", required=False)
    owner = _choice("Eier", NONE, help_text="Den som får beskjed når tallet skal ses over.")

    def __init__(self, *args: Any, owners: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self._offer("owner", owners, lambda row: row.name, NONE)


class LookOverForm(Told):
    """The source still says so."""

    review_day = Day("Ses over på nytt innen")


class SinceForm(forms.Form):
    """A day, for what has changed since."""

    siden = Day("Siden")

"""An expense, a file of them, and the line that one is charged to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from ressursvenn.shapes.fields import Day
from ressursvenn.shapes.told import Told

from .. import accounting, ledger
from .shared import Amount, OneOf, words

TOO_LARGE = "Filen er for stor: høyst 1 MB. Ta ut færre måneder om gangen."


def _accounts(associations: Iterable[Any]) -> OneOf:
    return OneOf("Hvem sitt regnskap", associations, nothing="Det nasjonale")


def _line(lines: Iterable[Any]) -> OneOf:
    return OneOf(
        "Budsjettlinje",
        lines,
        lambda row: f"{row.grant.title}, {row.get_part_display()}: {row.name}",
        needed="Velg linjen det føres på.",
    )


class ExpenseForm(Told):
    voucher = words("Bilag", 30, needed="Skriv bilagets nummer.")
    day = Day("Dato")
    says = words(
        "Tekst", 160, needed="Skriv hva det gjelder.",
        help_text="Slik det står i regnskapet. Ingen navn på mennesker.",
    )  # fmt: skip
    amount = Amount("Beløp i kroner", help_text="Med minus når noe er betalt tilbake.")

    def __init__(self, *args: Any, associations: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["association"] = _accounts(associations)
        self.order_fields(["association", "voucher", "day", "says", "amount"])


class FileForm(Told):
    """A file, or what was read from it once already and is confirmed."""

    file = forms.FileField(
        label="Fil fra regnskapet",
        error_messages={"required": "Velg en fil.", "empty": "Filen er tom. Velg en annen."},
        help_text="CSV med Bilag, Dato, Tekst og Beløp (eller Debet og Kredit) i første rad. Den lagres ikke.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"}),
    )
    text = forms.CharField(required=False, widget=forms.HiddenInput, max_length=ledger.LARGEST)

    def __init__(self, *args: Any, associations: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["association"] = _accounts(associations)
        self.fields["file"].required = not self.data.get("text")
        self.order_fields(["association", "file", "text"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        read = self._read(cleaned)
        if read is None:
            return cleaned
        found = ledger.understood(read)
        self.found, self.content = found, read
        for fault in found.faults[:20]:
            self.add_error("file", fault)
        return {"association": cleaned.get("association"), "entries": found.entries}

    def _read(self, cleaned: dict[str, Any]) -> str | None:
        """None when it is too large to read, which is then said."""
        file = cleaned.get("file")
        if file is None:
            text: str = cleaned["text"]
            return text
        if file.size > ledger.LARGEST:
            self.add_error("file", TOO_LARGE)
            return None
        return ledger.decoded(file.read())


class ChargeForm(Told):
    """Which line, and how much of it."""

    amount = Amount("Beløp i kroner")

    def __init__(self, *args: Any, lines: Iterable[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["line"] = _line(lines)
        self.order_fields(["line", "amount"])


class ChargeAllForm(Told):
    """Those that are ticked, and the line for what is left of each."""

    def __init__(
        self, *args: Any, lines: Iterable[Any], expenses: Iterable[Any], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.rows = {row.reference: row for row in expenses}
        self.fields["expenses"] = forms.MultipleChoiceField(
            label="Utgifter",
            choices=[(reference, row.voucher) for reference, row in self.rows.items()],
            error_messages={
                "required": "Kryss av for minst én utgift.",
                "invalid_choice": "En av utgiftene er ført i mellomtiden. Se listen en gang til.",
            },
        )
        self.fields["line"] = _line(lines)

    @property
    def ticked(self) -> list[str]:
        """As they were sent, so that a tick is not lost."""
        sent: list[str] | None = self["expenses"].value()
        return sent or []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = [self.rows[reference] for reference in cleaned.get("expenses", [])]
        return {**cleaned, "expenses": chosen}


def as_typed(amount: Any) -> str:
    """An amount as somebody would write it in the field."""
    return accounting.told(amount).replace("\u00a0", "").replace("\u2212", "-")

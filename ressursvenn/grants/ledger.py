"""A file from an accounting system, as rows of expenses: CSV in the ways that Norwegian systems write it. Pure.

A column is known by its heading. A row that cannot be read is told of by its number, and nothing is guessed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from . import sieve

LARGEST = 1_000_000  # bytes
MOST_ROWS = 5_000
HEADINGS = {
    "voucher": ("bilag", "bilagsnummer", "bilagsnr", "bilagsnr.", "voucher", "nr"),
    "day": ("dato", "bilagsdato", "date", "posteringsdato"),
    "says": ("tekst", "beskrivelse", "bilagstekst", "description"),
    "amount": ("beløp", "belop", "sum", "amount", "beløp nok"),
    "debit": ("debet", "debit"),
    "credit": ("kredit", "credit"),
}
WRITTEN = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y")
NEEDED = {"voucher": "Bilag", "day": "Dato", "says": "Tekst"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that was understood."""

    voucher: str
    day: date
    says: str
    amount: Decimal

    def __post_init__(self) -> None:
        """What a line of the accounts says of somebody is let go before anybody keeps it."""
        object.__setattr__(self, "says", sieve.of_accounts(self.says))

    @property
    def key(self) -> tuple[str, date, str, Decimal]:
        return self.voucher, self.day, self.says, self.amount


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file holds, and what is wrong with it, each in a sentence that says what to do."""

    entries: tuple[Entry, ...]
    faults: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        return sum((entry.amount for entry in self.entries), Decimal(0))


def decoded(content: bytes) -> str:
    """UTF-8, with or without its mark, or the older Windows letters."""
    for letters in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(letters)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def understood(text: str) -> Ledger:
    """Every row, or why not."""
    whole = re.sub(r"\A\s*[\r\n]", "", text.replace("\x00", ""))
    if not whole.strip():
        return Ledger((), ("Filen er tom. Velg en annen.",))
    first = whole.splitlines()[0]
    try:  # read as one text: what is quoted may go over several lines
        rows = list(csv.reader(io.StringIO(whole, newline=""), delimiter=_between(first)))
    except csv.Error:
        return Ledger((), ("Filen kan ikke leses som CSV. Ta den ut av regnskapet på nytt.",))
    if sum(map(any, rows)) > MOST_ROWS + 1:
        return Ledger(
            (), (f"Filen har over {MOST_ROWS} rader. Del den opp, for eksempel etter måned.",)
        )
    columns = _columns(rows[0])
    missing = [word for name, word in NEEDED.items() if name not in columns]
    if not {"amount", "debit", "credit"} & set(columns):
        missing.append("Beløp")
    if missing:
        return Ledger((), (_without(missing),))
    return _read(rows[1:], columns)


def _without(missing: list[str]) -> str:
    return (
        f"Første rad mangler {', '.join(missing)}. Ta den ut av regnskapet på nytt med overskriftene Bilag, "
        "Dato, Tekst og Beløp."
    )


def _between(line: str) -> str:
    """Semicolon in Norwegian spreadsheets, tab where it was copied, comma elsewhere."""
    return max(";\t,", key=line.count)


def _columns(headings: list[str]) -> dict[str, int]:
    found = {word.strip().lower(): number for number, word in enumerate(headings)}
    return {
        name: found[word]
        for name, known in HEADINGS.items()
        for word in reversed(known)
        if word in found
    }


def _read(rows: list[list[str]], columns: Mapping[str, int]) -> Ledger:
    entries, faults = [], []
    for number, row in enumerate(rows, start=2):
        cells = {
            name: " ".join(row[at].split()) if at < len(row) else "" for name, at in columns.items()
        }
        if not any(cells.values()):
            continue
        try:
            entries.append(_entry(cells))
        except ValueError as fault:
            faults.append(f"Rad {number}: {fault}")
    if not entries and not faults:
        faults.append("Filen har overskrifter, og ingen rader. Velg en annen.")
    return Ledger(tuple(entries), tuple(faults))


def _entry(cells: Mapping[str, str]) -> Entry:
    """Raises ValueError with what to do."""
    if not cells["voucher"] or len(cells["voucher"]) > 30:
        raise ValueError("Skriv bilagets nummer, høyst 30 tegn.")
    if not cells["says"] or len(cells["says"]) > 160:
        raise ValueError("Skriv en tekst, høyst 160 tegn.")
    amount = _amount(cells)
    if not amount or abs(amount) >= Decimal(10**9):
        raise ValueError("Skriv beløpet i kroner, og ikke null.")
    return Entry(cells["voucher"], _day(cells["day"]), cells["says"], amount)


def _day(text: str) -> date:
    for written in WRITTEN:
        try:
            return datetime.strptime(text, written).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError("Skriv dagen som dag.måned.år, for eksempel 3.11.2026.")


def _amount(cells: Mapping[str, str]) -> Decimal:
    if "amount" in cells:
        return kroner(cells["amount"])
    debit, credit = (kroner(cells.get(side) or "0") for side in ("debit", "credit"))
    return debit - credit


def kroner(text: str) -> Decimal:
    """1 234,50 and 1.234,50 and 1234.50, with a minus before or after, or in brackets. Raises ValueError."""
    bare = re.sub(r"\s|kr\.?|NOK", "", text.replace("\u2212", "-"), flags=re.IGNORECASE)
    if bare.endswith("-"):
        bare = f"-{bare[:-1]}"
    elif bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    if "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+", bare):
        bare = bare.replace(".", "")
    if not re.fullmatch(r"-?\d+(\.\d{1,2})?", bare):
        raise ValueError("Skriv beløpet med sifre, for eksempel 1234,50.")
    return Decimal(bare)

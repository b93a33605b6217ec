"""Expenses: entered or read from a file, charged to lines, struck. What a funder has been told stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, queries, rules, sieve
from ..ledger import Entry
from ..models import Charge, Expense, Grant, ImportedFile, Line
from ._noting import (
    happened,
    keeper,
    locked,
    not_told_yet,
    noted,
    of_work_alone,
    terms,
    told_until,
)


@transaction.atomic
def enter_expense(
    *,
    association: Association | None,
    voucher: str,
    day: date,
    says: str,
    amount: Decimal,
    by: Person,
) -> Expense:
    """An expense from the accounts. The same once more is a slip."""
    keeper(by)
    if day > timezone.localdate():
        raise ValidationError({"day": "Dagen ligger fram i tid."})
    says = sieve.of_accounts(of_work_alone("says", says))
    row = Expense(association=association, voucher=voucher, day=day, says=says, amount=amount)
    if queries.known_among(association, [day])[voucher, day, says, amount]:
        raise ValidationError(
            {"voucher": "Det samme bilaget med samme dato, tekst og beløp står der alt."}
        )
    return noted(row, by=by, did="expense_entered")


@transaction.atomic
def read_file(
    *, association: Association | None, entries: Sequence[Entry], by: Person
) -> ImportedFile:
    """The lines of a file from the accounting system are entered; those that are here already are left."""
    keeper(by)
    known = queries.known_among(association, (entry.day for entry in entries))
    new = []
    for entry in entries:
        if known[entry.key] > 0:
            known[entry.key] -= 1
        else:
            new.append(entry)
    if not new:
        raise ValidationError("Alle radene i filen står her alt. Ingenting er lagt inn.")
    file = noted(ImportedFile(rows=len(new), known=len(entries) - len(new)), by=by, did="file_read")
    today = timezone.localdate()
    Expense.objects.bulk_create(
        Expense(
            association=association, voucher=entry.voucher, day=entry.day, says=entry.says,
            amount=entry.amount, file=file, noted_on=today, noted_by=by,
        )
        for entry in new
    )  # fmt: skip
    return file


@transaction.atomic
def undo_file(*, file: ImportedFile, by: Person) -> ImportedFile:
    """It was the wrong file. Nothing of it may have been charged."""
    row = locked(file, by=by)
    if Charge.objects.filter(expense__file=row, expense__struck_on=None).exists():
        raise ValidationError("Noe fra filen er ført på en linje. Ta bort føringen først.")
    here = row.expenses.filter(struck_on=None)
    here.update(struck_on=timezone.localdate(), struck_by=by)
    return happened(row, "undone", by=by, did="file_undone")


@transaction.atomic
def charge(*, expense: Expense, line: Line, amount: Decimal, by: Person) -> Charge:
    """So much of it is charged to a line of a grant."""
    row = _standing(expense, by)
    for _, error in _refused({row: amount}, line):
        raise error
    return noted(Charge(expense=row, line=line, amount=amount), by=by, did="charged", to=line.grant)


def _refused(
    amounts: Mapping[Expense, Decimal], line: Line
) -> Iterator[tuple[Expense, ValidationError]]:
    """Those that may not be charged to the line, and why. As many questions however many they are."""
    until, limits = told_until(line.grant), terms()
    here = set(line.charges.filter(expense__in=amounts).values_list("expense", flat=True))
    for expense, asked in zip(amounts, facts.of_charges(amounts, line), strict=True):
        try:
            not_told_yet(expense.day, until)
            if expense.pk in here:
                raise ValidationError({"line": "Utgiften er ført på den linjen alt."})
            or_why_not(not_met(rules.may_be_charged(asked, limits)))
        except ValidationError as error:
            yield expense, error


@transaction.atomic
def charge_all(*, expenses: Sequence[Expense], line: Line, by: Person) -> list[Charge]:
    """What is left of each of them is charged to a line: of all of them, or of none."""
    keeper(by)
    left = _left_of([one.pk for one in expenses])
    for expense, error in _refused(left, line):
        said = " ".join(error.messages)
        raise ValidationError(f"Bilag {expense.voucher}: {said} Ingen er ført.")
    audit.record(by=by, did="grants.all_charged", to=line.grant)
    noted_now = {"line": line, "noted_on": timezone.localdate(), "noted_by": by}
    return Charge.objects.bulk_create(
        Charge(expense=expense, amount=amount, **noted_now) for expense, amount in left.items()
    )


def _left_of(keys: Sequence[int]) -> dict[Any, Decimal]:
    """What is left of each, and nobody changes them until we are done."""
    held = Expense.objects.select_for_update(of=("self",)).filter(pk__in=keys, struck_on=None)
    if len(held) < len(set(keys)):
        raise ValidationError("En av utgiftene er strøket. Ingen er ført. Se listen en gang til.")
    rows = queries.expenses().in_bulk(keys)
    for row in rows.values():
        if not row.left:
            raise ValidationError(f"Bilag {row.voucher}: Hele utgiften er ført alt. Ingen er ført.")
    return {rows[key]: rows[key].left for key in keys}


@transaction.atomic
def take_back_charge(*, charge: Charge, by: Person) -> None:
    """It belongs on another line."""
    row = locked(charge, by=by)
    not_told_yet(row.expense.day, told_until(row.line.grant))
    audit.record(by=by, did="grants.charge_taken_back", to=row.line.grant)
    row.delete()


@transaction.atomic
def strike_expense(*, expense: Expense, by: Person) -> Expense:
    """It was never an expense of ours. What was charged of it falls."""
    row = _standing(expense, by)
    grants = Grant.objects.filter(lines__charges__expense=row)
    not_told_yet(row.day, told_until(*grants))
    row.charges.all().delete()
    return happened(row, "struck", by=by, did="expense_struck")


def _standing(expense: Expense, by: Person) -> Expense:
    row = locked(expense, by=by)
    if row.struck_on:
        raise ValidationError("Utgiften er strøket.")
    return row

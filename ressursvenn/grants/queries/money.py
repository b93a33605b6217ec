"""Expenses, what they are charged to, and the accounts of a grant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, Round

from .. import accounting
from ..models import Amendment, Charge, Expense, ImportedFile, Line

Known = tuple[str, date, str, Decimal]


def expenses(*, unplaced: bool = False) -> QuerySet[Any]:
    """Those that stand, the newest first, each with what is `charged`; or only those with something left."""
    charged = Coalesce(Sum("charges__amount"), Decimal(0))
    rows = Expense.objects.filter(struck_on=None).select_related("association")
    rows = rows.annotate(charged=charged, left=Round(F("amount") - F("charged"), 2))
    rows = rows.order_by("-day", "-pk")  # said again: a sum loses the order of the table
    return rows.filter(~Q(left=0)) if unplaced else rows


def expense_called(reference: str) -> Any:
    return expenses().filter(reference=reference).first()


def charges_of(expense: Expense) -> QuerySet[Charge]:
    rows = Charge.objects.filter(expense=expense)
    return rows.select_related("line__grant__call__scheme__funder")


def charge_called(reference: str) -> Charge | None:
    rows = Charge.objects.select_related("expense", "line__grant")
    return rows.filter(reference=reference).first()


def files() -> QuerySet[ImportedFile]:
    """The files that were read, the newest first."""
    return ImportedFile.objects.filter(undone_on=None).select_related("noted_by")


def file_called(reference: str) -> Any:
    """One of them, with how many of its rows still stand."""
    stand = Count("expenses", filter=Q(expenses__struck_on=None))
    return files().annotate(stand=stand).filter(reference=reference).first()


def known_among(place: Any, days: Iterable[date]) -> Counter[Known]:
    """How many of each there are already, in these accounts and on these days."""
    listed = list(days)
    if not listed:
        return Counter()
    rows = Expense.objects.filter(
        struck_on=None, association=place, day__range=(min(listed), max(listed))
    )
    return Counter(rows.order_by().values_list("voucher", "day", "says", "amount"))


def already_here(place: Any, keys: Iterable[Known]) -> int:
    """How many of these are here already."""
    counted = Counter(keys)
    known = known_among(place, (day for _, day, _, _ in counted))
    return sum((known & counted).values())


def accounts_of(
    grant: Any, until: date | None = None, since: date | None = None
) -> accounting.Table:
    """As they stood at the end of a day; what was spent before `since` by itself. `grant` has its award."""
    charges = Charge.objects.filter(line__grant=grant, expense__struck_on=None)
    changes = Amendment.objects.filter(grant=grant)
    if until:
        charges = charges.filter(expense__day__lte=until)
        changes = changes.filter(answer_day__lte=until)
    earlier = charges.filter(expense__day__lt=since) if since else charges.none()
    now = charges.filter(expense__day__gte=since) if since else charges
    award = getattr(grant, "award", None)
    return accounting.table(
        list(Line.objects.filter(grant=grant).values("pk", "part", "name", "sought", "awarded")),
        moves_in(changes),
        _by_line(now),
        award.amount if award else 0,
        _by_line(earlier),
    )


def _by_line(charges: QuerySet[Charge]) -> dict[int, Decimal]:
    return dict(charges.order_by().values_list("line").annotate(many=Sum("amount")))


def moves_in(amendments: Iterable[Amendment]) -> list[accounting.Moved]:
    """The money that the funder has agreed to have moved."""
    return [
        (row.from_line_id, row.to_line_id, row.amount)
        for row in amendments
        if row.agreed and row.from_line_id and row.to_line_id and row.amount
    ]

"""Budget lines, expenses from the accounts, and which line each of them is charged to."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q

from ressursvenn.protection.pairs_of import on_and_by
from ressursvenn.shapes.handling import Nobodys

from ._columns import NOTED, PARTS, Noted, act_on, by, part_of
from .grants import Grant


class Line(Noted):
    """A line of the budget, in whole kroner: what was sought, and what the award gave to it."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="lines")
    part = part_of(PARTS)
    name = models.CharField("budsjettlinje", max_length=80)
    sought = models.PositiveIntegerField("søkt om, i kroner")
    awarded = models.PositiveIntegerField("bevilget, i kroner", null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("grant", "part", "name"),
                name="budget_line_named_once",
                violation_error_message="Den linjen står der alt.",
            ),
        )

    class Handling(Nobodys):
        plain = {*NOTED, "grant", "part", "name", "sought", "awarded"}


class ImportedFile(Noted):
    """A file from an accounting system was read. It may be undone as a whole until something is issued."""

    rows = models.PositiveIntegerField("rader lagt inn")
    known = models.PositiveIntegerField("rader som var her alt")
    undone_on = act_on("angret")
    undone_by = by("angret av", null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (on_and_by("undone"),)

    class Handling(Nobodys):
        plain = {*NOTED, "rows", "known", "undone_on", "undone_by"}


class Expense(Noted):
    """One line of the accounts. `voucher` is the number it has there; less than nothing is money back."""

    association = models.ForeignKey(
        "accounts.Association", models.PROTECT, verbose_name="hvem sitt regnskap", null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    voucher = models.CharField("bilag", max_length=30)
    day = models.DateField("dato")
    says = models.CharField("tekst", max_length=160)
    amount = models.DecimalField("beløp i kroner", max_digits=11, decimal_places=2)
    file = models.ForeignKey(
        ImportedFile, models.PROTECT, null=True, blank=True, related_name="expenses", editable=False
    )
    struck_on = act_on("strøket")
    struck_by = by("strøket av", null=True)

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            on_and_by("struck"),
            models.CheckConstraint(
                condition=~Q(amount=Decimal(0)),
                name="expense_is_not_nothing",
                violation_error_message="Et beløp på null kroner føres ikke.",
            ),
        )

    class Handling(Nobodys):
        plain = {
            *NOTED, "association", "voucher", "day", "says", "amount", "file", "struck_on", "struck_by",
        }  # fmt: skip


class Charge(Noted):
    """So much of an expense is charged to a line of a grant."""

    expense = models.ForeignKey(Expense, models.CASCADE, related_name="charges")
    line = models.ForeignKey(Line, models.PROTECT, related_name="charges")
    amount = models.DecimalField("beløp i kroner", max_digits=11, decimal_places=2)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("expense", "line"),
                name="expense_charged_to_a_line_once",
                violation_error_message="Utgiften er ført på den linjen alt.",
            ),
            models.CheckConstraint(condition=~Q(amount=Decimal(0)), name="charge_is_not_nothing"),
        )

    class Handling(Nobodys):
        plain = {*NOTED, "expense", "line", "amount"}

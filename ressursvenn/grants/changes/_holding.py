"""What a letter and an answer decide: when either is otherwise, all that rests on it is asked about again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.core.exceptions import ValidationError

from ressursvenn.programme.rules import Refusal
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import counting, facts, queries, rules
from ..models import Grant, Issue
from ._noting import terms

TOLD = "En rapport er gitt ut med dette, så det står. Be giveren om en endring i stedet."
COUNTS = (
    "Det gjelder «{}». Skriv av brevets ord om deling, eller ta den ut under «Underveis» først."
)
CHARGED = "Det gjelder bilag {}. Ta bort føringen først."
OVER = "På en linje blir det flyttet mer enn den har. Se de andre endringene først."


def still_holds(grant: Grant) -> None:
    """Raises ValidationError for what counts, or is charged, and may not as the grant stands now."""
    given = Grant.objects.select_related("award", "association").get(pk=grant.pk)
    or_why_not(not_met([*_counted(given), *_charged(given)]))
    if any(row.budget < 0 for row in queries.accounts_of(given).rows):
        raise ValidationError(OVER)


def _counted(grant: Grant) -> Iterator[Refusal]:
    codes = queries.counted_of(grant)
    for code, asked in zip(codes, facts.of_counts(grant, codes), strict=True):
        for no in rules.may_count(asked, terms()):
            figure = counting.FIGURES.get(code)
            which = COUNTS.format(figure.nb if figure else code)
            yield replace(no, sentence=f"{no.sentence} {which}")


def _charged(grant: Grant) -> Iterator[Refusal]:
    for line in grant.lines.prefetch_related("charges__expense"):
        amounts = {row.expense: row.amount for row in line.charges.all()}
        for expense, asked in zip(amounts, facts.of_charges(amounts, line), strict=True):
            for no in rules.may_be_charged(asked, terms()):
                yield replace(no, sentence=f"{no.sentence} {CHARGED.format(expense.voucher)}")


def not_told(grant: Grant) -> None:
    """Raises ValidationError when a report of this grant has been issued: its funder has it."""
    if Issue.objects.filter(report__grant=grant).exists():
        raise ValidationError(TOLD)

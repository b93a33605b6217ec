"""Grants, from application to the last report: all of them, and one with all that hangs on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from .. import standing, words
from ..models import (
    Amendment,
    Charge,
    Condition,
    Counted,
    Experience,
    Goal,
    Grant,
    Indicator,
    Line,
    Partner,
)

OF_A_GRANT = ("call__scheme__funder", "association", "owner", "award")
KINDS: dict[str, tuple[type[Model], str]] = {  # what hangs on a grant, and the way to it
    "delmaal": (Goal, "grant"),
    "indikator": (Indicator, "goal__grant"),
    "linje": (Line, "grant"),
    "partner": (Partner, "grant"),
    "aktivitet": (Counted, "grant"),
    "vilkaar": (Condition, "grant"),
    "endring": (Amendment, "grant"),
    "erfaring": (Experience, "grant"),
}


def grants(today: date) -> list[Any]:
    """All of them, the newest first, each with its `state` and `state_word`."""
    rows = standing.with_last_day(Grant.objects.select_related(*OF_A_GRANT))
    return [_with_state(row, today) for row in rows]


def grant_called(reference: str, today: date) -> Any:
    """One of them, the same way; None when there is none."""
    rows = standing.with_last_day(Grant.objects.select_related(*OF_A_GRANT))
    row = rows.filter(reference=reference).first()
    return row and _with_state(row, today)


def _with_state(row: Any, today: date) -> Any:
    row.state = standing.state_of(row, today)
    row.state_word = words.STATES[row.state]
    return row


def part_called(kind: str, reference: str) -> Any:
    """Something that hangs on a grant, with its grant at `its_grant`; None when there is none."""
    if kind not in KINDS:
        return None
    model, way = KINDS[kind]
    rows = model._default_manager.select_related(f"{way}__call__scheme__funder", f"{way}__award")
    row: Any = rows.filter(reference=reference).first()
    if row is not None:
        row.its_grant = row.goal.grant if kind == "indikator" else row.grant
    return row


def goals_of(grant: Grant) -> QuerySet[Goal]:
    return Goal.objects.filter(grant=grant).prefetch_related("indicators")


def lines_of(grant: Grant) -> QuerySet[Any]:
    """The budget, each line with what has been charged to it in all."""
    charged = Charge.objects.filter(line=OuterRef("pk"), expense__struck_on=None)
    summed = charged.order_by().values("line").annotate(many=Sum("amount")).values("many")
    spent = Coalesce(Subquery(summed), Decimal(0))
    return Line.objects.filter(grant=grant).annotate(spent=spent)


def open_lines() -> QuerySet[Line]:
    """Lines of grants that have been awarded, for whoever charges an expense."""
    rows = Line.objects.filter(grant__award__isnull=False)
    return rows.select_related("grant__call__scheme__funder").order_by("-grant__first_day", "pk")


def conditions_of(grant: Grant) -> QuerySet[Condition]:
    return Condition.objects.filter(grant=grant)


def amendments_of(grant: Grant) -> QuerySet[Amendment]:
    return Amendment.objects.filter(grant=grant).select_related("from_line", "to_line")


def partners_of(grant: Grant) -> QuerySet[Partner]:
    return Partner.objects.filter(grant=grant)


def counted_of(grant: Grant) -> list[str]:
    """The codes of what counts towards it."""
    return list(Counted.objects.filter(grant=grant).values_list("figure", flat=True))


def counted_rows(grant: Grant) -> QuerySet[Counted]:
    return Counted.objects.filter(grant=grant)


def experiences_of(grant: Grant) -> QuerySet[Experience]:
    """What was learnt, the oldest first; what is struck is left out."""
    return Experience.objects.filter(grant=grant, struck_on=None)

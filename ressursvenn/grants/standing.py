"""How a grant stands, read off dated facts: until when it lasts, and what it waits for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from . import words
from .models import Amendment, Grant, Issue


def with_last_day(rows: QuerySet[Grant]) -> QuerySet[Any]:
    """Each with `lasts_until`, the last day or the one that was agreed instead, and whether it is `told` of."""
    agreed = Amendment.objects.filter(grant=OuterRef("pk"), kind=words.TIME, agreed=True)
    newest = agreed.order_by("-answer_day", "-pk").values("new_last_day")[:1]
    dated: QuerySet[Any] = rows.annotate(lasts_until=Coalesce(Subquery(newest), "last_day"))
    issued = Issue.objects.filter(report__grant=OuterRef("pk"))
    return dated.annotate(told=Exists(issued.filter(report__last_day__gte=OuterRef("lasts_until"))))


def lasts_until(grant: Grant) -> date:
    """The same, of one grant."""
    known = getattr(grant, "lasts_until", None)
    return known or with_last_day(Grant.objects.filter(pk=grant.pk)).get().lasts_until


def state_of(grant: Any, today: date) -> str:
    """`grant` is one of `with_last_day`, and has its award with it, if it has one."""
    if grant.refused_on:
        return words.REFUSED
    if not hasattr(grant, "award"):
        return words.SENT if grant.sent_on else words.DRAFT
    if today <= lasts_until(grant):
        return words.RUNNING
    return words.TOLD if grant.told else words.OVER

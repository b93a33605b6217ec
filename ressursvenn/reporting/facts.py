"""From a year and what is kept of releases to what the rules ask."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from .models import LEAST, Raised, Release
from .rules import ReleaseFacts


def limit() -> int:
    """The highest that anybody has raised it to."""
    highest = Raised.objects.aggregate(highest=Max("limit"))["highest"]
    return max(LEAST, highest or 0)


def of(year: int, *, weak: int | None = None, under: int | None = None) -> ReleaseFacts:
    """Of a year whose numbers are made `under` a limit, with so many `weak` cells as the attack has found."""
    out: Any = Release.objects.order_by("year").values_list("year", flat=True)
    return ReleaseFacts(year=year, released=tuple(out), weak=weak, limit=under, limit_now=limit())

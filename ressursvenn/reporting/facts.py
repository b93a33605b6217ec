"""From a year and what is kept of releases to what the rules ask."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from .models import LEAST, FirstCount, Proposal, Raised, Release
from .rules import ReleaseFacts


def limit() -> int:
    """The highest that anybody has raised it to."""
    highest = Raised.objects.aggregate(highest=Max("limit"))["highest"]
    return max(LEAST, highest or 0)


def first_count(year: int) -> Any:
    """What was printed of it when it was counted; None when no proposal of it was thrown away."""
    row = FirstCount.objects.filter(year=year).first()
    return row.told if row else None


def counted() -> set[int]:
    """The years that somebody has seen numbers of, released or not."""
    kept = FirstCount.objects.values_list("year", flat=True)
    return set(Proposal.objects.values_list("year", flat=True)) | set(kept)


def of(
    year: int, *, weak: int | None = None, under: int | None = None, follows: bool | None = None
) -> ReleaseFacts:
    """Of a year whose numbers are made `under` a limit, with so many `weak` cells as the attack has found."""
    out: Any = Release.objects.order_by("year").values_list("year", flat=True)
    return ReleaseFacts(
        year=year, released=tuple(out), weak=weak, limit=under, limit_now=limit(),
        counted=tuple(sorted(counted() - set(out))), follows=follows,
    )  # fmt: skip

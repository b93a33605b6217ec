"""How many stands there are: counts alone, for the status report and the front page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q

from . import words
from .models import Stand
from .queries import SHOWN

DEFINITION = words.WHAT_IS_COUNTED


def in_all() -> int:
    """Those that are shown now."""
    return Stand.objects.filter(SHOWN).count()


def between(first: date, last: date) -> dict[str, Any]:
    """Those shown now that were confirmed within these days: in all, by who took them, and by county."""
    rows = Stand.objects.filter(SHOWN, confirmed_day__range=(first, last))
    told = rows.aggregate(
        people=Count("pk", filter=Q(kind=words.PERSON)),
        organisations=Count("pk", filter=Q(kind=words.ORGANISATION)),
    )
    counties = rows.exclude(county="").order_by("county").values_list("county")
    by_county = dict(counties.annotate(number=Count("pk")))
    return {**told, "in_all": told["people"] + told["organisations"], "by_county": by_county}

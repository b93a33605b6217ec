"""What was demanded, promised and kept, in numbers: for the status report. Counts, never rows."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Count, Q

from . import words
from .models import Happening, SourcedFigure
from .queries import all_told, public_figures


def between(first: date, last: date) -> dict[str, Any]:
    """What happened within these days, by kind, and how demands stood on the last, by state and by hole."""
    told = all_told(until=last)
    standing = Q(struck_on=None) | Q(struck_on__gt=last)
    rows = Happening.objects.filter(standing, day__range=(first, last), confirmed_on__lte=last)
    happened = dict(rows.order_by("kind").values_list("kind").annotate(number=Count("pk")))
    return {
        "demands": len(told),
        "new_demands": sum(first <= one.demand.raised_day <= last for one in told),
        "by_state": dict(Counter(one.standing.state for one in told)),
        "by_hole": {hole: sum(one.demand.hole == hole for one in told) for hole in words.HOLES},
        "happened": {kind: happened.get(kind, 0) for kind in words.HAPPENINGS},
        "figures": public_figures(until=last).count(),
    }


def stale(today: date) -> int:
    """Figures that are told and that nobody has looked over in time."""
    told = SourcedFigure.objects.filter(confirmed_on__isnull=False, withdrawn_on=None)
    return told.filter(review_day__lt=today).count()

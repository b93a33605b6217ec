"""Courses that were held, and how many came: counts, never rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Sum

from ressursvenn.accounts.models import Association

from . import words
from .models import Attendance, Evening


def between(first: date, last: date, association: Association | None = None) -> dict[str, Any]:
    """Courses with an evening within these days, the evenings and their hours, and who came to any."""
    evenings = Evening.objects.filter(called_off_on=None, day__range=(first, last))
    if association is not None:
        evenings = evenings.filter(course__association=association)
    came = Attendance.objects.filter(evening__in=evenings, how=words.CAME)
    return {
        "courses": evenings.values("course").distinct().count(),
        "evenings": evenings.count(),
        "hours": float(evenings.aggregate(many=Sum("hours", default=0))["many"]),
        "people": came.values("volunteer").distinct().count(),
        "attendances": came.count(),
    }

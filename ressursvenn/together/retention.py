"""Questions that took two people are kept as long as the log they belong with."""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from .models import Asked


@retention.goes("asked")
def forget_old_questions(before: date) -> int:
    """Those asked by that day."""
    return Asked.objects.filter(asked_at__date__lte=before).delete()[0]

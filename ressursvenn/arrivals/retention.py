"""A draft that nobody has come back to goes by its age. How an application came goes with her."""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from .models import Draft


@retention.goes("draft")
def forget_old_drafts(before: date) -> int:
    """Those last saved by that day."""
    return Draft.objects.filter(saved_day__lte=before).delete()[0]

"""What was said about the log is kept as long as the log."""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from .models import Verdict


@retention.goes("verdict")
def forget_old_verdicts(before: date) -> int:
    """Those said by that day."""
    return Verdict.objects.filter(said_on__lte=before).delete()[0]

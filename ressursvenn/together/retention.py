"""Questions that took two people are kept as long as the log they belong with.

One that nobody has answered goes with whom it is about: there is nothing left to say yes to.
"""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from .models import OPEN, Asked


@retention.forgets
def forget(reference: str) -> None:
    """What somebody was still to answer about her."""
    Asked.objects.filter(OPEN, about=reference).delete()


@retention.goes("asked")
def forget_old_questions(before: date) -> int:
    """Those asked by that day."""
    return Asked.objects.filter(asked_at__date__lte=before).delete()[0]

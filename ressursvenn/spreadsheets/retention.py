"""What was brought in goes with whom it is about; a row that nobody decides, and an old list, go by age."""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from . import queries
from .models import BringingIn, BroughtRow


@retention.forgets
def forget(reference: str) -> None:
    """Every row about her, with its prints. What her coordinator keeps elsewhere we do not know."""
    BroughtRow.objects.filter(about=reference).delete()


@retention.goes("proposal")
def forget_undecided(before: date) -> int:
    """Rows that have waited for a decision since that day."""
    waiting = BroughtRow.objects.filter(queries.UNDECIDED, bringing__brought_at__date__lte=before)
    return waiting.delete()[0]


@retention.goes("workbook")
def forget_old_lists(before: date) -> int:
    """Which row became whom, of what was brought in by that day."""
    return BringingIn.objects.filter(brought_at__date__lte=before).delete()[0]

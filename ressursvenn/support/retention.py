"""Words that it was heavy, and talks, go by age; all the rest of hers goes with her."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from ressursvenn.protection import audit, retention

from .models import Strain, Talk

SETTLED = ("answered_on", "taken_back_on", "volunteer__left_on")


@retention.goes("strain")
@transaction.atomic
def forget_strain(before: date) -> int:
    """What was answered or taken back by that day, or whose volunteer had left; talks held by then."""
    over = Q(*((f"{day}__lte", before) for day in SETTLED), _connector=Q.OR)
    old = [Strain.objects.filter(over), Talk.objects.filter(held_on__lte=before)]
    gone = [ref for rows in old for ref in rows.values_list("reference", flat=True)]
    if not gone:
        return 0
    # About the rows and not about her: that we forget is no activity of hers.
    audit.record(by=None, did="support.forgotten", about=gone)
    return sum(rows.delete()[0] for rows in old)

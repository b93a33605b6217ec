"""The papers of whoever has left, by whichever door, are shredded; the rest goes with her."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ressursvenn.protection import audit, retention

from .models import SignedPaper


@retention.goes("signed_paper")
@transaction.atomic
def shred(before: date) -> int:
    """Papers of those who had left by that day. One entry in the log, about each of them."""
    papers = SignedPaper.objects.filter(signing__volunteer__left_on__lte=before)
    whose = sorted(set(papers.values_list("signing__volunteer__reference", flat=True)))
    if not whose:
        return 0
    audit.record(by=None, did="agreements.papers_shredded", about=whose)
    return papers.delete()[0]

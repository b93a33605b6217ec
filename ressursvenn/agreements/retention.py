"""The papers of whoever has left, by whichever door, are shredded; what she said then goes by age."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from ressursvenn.protection import audit, retention

from .models import ExitTalk, SignedPaper


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


@retention.goes("exit_talk")
@transaction.atomic
def forget_talks(before: date) -> int:
    """Talks held by that day with somebody who had left by then, or who stayed after all."""
    gone = Q(volunteer__left_on=None) | Q(volunteer__left_on__lte=before)
    talks = ExitTalk.objects.filter(gone, held_on__lte=before)
    about = list(talks.values_list("reference", flat=True))
    if not about:
        return 0
    # About the rows and not about her: that we forget is no activity of hers.
    audit.record(by=None, did="agreements.exit_talks_forgotten", about=about)
    return talks.delete()[0]

"""What two wrote after an interview, and what a referee said, goes by age. All of it goes with her."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from ressursvenn.protection import retention
from ressursvenn.protection.models import AuditAbout

from .models import InterviewNotes, Referee

DECIDING = ("volunteers.interview_noted", "volunteers.outcome_noted")
UNDECIDED = Q(interview__outcome="undecided")
NO_LONGER_OPEN = (
    ~UNDECIDED
    | Q(volunteer__left_on__isnull=False)
    | Q(volunteer__interviews__pk__gt=F("interview_id"))  # they talked with her once more
)


@retention.goes("interview_notes")
def forget_old_notes(before: date) -> int:
    """Nothing has been written or decided since that day."""
    return _gone(
        InterviewNotes.objects.filter(
            NO_LONGER_OPEN,
            ~Exists(_decided_after(before)),
            interview__held_on__lte=before,
            written_on__lte=before,
        )
    )


@retention.goes("interview_undecided")
def forget_undecided_notes(before: date) -> int:
    """Nobody has said what the two found. Notes wait so long for an answer, and no longer."""
    return _gone(InterviewNotes.objects.filter(UNDECIDED, interview__held_on__lte=before))


@retention.goes("referee")
def forget_old_referees(before: date) -> int:
    """Nothing has happened since that day: neither noted, linked, answered nor read."""
    days = ("linked_on", "came_in", "read_on")
    still = [Q(**{day: None}) | Q(**{f"{day}__lte": before}) for day in days]
    return _gone(Referee.objects.filter(*still, noted_on__lte=before))


def _decided_after(before: date) -> QuerySet[AuditAbout]:
    """What the table of interviews does not tell is in the log: when its answer was noted."""
    moment = timezone.make_aware(datetime.combine(before + timedelta(days=1), time.min))
    about_her = AuditAbout.objects.filter(reference=OuterRef("volunteer__reference"))
    return about_her.filter(entry__did__in=DECIDING, entry__at__gte=moment)


def _gone(rows: QuerySet[Any]) -> int:
    """Each once, whatever it was joined with."""
    model = rows.model
    return int(model._default_manager.filter(pk__in=rows.values("pk")).delete()[0])

"""Meetings, groups and ambassadors."""

from __future__ import annotations

from django.db.models import Count, Prefetch, Q, QuerySet

from ressursvenn.neighbourhood.areas import norwegian

from .. import words
from ..models import Ambassador, Decision, Meeting, Seat, WorkingGroup


def meetings() -> QuerySet[Meeting]:
    """The newest first, each with how many decisions it made and how many are not done."""
    rows = Meeting.objects.select_related("written_by", "approved_by")
    counted = rows.annotate(
        decided=Count("decisions"), left=Count("decisions", filter=Q(decisions__done_on=None))
    )
    return counted.order_by("-day", "-pk")


def meeting_called(reference: str) -> Meeting | None:
    """One, with all that hangs on it."""
    decisions = Decision.objects.select_related("seen_to_by", "done_by")
    rows = meetings().prefetch_related(Prefetch("decisions", decisions), "corrections__noted_by")
    return rows.filter(reference=reference).first()


def who_were_there(meeting: Meeting) -> list[str]:
    return sorted((row.name for row in meeting.present.all()), key=norwegian)


def decisions_left() -> QuerySet[Decision]:
    """What was decided and is not done, what is due first."""
    rows = Decision.objects.filter(done_on=None).select_related("meeting", "seen_to_by")
    return rows.order_by("due", "meeting__day", "pk")


def groups() -> dict[str, list[WorkingGroup]]:
    """The groups at work, under each hole; a hole without one has an empty list."""
    seats = Seat.objects.filter(left_on=None).select_related("organisation")
    rows = WorkingGroup.objects.filter(wound_up_on=None).order_by("name", "pk")
    found = list(rows.prefetch_related(Prefetch("seats", seats, to_attr="seated")))
    return {hole: [row for row in found if row.hole == hole] for hole in words.HOLES}


def ambassadors() -> QuerySet[Ambassador]:
    """Those who have not withdrawn, for editors."""
    return Ambassador.objects.filter(withdrawn_on=None).select_related("noted_by").order_by("name")


def ambassadors_shown() -> QuerySet[Ambassador]:
    """Those whom everybody may see: two editors have, and they have said yes themselves."""
    return Ambassador.objects.filter(withdrawn_on=None, shown_on__isnull=False).order_by("name")

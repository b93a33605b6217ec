"""Meetings: called, written down, approved by another, and what was decided seen to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from ..models import Correction, Decision, Meeting, Organisation
from ._noting import happened, kept, locked, noted, second_look, undone

STANDS = "Referatet er godkjent og står. Skriv en rettelse i stedet."


@transaction.atomic
def call_meeting(*, day: date, title: str, by: Person, place: str = "") -> Meeting:
    """The members are to meet, or have met."""
    return noted(Meeting(day=day, title=title, place=place), by=by, did="meeting_called")


@transaction.atomic
def write_minutes(
    *, meeting: Meeting, minutes: str, present: Iterable[Organisation], by: Person
) -> Meeting:
    """What was said and who was there. May be written anew until another has approved it."""
    row = locked(meeting, by=by)
    if row.approved_on:
        raise ValidationError(STANDS)
    if row.day > timezone.localdate():
        raise ValidationError("Møtet har ikke vært ennå. Referatet skrives etterpå.")
    if not minutes.strip():
        raise ValidationError({"minutes": "Skriv referatet."})
    row.minutes, row.version = minutes.strip(), row.version + 1
    row.written_on, row.written_by = timezone.localdate(), by
    row.present.set(present)
    return kept(row, by=by, did="minutes_written")


@transaction.atomic
def approve_minutes(*, meeting: Meeting, read: int, by: Person) -> Meeting:
    """Another editor has read them, and they stand. `read` is the version she read."""
    row = locked(meeting, by=by)
    if row.approved_on:
        raise ValidationError(STANDS)
    second_look(row.written_by_id, by, version=row.version, read=read)
    return happened(row, "approved", by=by, did="minutes_approved")


@transaction.atomic
def correct_minutes(*, meeting: Meeting, text: str, by: Person) -> Correction:
    """Something in them was wrong. They stand, and so does this."""
    row = locked(meeting, by=by)
    if not row.approved_on:
        raise ValidationError("Referatet er ikke godkjent ennå. Rett det direkte.")
    return noted(Correction(meeting=row, text=text), by=by, did="minutes_corrected")


@transaction.atomic
def note_decided(
    *,
    meeting: Meeting,
    text: str,
    by: Person,
    seen_to_by: Organisation | None = None,
    due: date | None = None,
) -> Decision:
    """The meeting decided something."""
    row = locked(meeting, by=by)
    if row.approved_on:
        raise ValidationError(STANDS)
    decision = Decision(meeting=row, text=text, seen_to_by=seen_to_by, due=due)
    return noted(decision, by=by, did="decision_noted")


@transaction.atomic
def note_decision_done(*, decision: Decision, by: Person) -> Decision:
    """What was decided has been done."""
    return happened(locked(decision, by=by), "done", by=by, did="decision_done")


@transaction.atomic
def note_decision_undone(*, decision: Decision, by: Person) -> Decision:
    """It was not done after all."""
    return undone(locked(decision, by=by), "done", by=by, did="decision_undone")

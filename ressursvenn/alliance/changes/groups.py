"""Working groups of the holes, and ambassadors."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from ..models import Ambassador, Organisation, Seat, WorkingGroup
from ._noting import editor, happened, kept, locked, noted, second_look


@transaction.atomic
def form_group(*, hole: str, name: str, task: str, by: Person) -> WorkingGroup:
    """Some organisations are to work with one of the holes."""
    return noted(WorkingGroup(hole=hole, name=name, task=task), by=by, did="group_formed")


@transaction.atomic
def give_seat(
    *, group: WorkingGroup, organisation: Organisation, by: Person, leads: bool = False
) -> Seat:
    """An organisation is in the group from today."""
    row = locked(group, by=by)
    if row.wound_up_on:
        raise ValidationError("Gruppen er avsluttet.")
    seat = Seat(group=row, organisation=organisation, leads=leads)
    return noted(seat, by=by, did="seat_given")


@transaction.atomic
def leave_seat(*, seat: Seat, by: Person) -> Seat:
    """It is no longer in the group."""
    return happened(locked(seat, by=by), "left", by=by, did="seat_left")


@transaction.atomic
def wind_up_group(*, group: WorkingGroup, by: Person) -> WorkingGroup:
    """The group has done its work."""
    return happened(locked(group, by=by), "wound_up", by=by, did="group_wound_up")


@transaction.atomic
def note_ambassador(
    *, name: str, known_as: str, agreed: date, by: Person, words: str = ""
) -> Ambassador:
    """Somebody has said yes to stand for the button with her name."""
    editor(by)
    if agreed > timezone.localdate():
        raise ValidationError(
            {"agreed": "Skriv en dag som har vært: den dagen ambassadøren sa ja."}
        )
    row = Ambassador(name=name, known_as=known_as, words=words, agreed=agreed)
    return noted(row, by=by, did="ambassador_noted")


@transaction.atomic
def show_ambassador(*, ambassador: Ambassador, by: Person) -> Ambassador:
    """Another editor has seen it, and everybody may."""
    row = locked(ambassador, by=by)
    if row.withdrawn_on:
        raise ValidationError("Ambassadøren har trukket seg.")
    second_look(row.noted_by_id, by)
    return happened(row, "shown", by=by, did="ambassador_shown")


@transaction.atomic
def withdraw_ambassador(*, ambassador: Ambassador, by: Person) -> Ambassador:
    """She no longer wants to. Her name and her words go at once."""
    row = locked(ambassador, by=by)
    if row.withdrawn_on:
        raise ValidationError("Ambassadøren har trukket seg.")
    row.name = row.known_as = row.words = ""
    row.withdrawn_on, row.withdrawn_by = timezone.localdate(), by
    return kept(row, by=by, did="ambassador_withdrawn")

"""A proposal is decided by somebody: the workbook's words, the house's, or two people."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import changes as participants_room
from ressursvenn.participants import queries as participants
from ressursvenn.protection import audit, opening
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers import queries as volunteers

from .. import queries
from ..models import BroughtRow
from ..prints import field_prints
from ..reading.carrying import row_from_text
from ..reading.rows import ParticipantRow, VolunteerRow
from . import _writing

Choice = BroughtRow.Choice


@transaction.atomic
def settle_proposal(*, row: BroughtRow, choice: str, by: Person) -> BroughtRow:
    """Nothing happens to anybody before this. What the proposal waited with is erased by it."""
    guard.check(by, Permission.BRING_IN_WORKBOOK)
    guard.same_house(by, row.bringing)
    waiting = BroughtRow.objects.select_for_update().filter(queries.UNDECIDED)
    if waiting.filter(pk=row.pk).first() is None:  # somebody may have settled it since it was shown
        raise ValidationError("Dette er allerede avgjort.")
    if choice not in Choice.values:
        raise ValidationError("Velg hva som gjelder.")
    if choice != Choice.HOUSE:
        _follow(row, choice, by)
    row.settled_at, row.settled_by, row.settled_as = timezone.now(), by, choice
    row.proposed = None
    row.full_clean()
    row.save()
    audit.record(by=by, did="spreadsheets.proposal_settled", to=row, about=[row.about])
    return row


def _follow(row: BroughtRow, choice: str, by: Person) -> None:
    opening.open_record(row, by=by, purpose="workbook_proposal")
    said = row_from_text(row.kind, row.proposed)
    if choice == Choice.TWO:
        if isinstance(said, ParticipantRow) and said.withdrawn:
            raise ValidationError("Den som har trukket seg, tas ikke inn.")
        row.about = _writing.people([said], row.bringing.association, by)[0]
        row.fate, row.field_prints = BroughtRow.Fate.ACCEPTED, field_prints(said, row.about)
    elif isinstance(said, VolunteerRow):
        _use_of_volunteer(row, said, by)
    else:
        _use_of_participant(row, said, by)


def _use_of_volunteer(row: BroughtRow, said: VolunteerRow, by: Person) -> None:
    """What the workbook says, where it says something. The road is only added to."""
    volunteer = volunteers.visible_to(by).get(reference=row.about)
    opening.open_record(volunteer, by=by, purpose="workbook_proposal")
    lists = {name: getattr(said, name) for name in ("areas", "languages", "interests", "times")}
    words = {name: getattr(said, name) for name in ("first_name", "last_name", "phone", "email")}
    card: dict[str, Any] = {name: value for name, value in {**lists, **words}.items() if value}
    if said.birth_year:
        card["birth_year"] = said.birth_year
    volunteers_room.correct_card(volunteer=volunteer, by=by, **card)
    for note, day, more in _road(said, by):
        if day and day != _noted(volunteers.notes_on(volunteer), note.__name__):
            note(volunteer=volunteer, on=day, by=by, **more)


def _road(said: VolunteerRow, by: Person) -> list[tuple[Any, Any, dict[str, Any]]]:
    months = accounts.terms(by.association).limits.commitment_months
    shown = said.certificate_shown_on if said.certificate_issued_on else None
    course = said.course_on if said.course_hours else None
    room = volunteers_room
    return [
        (room.note_interview, said.interviewed_on, {"outcome": said.outcome or "undecided"}),
        (room.note_course_hours, course, {"hours": said.course_hours}),
        (room.note_confidentiality_signed, said.confidentiality_on, {}),
        (
            room.note_certificate_seen,
            shown,
            {"issued_on": said.certificate_issued_on, "seen_by": None},
        ),
        (room.note_agreement, said.agreement_on, {"months": months}),
    ]


def _noted(notes: volunteers.Notes, change: str) -> Any:
    """The day of the latest note of the kind that a change would add."""
    latest = {
        "note_interview": [note.held_on for note in notes.interviews],
        "note_course_hours": [note.on for note in notes.course_days],
        "note_confidentiality_signed": [note.on for note in notes.declarations],
        "note_certificate_seen": [note.shown_on for note in notes.sightings],
        "note_agreement": [note.on for note in notes.agreements],
    }[change]
    return latest[0] if latest else None


def _use_of_participant(row: BroughtRow, said: ParticipantRow, by: Person) -> None:
    participant = participants.visible_to(by).get(reference=row.about)
    opening.open_record(participant, by=by, purpose="workbook_proposal")
    if said.withdrawn:
        participants_room.withdraw_consent(participant=participant, by=by)
        return
    names = ("area", "languages", "interests", "times")
    card: Any = {name: getattr(said, name) for name in names if getattr(said, name)}
    participants_room.correct_card(participant=participant, by=by, **card)
    if said.wishes:
        participants_room.note_wishes(
            participant=participant, wishes=said.wishes, strengths=participant.strengths, by=by
        )
    if said.acute_over_on:
        participants_room.note_acute_phase_over(
            participant=participant, on=said.acute_over_on, by=by
        )
    if said.paired and not participant.unknown_pair_on and "paired" in row.changed:
        participants_room.note_in_unknown_pair(participant=participant, by=by)
    if "keep_apart" in row.changed or not row.changed:
        _writing.name_apart(participant, said, by)

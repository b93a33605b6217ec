"""The stations of her road: interview, course, confidentiality, certificate, agreement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from ..models import (
    Agreement,
    CertificateAskedFor,
    CertificateSighting,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
)
from ..words import UNDECIDED
from ._noting import colleague, has_been, interviewer, keep, may_screen


@transaction.atomic
def note_interview(
    *,
    volunteer: Volunteer,
    on: date,
    by: Person,
    first_interviewer: Person | None = None,
    second_interviewer: Person | None = None,
    outcome: str = UNDECIDED,
) -> Interview:
    """Two people have talked with her. Who, or what they found, may be noted later."""
    may_screen(by, volunteer)
    has_been(on=on)
    interview = Interview(volunteer=volunteer, held_on=on, outcome=outcome, noted_by=by)
    _interviewed_by(interview, first_interviewer, second_interviewer)
    return keep(interview, by=by, did="interview_noted", volunteer=volunteer)


@transaction.atomic
def name_interviewers(
    *, interview: Interview, first_interviewer: Person, second_interviewer: Person, by: Person
) -> Interview:
    """Who held the interview was not known, and now it is. A name that stands is not replaced."""
    may_screen(by, interview.volunteer)
    if interview.first_interviewer and interview.second_interviewer:
        raise ValidationError("Det er allerede notert hvem som intervjuet. Noter et nytt intervju.")
    _interviewed_by(interview, first_interviewer, second_interviewer)
    return keep(interview, by=by, did="interviewers_named", volunteer=interview.volunteer)


@transaction.atomic
def note_outcome(*, interview: Interview, outcome: str, by: Person) -> Interview:
    """The interviewers have decided. An answer that stands is not replaced."""
    may_screen(by, interview.volunteer)
    if interview.outcome != UNDECIDED:
        raise ValidationError("Svaret er allerede notert. Noter et nytt intervju.")
    interview.outcome = outcome
    return keep(interview, by=by, did="outcome_noted", volunteer=interview.volunteer)


@transaction.atomic
def note_course_hours(
    *, volunteer: Volunteer, on: date, hours: Decimal | int | float, by: Person
) -> CourseHours:
    """She took part in so many hours of the course."""
    may_screen(by, volunteer)
    has_been(on=on)
    day = CourseHours(volunteer=volunteer, held_on=on, hours=Decimal(str(hours)), noted_by=by)
    return keep(day, by=by, did="course_hours_noted", volunteer=volunteer)


@transaction.atomic
def strike_course_hours(*, course_hours: CourseHours, by: Person) -> CourseHours:
    """The hours were noted by mistake. The note stays, struck, and counts no more."""
    may_screen(by, course_hours.volunteer)
    if course_hours.struck_on:
        raise ValidationError("Timene er allerede strøket.")
    course_hours.struck_on, course_hours.struck_by = timezone.localdate(), by
    return keep(course_hours, by=by, did="course_hours_struck", volunteer=course_hours.volunteer)


@transaction.atomic
def note_confidentiality_signed(*, volunteer: Volunteer, on: date, by: Person) -> Declaration:
    """She signed the declaration of confidentiality."""
    may_screen(by, volunteer)
    has_been(on=on)
    declaration = Declaration(volunteer=volunteer, signed_on=on, noted_by=by)
    return keep(declaration, by=by, did="confidentiality_signed", volunteer=volunteer)


@transaction.atomic
def ask_for_certificate(*, volunteer: Volunteer, on: date, by: Person) -> CertificateAskedFor:
    """She was asked to show a police certificate. It may be noted after it was shown."""
    may_screen(by, volunteer)
    has_been(on=on)
    asked = CertificateAskedFor(volunteer=volunteer, asked_on=on, asked_by=by)
    return keep(asked, by=by, did="certificate_asked_for", volunteer=volunteer)


@transaction.atomic
def note_certificate_seen(
    *, volunteer: Volunteer, issued_on: date, on: date, seen_by: Person | None, by: Person
) -> CertificateSighting:
    """Somebody has held the certificate in her hand. It goes back; the note stays.

    `seen_by` is None when an old list does not say who it was; then it counts for nothing yet.
    """
    may_screen(by, volunteer)
    has_been(issued_on=issued_on, on=on)
    colleague(volunteer.association, "seen_by", seen_by)
    sighting = CertificateSighting(
        volunteer=volunteer, issued_on=issued_on, shown_on=on, seen_by=seen_by, noted_by=by
    )
    return keep(sighting, by=by, did="certificate_seen", volunteer=volunteer)


@transaction.atomic
def name_who_saw_certificate(
    *, sighting: CertificateSighting, seen_by: Person, by: Person
) -> CertificateSighting:
    """Who saw the certificate was not known, and now it is."""
    may_screen(by, sighting.volunteer)
    if sighting.seen_by:
        raise ValidationError("Det er allerede notert hvem som så attesten.")
    colleague(sighting.volunteer.association, "seen_by", seen_by)
    sighting.seen_by = seen_by
    return keep(sighting, by=by, did="certificate_seer_named", volunteer=sighting.volunteer)


@transaction.atomic
def note_agreement(*, volunteer: Volunteer, on: date, months: int, by: Person) -> Agreement:
    """She has promised to be a volunteer for so many months."""
    may_screen(by, volunteer)
    has_been(on=on)
    agreement = Agreement(volunteer=volunteer, signed_on=on, months=months, noted_by=by)
    return keep(agreement, by=by, did="agreement_noted", volunteer=volunteer)


def _interviewed_by(interview: Interview, first: Person | None, second: Person | None) -> None:
    """Two different people of this house, as far as they are known."""
    association = interview.volunteer.association
    interviewer(association, "first_interviewer", first)
    interviewer(association, "second_interviewer", second)
    if first is not None and first == second:
        raise ValidationError({"second_interviewer": "Velg to forskjellige personer."})
    interview.first_interviewer, interview.second_interviewer = first, second

"""Who comes as a guest, and who came. Hours stand in her road, noted once however often it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts as road

from .. import facts, queries, rules
from ..models import Attendance, Evening, MakeUp
from ..words import BASIC, CAME
from ._noting import holds, keep, locked, may_lead, she_or_staff, terms_of


@transaction.atomic
def make_up(*, evening: Evening, volunteer: Any, by: Person) -> MakeUp:
    """She comes to one evening of another course, for one she missed."""
    she_or_staff(by, volunteer)
    if evening.course.association_id != volunteer.association_id:
        raise PermissionDenied
    now = locked(evening.course)
    terms, attended = terms_of(now), queries.attendances_of(volunteer)
    expected = {one.pk for one in queries.expected_at(evening)}
    hours = road.of(volunteer).course_hours
    left = facts.left_of(facts.missed(volunteer, attended), attended, hours, terms)
    holds(rules.MAY_MAKE_UP, facts.of_evening(evening, volunteer, expected, left), terms)
    row = MakeUp(evening=evening, volunteer=volunteer, agreed_by=by)
    row.agreed_on = timezone.localdate()
    return keep(row, by=by, did="make_up_agreed", to=volunteer, on=now.reference)


@transaction.atomic
def call_off_make_up(*, evening: Evening, volunteer: Any, by: Person) -> None:
    """She does not come as a guest after all. What has been noted of the evening stands."""
    she_or_staff(by, volunteer)
    row = MakeUp.objects.select_for_update().filter(evening=evening, volunteer=volunteer).first()
    if row is None:
        raise ValidationError("Det er ikke avtalt noe den kvelden.")
    on = [evening.course.reference]
    audit.record(by=by, did="training.make_up_called_off", to=volunteer, about=on)
    row.delete()


@transaction.atomic
def note_attendance(*, evening: Evening, came: Mapping[Any, str], by: Person) -> int:
    """Who came, gave word, or did not come. Said again, the old hours are struck. Returns how many changed."""
    may_lead(by, evening.course)
    before = _noted_before(evening)
    expected = {one.pk for one in queries.expected_at(evening)}
    terms, changed = terms_of(evening.course), []
    for volunteer, how in came.items():
        row = before.get(volunteer.pk) or Attendance(evening=evening, volunteer=volunteer)
        if row.pk and row.how == how:
            continue
        holds(rules.MAY_BE_NOTED, facts.of_evening(evening, volunteer, expected), terms)
        _note(row, how, by)
        changed.append(volunteer.reference)
    if changed:
        audit.record(by=by, did="training.attendance_noted", to=evening.course, about=changed)
    return len(changed)


def _noted_before(evening: Evening) -> dict[int, Attendance]:
    """By volunteer what has been noted, under a lock: of two who note at once the later sees the earlier."""
    Evening.objects.select_for_update().get(pk=evening.pk)
    rows = Attendance.objects.filter(evening=evening)
    rows = rows.select_related("volunteer", "evening__course", "hours__volunteer")
    return {row.volunteer_id: row for row in rows}


def _note(row: Attendance, how: str, by: Person) -> None:
    """The hours she got before are struck, and those she gets now are noted: never twice."""
    evening = row.evening
    if row.hours is not None and row.hours.struck_on is None:
        volunteers.strike_course_hours(course_hours=row.hours, by=by)
    row.how, row.noted_on, row.noted_by, row.hours = how, timezone.localdate(), by, None
    if how == CAME and evening.course.kind == BASIC:
        row.hours = volunteers.note_course_hours(
            volunteer=row.volunteer, on=evening.day, hours=evening.hours, by=by
        )
    row.full_clean()
    row.save()

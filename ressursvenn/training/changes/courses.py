"""A course is planned, put right, called off; its evenings and what there is to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit

from .. import facts
from ..models import Attendance, Course, Evening, Material
from ..words import BASIC
from ._noting import keep, locked, may_lead


@transaction.atomic
def lay_out_course(*, association: Association, by: Person, **told: Any) -> Course:
    """A course is planned. Its evenings are put in one by one."""
    course = Course(association=association, **told)
    may_lead(by, course)
    course.laid_out_on, course.laid_out_by = timezone.localdate(), by
    return keep(course, by=by, did="course_laid_out")


@transaction.atomic
def put_right_course(*, course: Course, by: Person, **told: Any) -> Course:
    """The name, the places, the days, or what to bring. More places let the next ones in."""
    may_lead(by, course)
    _may_be_put_right(locked(course), told)
    for name, value in told.items():
        setattr(course, name, value)
    return keep(course, by=by, did="course_put_right")


def _may_be_put_right(course: Course, told: Mapping[str, Any]) -> None:
    """Raises ValidationError: nobody loses her place, and hours that count are not made to count no more."""
    have = len(facts.queue_of(course).with_place) + facts.guests_of(course)
    if (told.get("places") or have) < have:
        raise ValidationError({"places": f"{have} har plass alt. Skriv minst {have}."})
    kind = told.get("kind", course.kind)
    if kind == course.kind:
        return
    if Attendance.objects.filter(evening__course=course).exists():
        raise ValidationError(
            {"kind": "Det er notert hvem som kom. Slaget kan ikke endres lenger."}
        )
    if kind == BASIC and any(not one.topics for one in course.evenings.all() if not one.is_off):
        raise ValidationError({"kind": "En kveld har ingen temaer. Kryss av dem på kvelden først."})


@transaction.atomic
def call_off_course(*, course: Course, by: Person) -> Course:
    """It will not be held, nor any evening of it that has not begun. Whoever has signed up sees it there."""
    may_lead(by, course)
    if course.called_off_on:
        raise ValidationError("Kurset er allerede avlyst.")
    course.called_off_on, course.called_off_by = timezone.localdate(), by
    held = course.evenings.filter(called_off_on=None)
    ahead = held.filter(pk__in=[one.pk for one in held if not facts.has_begun(one)])
    ahead.update(called_off_on=course.called_off_on, called_off_by=by)
    return keep(course, by=by, did="course_called_off")


@transaction.atomic
def put_in_evening(
    *,
    course: Course,
    day: date,
    begins: time,
    ends: time,
    hours: Decimal | float,
    place: str,
    topics: Iterable[str],
    by: Person,
) -> Evening:
    """One evening of the course, and what it covers."""
    may_lead(by, course)
    if locked(course).called_off_on:
        raise ValidationError("Kurset er avlyst. Sett opp et nytt.")
    evening = Evening(course=course, day=day, begins=begins, ends=ends, place=place)
    evening.hours, evening.topics = Decimal(str(hours)), list(topics)
    _says_what_it_covers(evening)
    return keep(evening, by=by, did="evening_put_in", to=course)


@transaction.atomic
def move_evening(*, evening: Evening, by: Person, **told: Any) -> Evening:
    """Another day, time, place or content. Who is expected sees that it was changed, and when."""
    may_lead(by, evening.course)
    if evening.is_off:
        raise ValidationError("Kvelden er avlyst. Legg inn en ny.")
    if Attendance.objects.filter(evening=evening).exists():
        raise ValidationError("Det er notert hvem som kom. Kvelden kan ikke flyttes lenger.")
    before = _when_and_where(evening)
    for name, value in told.items():
        setattr(evening, name, value)
    if _when_and_where(evening) != before:
        evening.moved_on, evening.moved_by = timezone.localdate(), by
    _says_what_it_covers(evening)
    return keep(evening, by=by, did="evening_moved", to=evening.course)


def _when_and_where(evening: Evening) -> tuple[Any, ...]:
    return evening.day, evening.begins, evening.ends, evening.place


def _says_what_it_covers(evening: Evening) -> None:
    """Raises ValidationError. Otherwise nobody could say what is left for whoever was away."""
    evening.full_clean()
    if evening.course.kind == BASIC and not evening.topics:
        raise ValidationError(
            {
                "topics": "Kryss av hva kvelden handler om. Da ser den som er borte, hva som er igjen."
            }
        )


@transaction.atomic
def call_off_evening(*, evening: Evening, by: Person) -> Evening:
    """This evening will not be held. The course goes on."""
    may_lead(by, evening.course)
    if evening.called_off_on or Attendance.objects.filter(evening=evening).exists():
        raise ValidationError("Kvelden er allerede avlyst, eller det er notert hvem som kom.")
    evening.called_off_on, evening.called_off_by = timezone.localdate(), by
    return keep(evening, by=by, did="evening_called_off", to=evening.course)


@transaction.atomic
def offer_material(*, course: Course, title: str, link: str, by: Person) -> Material:
    """Something to read or see, by its address."""
    may_lead(by, course)
    material = Material(course=course, title=title, link=link)
    return keep(material, by=by, did="material_offered", to=course)


@transaction.atomic
def take_out_material(*, material: Material, by: Person) -> None:
    """It is no longer shown."""
    may_lead(by, material.course)
    audit.record(by=by, did="training.material_taken_out", to=material.course)
    material.delete()

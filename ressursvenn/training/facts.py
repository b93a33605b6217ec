"""From tables to rules; and what is computed and never stored: who has a place, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ressursvenn.programme.limits import Terms

from . import topics
from .models import Attendance, Course, Evening, MakeUp, SignUp
from .rules import EveningFacts, SignUpFacts, WithdrawalFacts
from .words import BASIC, CAME


def of_sign_up(course: Course, volunteer: Any) -> SignUpFacts:
    """The facts of one who wants to come."""
    standing = SignUp.objects.filter(course=course, volunteer=volunteer)
    return SignUpFacts(
        **_of_course(course),
        on_it_already=any(row.stands for row in standing),
        has_left=volunteer.left_on is not None,
        own_association=course.association_id == volunteer.association_id,
    )


def of_course(course: Course) -> SignUpFacts:
    """The same when it is nobody in particular: somebody of the association who is not on it."""
    return SignUpFacts(
        **_of_course(course), on_it_already=False, has_left=False, own_association=True
    )


def _of_course(course: Course) -> dict[str, Any]:
    days = [evening.day for evening in course.evenings.all() if not evening.called_off_on]
    return {
        "called_off": course.called_off_on is not None,
        "first_on": min(days, default=None),
        "open_from": course.open_from,
        "open_until": course.open_until,
    }


def of_withdrawal(course: Course, row: SignUp, rows: Iterable[SignUp]) -> WithdrawalFacts:
    """The facts of one who withdraws, or has withdrawn and regrets it. `rows` is all of the course."""
    days = [evening.day for evening in course.evenings.all() if not evening.called_off_on]
    return WithdrawalFacts(
        over=bool(days) and max(days) < timezone.localdate(),
        withdrew_on=timezone.localdate(row.withdrawn_at) if row.withdrawn_at else None,
        place_taken=_would_take_a_place(course, row, list(rows)),
        called_off=course.called_off_on is not None,
        has_left=row.volunteer.left_on is not None,
    )


def _would_take_a_place(course: Course, row: SignUp, rows: list[SignUp]) -> bool:
    """Whether somebody who has a place now would wait, were she back where she stood."""
    if row.signed_up_at is None:  # she was invited and said no: there is no place in it
        return False
    others = sorted((one for one in rows if one.stands and one.pk != row.pk), key=_when)
    back = sorted([*others, row], key=_when)
    places = places_in(course)
    kept = {one.pk for one in back[:places]}
    return any(one.pk not in kept for one in others[:places])


def of_evening(
    evening: Evening, volunteer: Any, expected: Collection[int], left: Collection[str] = ()
) -> EveningFacts:
    """The facts of one evening and one who may come, or has come. `left` are topics still to take."""
    return EveningFacts(
        day=evening.day,
        begun=has_begun(evening),
        called_off=evening.is_off,
        expected=volunteer.pk in expected,
        room=len(expected) < evening.course.places,
        covers=bool(set(left) & set(evening.topics)),
        has_left=volunteer.left_on is not None,
    )


def began_at(evening: Evening) -> datetime:
    """The moment it begins, in Oslo."""
    return timezone.make_aware(datetime.combine(evening.day, evening.begins))


def has_begun(evening: Evening) -> bool:
    return began_at(evening) <= timezone.now()


def with_guests(rows: QuerySet[Course]) -> QuerySet[Course]:
    """The same courses, each with how many guests come to the evening of it that has the most."""
    agreed = MakeUp.objects.filter(
        evening__course=OuterRef("pk"), evening__called_off_on=None, volunteer__left_on=None
    )
    each = agreed.order_by().values("evening").annotate(many=Count("pk")).order_by("-many")
    return rows.annotate(guests=Coalesce(Subquery(each.values("many")[:1]), Value(0)))


def guests_of(course: Course) -> int:
    """Read off a course that came `with_guests`; else asked for."""
    known: Any = course
    if not hasattr(course, "guests"):
        known = with_guests(Course.objects.filter(pk=course.pk)).get()
    return int(known.guests)


def places_in(course: Course) -> int:
    """For those who sign up: what a guest has been promised, nobody else is."""
    return max(0, course.places - guests_of(course))


@dataclass(frozen=True, slots=True)
class Queue:
    """Who has signed up for a course, in the order they did: first those with a place, then those who wait."""

    with_place: list[SignUp]
    waiting: list[SignUp]

    def number_of(self, volunteer_pk: int) -> int | None:
        """Her number in the line of those who wait, from 1; None when she does not wait."""
        waits = [row.volunteer_id for row in self.waiting]
        return waits.index(volunteer_pk) + 1 if volunteer_pk in waits else None

    def has_place(self, volunteer_pk: int) -> bool:
        return any(row.volunteer_id == volunteer_pk for row in self.with_place)


def queue_of(course: Course, rows: Iterable[SignUp] | None = None) -> Queue:
    """Read off when each signed up. Whoever has left no longer stands in it."""
    found = SignUp.objects.filter(course=course, volunteer__left_on=None) if rows is None else rows
    return _in_order(course, (row for row in found if row.stands))


def queue_at(evening: Evening, rows: Iterable[SignUp]) -> Queue:
    """As it stood when the evening began; as it stands now, of one that has not. Whoever withdrew later had
    her place then, and whoever signed up at the door comes last."""
    at = min(began_at(evening), timezone.now())
    return _in_order(evening.course, (row for row in rows if row.stands or _stood_at(at, row)))


def _stood_at(at: datetime, row: SignUp) -> bool:
    """She had signed up by then, and has withdrawn since."""
    signed_up, withdrew = row.signed_up_at, row.withdrawn_at
    return signed_up is not None and withdrew is not None and signed_up <= at < withdrew


def _in_order(course: Course, rows: Iterable[SignUp]) -> Queue:
    standing, places = sorted(rows, key=_when), places_in(course)
    return Queue(standing[:places], standing[places:])


def _when(row: SignUp) -> tuple[Any, int]:
    return row.signed_up_at, row.pk


def moved_up(row: SignUp, queue: Queue) -> bool:
    """Whether she has a place now, and had none when she signed up: somebody withdrew, or there came more."""
    return row.was_full and queue.has_place(row.volunteer_id)


@dataclass(frozen=True, slots=True)
class Missed:
    """An evening she was not at, and the topics of it that she has not been at since."""

    evening: Evening
    topics: list[str]


def missed(volunteer: Any, rows: Iterable[Attendance] | None = None) -> list[Missed]:
    """What is left to make up, from the evenings where she was noted as away."""
    if rows is None:
        found = Attendance.objects.filter(volunteer=volunteer).select_related("evening__course")
    else:
        found = rows  # type: ignore[assignment]
    basic = [row for row in found if row.evening.course.kind == BASIC]
    basic.sort(key=lambda row: (row.evening.day, row.pk))
    been_at = {code for row in basic if row.how == CAME for code in row.evening.topics}
    away = [
        (row.evening, [code for code in row.evening.topics if code not in been_at])
        for row in basic
        if row.how != CAME
    ]
    return [Missed(evening, left) for evening, left in away if left]


def uncovered(rows: Iterable[Attendance], hours: Decimal | None, terms: Terms) -> list[str]:
    """The topics asked for that no evening she was at has covered. Hours noted by hand have no topic: whoever
    has all that she needs of those lacks none."""
    been_at = [row for row in rows if row.how == CAME and row.evening.course.kind == BASIC]
    counted = [row.hours for row in been_at if row.hours and row.hours.struck_on is None]
    if (hours or 0) - sum(day.hours for day in counted) >= terms.limits.course_hours:
        return []
    covered = {code for row in been_at for code in row.evening.topics}
    asked_for = set(terms.limits.course_topics) - covered
    return [code for code in topics.TOPICS if code in asked_for]


def left_of(
    missing: Iterable[Missed],
    rows: Iterable[Attendance],
    hours: Decimal | None,
    terms: Terms,
) -> set[str]:
    """The topics left to take: those she was away from; with the hours met, whatever is not covered too."""
    left = {code for one in missing for code in one.topics}
    enough = (hours or 0) >= terms.limits.course_hours
    return left | set(uncovered(rows, hours, terms)) if enough else left

"""Every read of courses that is more than one row by its key."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, Exists, F, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.volunteers import facts as road
from ressursvenn.volunteers import queries as volunteers

from . import facts
from .models import Attendance, Course, Evening, MakeUp, SignUp

TONIGHT, UNNOTED = "training.tonight", "training.unnoted"
ON_IT = Q(
    sign_ups__signed_up_at__isnull=False,
    sign_ups__withdrawn_at=None,
    sign_ups__volunteer__left_on=None,
)


def visible_to(person: Person) -> QuerySet[Course]:
    """The courses of the person's own association. Whoever has no right here sees none."""
    if person.may(Permission.SCREEN_VOLUNTEERS) and person.association_id:
        return Course.objects.filter(association_id=person.association_id)
    return Course.objects.none()


def herself(person: Person) -> Any:
    """The volunteer whose account this is, or None."""
    return volunteers.of_person(person) if person.may(Permission.OWN_ROAD) else None


def open_to(person: Person) -> QuerySet[Course]:
    """The courses a volunteer may read of: those of her association."""
    hers = herself(person)
    if hers is None:
        return Course.objects.none()
    return Course.objects.filter(association_id=hers.association_id)


def of_association(volunteer: Any) -> QuerySet[Course]:
    """The same, for one who has been found already."""
    return Course.objects.filter(association_id=volunteer.association_id)


def with_evenings(rows: QuerySet[Course]) -> QuerySet[Course]:
    """The same, each with its evenings and how many have signed up; the next one first."""
    return (
        facts.with_guests(rows.select_related("association"))
        .prefetch_related("evenings")
        .annotate(
            first_on=Min("evenings__day"),
            signed_up=Count("sign_ups", filter=ON_IT, distinct=True),
        )
        .order_by("-first_on", "-pk")
    )


def evenings_visible_to(person: Person) -> QuerySet[Evening]:
    return Evening.objects.filter(course__in=visible_to(person)).select_related(
        "course", "course__association"
    )


def evenings_open_to(person: Person) -> QuerySet[Evening]:
    """Those a volunteer may come to, or fetch into her calendar: what is called off is not there."""
    rows = Evening.objects.filter(course__in=open_to(person), called_off_on=None)
    return rows.filter(course__called_off_on=None).select_related("course")


def sign_ups_of(course: Course) -> list[SignUp]:
    """Everybody invited or signed up who has not left, with whose it is."""
    rows = SignUp.objects.filter(course=course, volunteer__left_on=None)
    return list(rows.select_related("volunteer", "invited_by").order_by("pk"))


def sign_ups_of_many(courses: Iterable[Course]) -> dict[int, list[SignUp]]:
    """The same by course, in one question and without whose they are."""
    listed = list(courses)
    found: dict[int, list[SignUp]] = {course.pk: [] for course in listed}
    for row in SignUp.objects.filter(course__in=listed, volunteer__left_on=None).order_by("pk"):
        found[row.course_id].append(row)
    return found


def noted_evenings_of(course: Course) -> set[int]:
    """The evenings where it is noted who came."""
    rows = Attendance.objects.filter(evening__course=course).order_by()
    return set(rows.values_list("evening_id", flat=True).distinct())


def noted_at(evening: Evening) -> dict[int, str]:
    """By volunteer: how it was noted."""
    return dict(Attendance.objects.filter(evening=evening).values_list("volunteer_id", "how"))


def expected_at(evening: Evening) -> list[Any]:
    """The volunteers who have a place that evening or come as guests, sealed; and those who have been noted.

    Of an evening that has begun: those who had a place then, whoever has withdrawn or left since.
    """
    here = Q(volunteer__left_on=None) | Q(volunteer__left_on__gt=evening.day)
    rows = SignUp.objects.filter(here, course=evening.course).select_related("volunteer")
    there = [row.volunteer for row in facts.queue_at(evening, rows).with_place]
    guests = MakeUp.objects.filter(here, evening=evening)
    noted = Attendance.objects.filter(evening=evening)
    for others in (guests, noted):
        there += [row.volunteer for row in others.select_related("volunteer").order_by("pk")]
    return list({one.pk: one for one in there}.values())


def sign_ups_by(volunteer: Any) -> dict[int, SignUp]:
    """By course: hers."""
    return {row.course_id: row for row in SignUp.objects.filter(volunteer=volunteer)}


def attendances_of(volunteer: Any) -> list[Attendance]:
    """The evenings she was noted at, newest first."""
    rows = Attendance.objects.filter(volunteer=volunteer).select_related("evening__course", "hours")
    return list(rows.order_by("-evening__day", "-pk"))


def make_ups_of(volunteer: Any) -> set[int]:
    """The evenings she comes to as a guest."""
    return set(MakeUp.objects.filter(volunteer=volunteer).values_list("evening_id", flat=True))


@dataclass(frozen=True, slots=True)
class ToTake:
    """An evening still to come that covers something she has left to take, or that she comes to as a guest."""

    evening: Evening
    topics: list[str]
    agreed: bool  # she comes as a guest
    on_it: bool  # it is an evening of a course where she has a place: she is expected anyway


def to_take(
    volunteer: Any,
    left: set[str],
    missing: Iterable[facts.Missed],
    on_it: Collection[int],
    today: date,
) -> list[ToTake]:
    """Where the topics left can be taken, in any course here; and every evening she is a guest at already,
    whatever is left, so that it can be called off.

    `on_it` are the courses where she has a place. An evening she was away from does not make up for itself.
    """
    agreed, away = make_ups_of(volunteer), {one.evening.pk for one in missing}
    if not left and not agreed:
        return []
    return [
        ToTake(
            evening=one,
            topics=[code for code in one.topics if code in left],
            agreed=one.pk in agreed,
            on_it=one.course_id in on_it,
        )
        for one in to_come(volunteer.association_id, today)
        if one.pk in agreed or (left & set(one.topics) and one.pk not in away)
    ]


def to_come(association_id: int, today: date) -> QuerySet[Evening]:
    """The evenings still to come here, of every course."""
    return Evening.objects.filter(
        course__association_id=association_id,
        course__called_off_on=None,
        called_off_on=None,
        day__gte=today,
    ).select_related("course")


def may_be_invited(person: Person, course: Course) -> QuerySet[Any]:
    """Those of the association who are neither invited to it nor on it, each with her road, and whether she
    has said no to it. Whoever was found not suitable goes to no course."""
    rows = SignUp.objects.filter(course=course, volunteer=OuterRef("pk"))
    here = road.with_road(volunteers.visible_to(person)).filter(
        Q(found_suitable=None) | Q(found_suitable=True), left_on=None
    )
    known = Exists(rows.filter(withdrawn_at=None))
    return here.filter(~known).annotate(said_no=Exists(rows))


def on_the_road(person: Person, reference: str) -> Any:
    """One volunteer with her road, sealed; None when this person may not see her."""
    rows = volunteers.visible_to(person).select_related("association")
    return road.with_road(rows).filter(reference=reference).first()


def materials_of(course: Course) -> list[Any]:
    return list(course.materials.order_by("pk"))


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """For Min dag: evenings today and tomorrow; evenings that have been, where nobody is noted."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return []
    held = evenings_visible_to(person).filter(called_off_on=None)
    on = held.filter(course__called_off_on=None)
    soon = on.filter(day__range=(terms.today, terms.today + timedelta(days=1)))
    nobody = ~Exists(Attendance.objects.filter(evening=OuterRef("pk")))
    somebody = SignUp.objects.filter(
        course=OuterRef("course"), signed_up_at__isnull=False, withdrawn_at=None,
        volunteer__left_on=None,
    )  # fmt: skip
    # An evening that was held before the rest was called off is still to be noted.
    been = held.filter(nobody, Exists(somebody), day__lt=terms.today)
    return [_told(TONIGHT, soon), _told(UNNOTED, been)]


def _told(kind: str, rows: QuerySet[Evening]) -> QuerySet[Any]:
    """`about` is the evening's reference, and what its course is called: a course is nobody's."""
    called = Concat("reference", Value(" "), "course__title", output_field=CharField())
    told: Any = rows.order_by().annotate(kind=Value(kind, CharField()), about=called)
    counted: QuerySet[Any] = told.annotate(since=F("day")).values_list("kind", "about", "since")
    return counted


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One evening, to go to or to note."""
    reference, _, title = about.partition(" ")
    if kind == TONIGHT:
        when = "i dag" if since == terms.today else "i morgen"
        said, act, page = f"Kurs {when}: {title}.", "Skriv ut listen", "training:list"
    else:
        said = f"En kurskveld har vært, og ingen er notert: {title}."
        act, page = "Noter hvem som kom", "training:attendance"
    return Line(
        weight=Weight.NEXT_STEP, who="", sentence=said, act=act,
        url=reverse(page, args=[reference]), since=since,
    )  # fmt: skip

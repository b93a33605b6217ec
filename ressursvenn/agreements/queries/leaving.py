"""How somebody leaves: what a certificate may say, what she said, and how long we keep her afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet, Subquery, Sum
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import retention
from ressursvenn.protection.retention import Kept
from ressursvenn.volunteers import facts
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import retention as keeping

from ..models import ExitTalk, ServicePaper

# Rooms above, asked by name alone: meet-ups by roughly how long, and the first day of a pair.
AT_LEAST_HOURS = {"under_1h": 0.5, "1_2h": 1.0, "2_4h": 2.0, "over_4h": 4.0}
OPEN = Q(pairs__isnull=False, pairs__ended_on=None, pairs__not_to_be_on=None)
MET = OPEN | Q(pairs__introduced_on__isnull=False)


@dataclass(frozen=True, slots=True)
class Service:
    """What a certificate of service may say, for a person to put right.

    `met`: she has been in a pair, that much anybody here knows. `forgotten`: one that is erased since, so
    that its hours are not known. `until` is its last day, when nothing later is.
    """

    began: date | None
    until: date | None
    meet_ups: int
    hours: int | None
    course_hours: int
    met: bool
    forgotten: bool


def service_of(person: Person, volunteer: Any) -> Service:
    """Two questions: the course and the first day, and the meet-ups. Of a pair only to who may see pairs."""
    own_row: Any = volunteers.visible_to(person).filter(pk=volunteer.pk)
    one = own_row.order_by().values("pk")
    pairs = one.annotate(first=Min("pairs__introduced_on"), met=Count("pairs", filter=MET))
    days = one.annotate(agreed=Min("agreements__signed_on"))
    course = one.annotate(hours=Sum("course_days__hours", filter=Q(course_days__struck_on=None)))
    (first, met, agreed, hours), *_ = own_row.values_list(
        Subquery(pairs.values("first")),
        Subquery(pairs.values("met")),
        Subquery(days.values("agreed")),
        Subquery(course.values("hours")),
    ) or [(None, 0, None, None)]
    sees, forgotten = person.may(Permission.SEE_PAIRS), volunteer.paired_until is not None
    meet_ups, at_least = _met(own_row) if sees else (0, None)
    first = first if sees else None  # of those that are left: an earlier one may be forgotten
    return Service(
        began=(agreed or first) if forgotten else (first or agreed),
        until=volunteer.paired_until if sees and not met else None,
        meet_ups=meet_ups,
        hours=None if forgotten else at_least,
        course_hours=int(hours or 0),
        met=bool(met) or forgotten,
        forgotten=forgotten,
    )


def _met(own_row: Any) -> tuple[int, int]:
    """How many meet-ups are noted, and at least how many hours they come to."""
    met = own_row.order_by().filter(pairs__meet_ups__happened=True)
    length = "pairs__meet_ups__length"
    rows = met.values(length).annotate(times=Count("pairs__meet_ups")).values_list(length, "times")
    counts = dict(rows)
    hours = sum(AT_LEAST_HOURS.get(length, 0) * times for length, times in counts.items())
    return sum(counts.values()), int(hours)


@dataclass(frozen=True, slots=True)
class Afterwards:
    """How long we keep her when she has left. `asked_until`: the last day she may be asked back."""

    kept: Kept
    days: int
    asked_until: date


def afterwards(person: Person, volunteer: Any) -> Afterwards:
    """As she stands; while she is with us, as if today were her last day."""
    rows: Any = volunteers.visible_to(person).filter(pk=volunteer.pk)
    row = keeping.with_days(facts.with_road(rows)).get()
    today = timezone.localdate()
    last_day, limits = row.left_on or today, retention.limits_on(today)
    if row.left_on is None:
        row.left_on = today
        kept = replace(keeping.standing(row), touched_on=today, held="")
    else:
        kept = keeping.standing(row)
    days = kept.stay.days(limits) or 0
    goes = kept.goes_on(limits) or kept.last_on + timedelta(days=days)
    # What she said then goes by age, and the month with it.
    talk_goes = last_day + timedelta(days=limits.keep_strain_days)
    return Afterwards(kept, days, min(goes, talk_goes))


def talks_with(person: Person, volunteer: Any) -> list[ExitTalk]:
    """Her exit talks, sealed, the latest first."""
    rows = ExitTalk.objects.filter(volunteer__in=_screened(person), volunteer=volunteer)
    return list(rows.select_related("volunteer", "held_by", "asked_again_by").order_by("-pk"))


def service_papers_of(person: Person, volunteer: Any) -> QuerySet[ServicePaper]:
    """Certificates that were issued, the latest first."""
    rows = ServicePaper.objects.filter(volunteer__in=_screened(person), volunteer=volunteer)
    return rows.order_by("-pk")


def _screened(person: Person) -> QuerySet[Any]:
    """Those she screens; those who have left, too."""
    rows: Any = volunteers.visible_to(person)
    return rows if person.may(Permission.SCREEN_VOLUNTEERS) else rows.none()

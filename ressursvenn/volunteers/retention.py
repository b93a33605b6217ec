"""When a volunteer, or an application, is erased: from which facts the days are counted.

Nobody in a pair is erased, nor while a concern is open. An application that was refused, or that she took
back before she had promised anything, goes sooner than somebody who has been a volunteer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from ressursvenn.accounts.retention import forget_account
from ressursvenn.programme.lines import Line
from ressursvenn.protection import retention
from ressursvenn.protection.retention import Kept, Sort, latest
from ressursvenn.protection.stays import STAYS

from . import facts
from .models import Volunteer

# The room of pairs lies above this one: it is asked by name alone.
PAIR_DAYS = ("ended_on", "not_to_be_on", "closing_talk_on", "concerns__settled_on")
WORRY = Q(pairs__concerns__isnull=False, pairs__concerns__settled_on__isnull=True)
OWN_DAYS = [field.name for field in Volunteer._meta.concrete_fields if field.name[-3:] == "_on"]
ROAD_DAYS = [name for name in facts.KNOWN if name[-3:] == "_on"]
NEVER = Value(date(1900, 1, 1), DateField())

PAIRED = "Ressursvennen er i en kobling. Den avsluttes først."
WORRIED = "En bekymring er ikke avklart. Det må den være først."


def with_days(rows: QuerySet[Any]) -> Any:
    """Rows that came `with_road`, with the rest that `standing` reads off, in the same query."""
    own = Volunteer.objects.filter(pk=OuterRef("pk")).order_by()
    days = (Coalesce(f"pairs__{day}", NEVER) for day in PAIR_DAYS)
    worries = own.annotate(answer=Count("pairs__concerns", filter=WORRY))
    return retention.with_touched(rows).annotate(
        pair_day=Subquery(own.annotate(answer=Max(Greatest(*days))).values("answer")),
        settled_day=Subquery(own.annotate(answer=Max("concerns__settled_on")).values("answer")),
        worries=Subquery(worries.values("answer")),
    )


def standing(row: Any) -> Kept:
    """How a row that came `with_days` stands."""
    touched = retention.day_of(row.touched_at)
    stay = _stay(row)
    over = [row.left_on, row.pair_day, row.paired_until, row.settled_day]
    if stay == "volunteer_refused":
        over += [row.interviewed_on, row.answered_on]
    if row.held:  # nobody has let it in: it goes as one that was refused
        over.append(row.applied_on)
    idle = [touched, row.paused_until]
    idle += [getattr(row, name) for name in (*OWN_DAYS, *ROAD_DAYS)]
    return Kept(
        reference=row.reference,
        stay=STAYS[stay],
        last_on=latest(*over, *(idle if stay == "volunteer_idle" else [])),
        touched_on=touched,
        longer_until=row.longer_until,
        held=_in_the_way(row),
    )


def erased_if_left(volunteer: Any, on: date) -> date | None:
    """The day she would be erased, had she left that day; None while something is in the way."""
    row = with_days(facts.with_road(Volunteer.objects.filter(pk=volunteer.pk))).get()
    row.left_on = row.left_on or on  # asked about, and never saved
    return standing(row).goes_on(retention.limits_on(on))


def _stay(row: Any) -> str:
    was_paired = row.paired_until or (row.pair_day and row.pair_day > date(1900, 1, 1))
    if row.left_on:
        volunteered = row.agreed_on or was_paired
        return "volunteer_left" if volunteered else "volunteer_refused"
    refused = row.held or row.found_suitable is False
    return "volunteer_refused" if refused else "volunteer_idle"


def _in_the_way(row: Any) -> str:
    if row.open_pairs:
        return PAIRED
    return WORRIED if row.concern_open or row.worries else ""


def soon(rows: Iterable[Any]) -> list[Any]:
    """Those of rows that came `with_days` who are told of in Min dag."""
    today = timezone.localdate()
    return [row for row in rows if standing(row).is_warned(today)]


def lines(rows: list[Any], names: Mapping[int, str], at_most: int) -> list[Line]:
    """A line each while they are few, one line when they are many."""
    told = [(retention.line(standing(row), names.get(row.pk, ""))) for row in rows]
    found = sorted((line for line in told if line), key=lambda line: line.rank)
    if len(found) <= at_most:
        return found
    sentence = f"{len(found)} ressursvenner slettes snart. Den første: {found[0].sentence}"
    return [replace(found[0], who="", sentence=sentence)]


def remember_pair(volunteer: Any, until: date) -> None:
    """A pair of hers is about to be gone: that she was in one, and until when, stays with her."""
    volunteer.paired_until = latest(volunteer.paired_until, until)
    volunteer.save(update_fields=["paired_until"])


def _forget_account(row: Any) -> None:
    if row.person_id is not None:
        forget_account(row.person)


retention.register(
    Sort(
        keep="volunteer",
        rows=Volunteer.objects.all,
        read=lambda rows: [standing(row) for row in with_days(facts.with_road(rows))],
        before=_forget_account,
    )
)

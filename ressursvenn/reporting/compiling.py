"""From the rooms to a year's counts. It opens no row itself: each room hands over how many.

What stood at the end of the year is only whole for as long as nobody who was there can have been erased;
counted later than that, it is left out and said to be missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ressursvenn.accounts.models import Person
from ressursvenn.pairs import figures as pairs
from ressursvenn.participants import figures as participants
from ressursvenn.programme.limits import Limits
from ressursvenn.volunteers import figures as volunteers

from . import figures
from .catalogue import Counts

TOO_LATE = (
    "Det som gjelder utgangen av året, er ikke med: det ble telt etter at noen av dem som var der, kan ha "
    "blitt slettet. Foreslå tallene i løpet av de første {days} dagene av det nye året for å få det med."
)
TOO_MANY = (
    "Noen av svarene ved avslutningen er ikke med: det er notert flere av dem enn det er koblinger avsluttet "
    "i året."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """All that is counted of a year, before anything is protected. It is never stored."""

    year: int
    counts: Counts
    answered: Mapping[str, figures.Answered] = field(default_factory=dict)
    road: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def of_year(year: int, *, on: date, limits: Limits, by: Person) -> Year:
    """Counted on a day, by somebody who may release figures."""
    last = date(year, 12, 31)
    days = min(limits.keep_refused_days, limits.keep_ended_days)
    in_time = on <= last + timedelta(days=days)
    answered = figures.answers_in(year, by=by)
    counts = {**_closed(year, answered, by), **(_standing(last, by) if in_time else {})}
    late = () if in_time else (TOO_LATE.format(days=days),)
    return Year(
        year=year, counts=counts, answered=answered, road=volunteers.road(date(year, 1, 1), last),
        missing=late if set(answered) <= set(counts) else (*late, TOO_MANY),
    )  # fmt: skip


def _standing(last: date, by: Person) -> dict[str, Mapping[str, int]]:
    running = pairs.running_on(last, by=by)
    again = pairs.again_among_running(last, by=by)
    waiting = participants.waiting_on(last, by=by)
    return {
        "running": {"running": running},
        "queue": {"waiting": sum(waiting.values())},
        "waiting": waiting,
        "hours": pairs.hours_of_running(last, by=by),
        "again": {"first": running - again, "again": again},
    }


def _closed(
    year: int, answered: Mapping[str, figures.Answered], by: Person
) -> dict[str, Mapping[str, int]]:
    ended = pairs.ended_in(year, by=by)
    return {
        "closed": {"ended": ended.in_all},
        "called_off": {"called_off": pairs.not_to_be_in(year, by=by)},
        "ending": ended.by_ending,
        "region": ended.by_region,
        "months": ended.by_months,
        "met": ended.by_met,
        **{
            name: answers(one, ended.in_all)
            for name, one in answered.items()
            if one.number <= ended.in_all  # else something is wrong, and it is said to be missing
        },
    }


def answers(one: figures.Answered, ended: int) -> dict[str, int]:
    """With those who did not answer: as many as are left of the pairs that ended."""
    known = {"better": one.better, "same": one.same, "worse": one.worse}
    return {**known, "no_answer": ended - one.number}

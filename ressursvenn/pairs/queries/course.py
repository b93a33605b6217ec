"""The course of a pair: what has happened, read off its days, and what falls due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal

from .. import facts, rhythm, rules
from ..models import FollowUp, MeetUp, Pair

LATEST = 6


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened in a pair, and what falls due. Nothing here is opened or secret."""

    pair: Pair
    concern_on: date | None  # the day the open concern was raised
    concern_by: int | None  # … and who raised it
    call_since: date | None  # somebody wrote "ring meg", and nobody has called yet
    dues: tuple[rhythm.Due, ...]
    planned_end: date | None
    quiet_since: date | None
    as_of: date  # today, or the day it ended: where the hand of the ring stands

    @property
    def overdue(self) -> date | None:
        """Since when a follow-up has been overdue."""
        return rhythm.overdue_since(self.dues)

    @property
    def next_due(self) -> date | None:
        """The next day a follow-up falls due."""
        return next((due.on for due in self.dues if due.standing == "open"), None)

    @property
    def follow_ups(self) -> list[FollowUp]:
        return list(self.pair.follow_ups.all())

    @property
    def meet_ups(self) -> list[MeetUp]:
        """Whoever shows these for many pairs fetches them first: `with_meet_ups`."""
        return list(self.pair.meet_ups.all())

    @property
    def met(self) -> list[date]:
        return [one.day for one in self.meet_ups if one.happened]

    @property
    def latest(self) -> list[MeetUp]:
        """Those a page shows first; the others are behind a summary."""
        return self.meet_ups[:LATEST]

    @property
    def earlier(self) -> list[MeetUp]:
        return self.meet_ups[LATEST:]

    @property
    def ticks(self) -> list[tuple[date, str]]:
        """Follow-ups for the year ring: one that was missed is drawn like one overdue."""
        return [(due.on, _drawn(due)) for due in self.dues]

    @property
    def not_done(self) -> list[date]:
        """Follow-ups that were never held. Closing does not hide them."""
        return [due.on for due in self.dues if due.standing in ("missed", "overdue")]


def _drawn(due: rhythm.Due) -> str:
    return "overdue" if due.standing == "missed" else due.standing


def course(pair: Pair, terms: Terms) -> Course:
    """The course of one."""
    return courses([pair], terms)[pair.reference]


def courses(pairs: Iterable[Pair], terms: Terms) -> dict[str, Course]:
    """The courses of many, by reference: one query for what was held, whatever else is on the rows.

    The rows come from `visible_to`, which dates what a course needs to know of the other notes.
    """
    rows = list(pairs)
    prefetch_related_objects(rows, "follow_ups")
    return {row.reference: _course(row, terms) for row in rows}


def _course(pair: Any, terms: Terms) -> Course:
    began, held = pair.introduced_on, [one.held_on for one in pair.follow_ups.all()]
    met = [pair.last_met] if pair.last_met else []
    return Course(
        pair,
        pair.concern_on,
        pair.concern_by,
        pair.call_since,
        _dues(pair, held, terms),
        began and rhythm.planned_end(began, terms.limits),
        began and rhythm.quiet_since(began, met, held),
        pair.ended_on or terms.today,
    )


def _dues(pair: Pair, held: Iterable[date], terms: Terms) -> tuple[rhythm.Due, ...]:
    if pair.introduced_on is None:
        return ()
    until = pair.ended_on or rhythm.planned_end(pair.introduced_on, terms.limits)
    days = rhythm.due_days(pair.introduced_on, until, terms.limits)
    return rhythm.told(days, held, terms.today, closed=pair.is_closed)


def in_the_way(
    pairs: Iterable[Pair], person: Person, terms: Terms
) -> dict[str, tuple[Refusal, ...]]:
    """What stands in the way of open pairs today, by reference, as the person may be told it."""
    known = facts.of_pairs(pair for pair in pairs if not pair.is_closed)
    return {
        reference: tuple(no.as_told_to(person.may) for no in rules.may_go_on(of_one, terms))
        for reference, of_one in known.items()
    }

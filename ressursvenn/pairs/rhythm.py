"""When follow-ups fall due, which were held, and how long it has been quiet. Days in, days out.

Twice in the first month, then monthly, until the end. A follow-up settles the day it lies nearest,
so that a talk two days late is not a talk missed. One missed and overtaken by a later talk stays
missed: closing never hides what was not done.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ressursvenn.programme.limits import Limits

Standing = Literal["done", "missed", "overdue", "open"]


@dataclass(frozen=True, slots=True)
class Due:
    """A day a follow-up falls due, and how it stands today."""

    on: date
    standing: Standing


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def planned_end(introduced_on: date, limits: Limits) -> date:
    """The day their time together was agreed to last to."""
    return months_after(introduced_on, limits.commitment_months)


def due_days(introduced_on: date, until: date, limits: Limits) -> tuple[date, ...]:
    """Every day a follow-up falls due up to `until`, spread evenly in the first month."""
    month = months_after(introduced_on, 1) - introduced_on
    wanted = limits.follow_ups_first_month
    first = [introduced_on + month * (n + 1) // wanted for n in range(wanted)]
    later, ahead = [], 1 + limits.follow_up_every_months
    while (day := months_after(introduced_on, ahead)) <= until:
        later.append(day)
        ahead += limits.follow_up_every_months
    return tuple(day for day in [*first, *later] if day <= until)


def told(
    due: Sequence[date], held: Iterable[date], today: date, *, closed: bool = False
) -> tuple[Due, ...]:
    """How each due day stands: done, missed, overdue or open."""
    held_days = sorted(held)
    done = _settled(due, held_days)
    last = held_days[-1] if held_days else date.min
    return tuple(Due(day, _standing(day, day in done, last, today, closed)) for day in due)


def _settled(due: Sequence[date], held: Sequence[date]) -> set[date]:
    done: set[date] = set()
    for talk in held:
        opened = [date.min, *due]  # an early talk does not settle a day further ahead than the next
        left = [
            day
            for day, since in zip(due, opened, strict=False)
            if day not in done and since <= talk
        ]
        if left:
            done.add(min(left, key=lambda day: (abs(day - talk), day)))
    return done


def _standing(day: date, done: bool, last: date, today: date, closed: bool) -> Standing:
    if done:
        return "done"
    if day >= today and not closed:
        return "open"
    return "missed" if closed or last > day else "overdue"


def overdue_since(dues: Iterable[Due]) -> date | None:
    """The first day that is overdue, if any is."""
    return next((due.on for due in dues if due.standing == "overdue"), None)


def quiet_since(introduced_on: date, met: Iterable[date], talked: Iterable[date]) -> date:
    """The last day anybody heard that the two had met, or talked with one of them."""
    return max([introduced_on, *met, *talked])


def quiet_too_long(since: date, today: date, limits: Limits) -> bool:
    """Silence is raised, never tidied away: it can mean that she is in danger."""
    return today - since >= timedelta(days=limits.quiet_after_days)

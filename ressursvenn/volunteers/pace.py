"""How long a step of her road has taken: within its time, slow, or longer than it should ever take.

Pure. The days are counted from the last thing that happened on the road before the step that is missing.
A pause stops the clock, and it starts anew when the pause is over: nobody is late for having rested.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.programme.states import Station

from .rules import Stop, VolunteerFacts


class Pace(StrEnum):
    """How the step that is missing stands."""

    IN_TIME = "in_time"
    SLOW = "slow"  # past the ideal
    LATE = "late"  # past the longest
    RESTING = "resting"
    UNKNOWN = "unknown"  # no day to count from
    ARRIVED = "arrived"  # no step is missing, none will come, or it is not one of those with a time


@dataclass(frozen=True, slots=True)
class Step:
    """The step that is missing, since when, for how many days, and how that stands."""

    station: Station | None
    since: date | None
    days: int | None
    pace: Pace

    @property
    def stands_out(self) -> bool:
        return self.pace in (Pace.SLOW, Pace.LATE)


TIMED = {
    Station.INTERVIEWED: "interview",
    Station.TRAINED: "training",
    Station.SIGNED_CONFIDENTIALITY: "confidentiality",
    Station.CERTIFICATE_SHOWN: "certificate",
    Station.AGREED: "agreement",
    Station.APPROVED: "approval",
}


def times(station: Station, limits: Limits) -> tuple[int, int]:
    """The ideal and the longest number of days for a step. Raises KeyError for one without a time."""
    name = TIMED[station]
    return getattr(limits, f"{name}_ideal_days"), getattr(limits, f"{name}_longest_days")


def step_of(v: VolunteerFacts, stops: tuple[Stop, ...], terms: Terms) -> Step:
    """The first step that is missing on her road, and how long it has been missing."""
    missing = next((stop.station for stop in stops if not stop.reached), None)
    if missing is None or missing not in TIMED or v.has_left or v.found_suitable is False:
        return Step(missing, None, None, Pace.ARRIVED)
    since = _last_before(missing, stops, terms.today)
    if since is None:
        return Step(missing, None, None, Pace.UNKNOWN)
    if v.paused_until and v.paused_until > terms.today:
        return Step(missing, since, (terms.today - since).days, Pace.RESTING)
    since = max(since, v.paused_until or since)
    days = (terms.today - since).days
    return Step(missing, since, days, _pace(days, *times(missing, terms.limits)))


def _last_before(missing: Station, stops: tuple[Stop, ...], today: date) -> date | None:
    """The last day that something before it was reached. What comes after it moves no clock of its own."""
    before = takewhile(lambda stop: stop.station != missing, stops)
    return max((stop.on for stop in before if stop.on and stop.on <= today), default=None)


def _pace(days: int, ideal: int, longest: int) -> Pace:
    if days > longest:
        return Pace.LATE
    return Pace.SLOW if days > ideal else Pace.IN_TIME

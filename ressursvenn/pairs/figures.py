"""How pairs stood on a day and ended in a year, for whoever releases numbers. Counts, never rows.

A pair that is over is erased, and leaves one row of the tally. What has not come so far is read as the tally
would write it, so that a year's figures are the same before the erasure and after it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import UnknownArea, county_of
from ressursvenn.protection import opening

from . import tally
from .hours import LENGTHS, volunteer_hours
from .models import MeetUp, Pair, Tally

__all__ = [
    "Ended", "again_among_running", "ended_in", "hours_of_running", "not_to_be_in", "running_on",
    "volunteer_hours",
]  # fmt: skip
HOURS_BANDS = {"under_10": 10, "10_29": 30, "30_more": 0}  # under so many; the last has no end
NOT_KNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """The pairs that ended in a year, counted four ways. Each way adds up to the same number."""

    by_ending: Mapping[str, int]
    by_region: Mapping[str, int]
    by_months: Mapping[str, int]
    by_met: Mapping[str, int]

    @property
    def in_all(self) -> int:
        return sum(self.by_ending.values())


def _releasing(by: Person) -> None:
    guard.check(by, Permission.RELEASE_FIGURES)


def running_on(day: date, *, by: Person) -> int:
    """Pairs that had met for the first time by the end of that day, and had not ended."""
    _releasing(by)
    return _running(day).count()


def _running(day: date) -> QuerySet[Pair]:
    met = Pair.objects.filter(introduced_on__lte=day)
    return met.filter(Q(ended_on=None) | Q(ended_on__gt=day))


def hours_of_running(day: date, *, by: Person) -> Counter[str]:
    """The pairs running on that day, by about how many hours they met in that year up to it."""
    _releasing(by)
    met = MeetUp.objects.filter(
        pair__in=_running(day), happened=True, day__range=(date(day.year, 1, 1), day)
    )
    hours: defaultdict[int, float] = defaultdict(float)
    for pair, length in met.order_by().values_list("pair_id", "length"):
        hours[pair] += LENGTHS[length]
    running = _running(day).order_by().values_list("pk", flat=True)
    return Counter(_hours_band(hours[pair]) for pair in running)


def _hours_band(hours: float) -> str:
    return next((band for band, under in HOURS_BANDS.items() if hours < under), "30_more")


def again_among_running(day: date, *, by: Person) -> int:
    """The pairs running on that day whose participant had met another volunteer before, and come back."""
    _releasing(by)
    earlier = Pair.objects.filter(participant=OuterRef("participant"), introduced_on__lte=day)
    before = Exists(earlier.exclude(pk=OuterRef("pk")).filter(ended_on__lte=day))
    remembered = Q(participant__paired_until__lte=day)
    return _running(day).filter(before | remembered).count()


def not_to_be_in(year: int, *, by: Person) -> int:
    """Pairs that were decided and called off before the two met."""
    _releasing(by)
    erased = Tally.objects.filter(year=year, ending=tally.NOT_TO_BE).count()
    return erased + Pair.objects.filter(not_to_be_on__year=year).count()


def ended_in(year: int, *, by: Person) -> Ended:
    """Pairs that met and ended, by how, where in the country, for how long and how often they met."""
    _releasing(by)
    rows = [*_told_by_tally(year), *_as_tally_would_tell(year)]
    ways = [Counter(way) for way in zip(*rows, strict=True)] or [Counter()] * 4
    return Ended(by_ending=ways[0], by_region=ways[1], by_months=ways[2], by_met=ways[3])


def _told_by_tally(year: int) -> list[tuple[str, ...]]:
    rows = Tally.objects.filter(year=year).exclude(ending=tally.NOT_TO_BE)
    told = rows.order_by("key").values_list("ending", "region", "months", "met")
    return [(ending, region or NOT_KNOWN, months, met) for ending, region, months, met in told]


def _as_tally_would_tell(year: int) -> list[tuple[str, ...]]:
    """Those that are not erased yet. Where they met is read off opened cards, as the tally does it."""
    met = Count("meet_ups", filter=Q(meet_ups__happened=True))
    ended = Pair.objects.filter(ended_on__year=year).select_related("participant")
    rows = list(ended.annotate(so_often=met).order_by("pk"))
    regions = _regions(row.participant for row in rows)
    return [
        (
            row.ending,
            regions.get(row.participant.reference, NOT_KNOWN),
            tally._band(tally._months(row), tally.MONTHS, "13-"),
            tally._band(row.so_often, tally.MET, "25-"),
        )
        for row in rows
    ]


def _regions(participants: Iterable[Any]) -> dict[str, str]:
    opened = opening.open_cards(participants, by=None, purpose="retention")
    return {card.reference: _region(card.area) for card in opened}


def _region(area: str) -> str:
    try:
        return tally.REGIONS.get(county_of(area), NOT_KNOWN)
    except UnknownArea:
        return NOT_KNOWN

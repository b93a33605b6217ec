"""Hours that volunteers gave in meet-ups in a year that is over: counted once, for all places, and kept.

Counted anew after an erasure or a late note, the difference would be somebody's; and so it would be if another
place were held back than before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association
from ressursvenn.protection import audit

from .models import HoursOfYear, MeetUp

LENGTHS = {"under_1h": 0.5, "1_2h": 1.5, "2_4h": 3.0, "over_4h": 5.0}  # the middle of each
COUNTRY = ""
FEW = 10  # participants; of fewer no hours are told
FIFTY = 50  # so many hours that one pair more or less is seldom seen
Hers = Mapping[int, float]  # hours, by participant


def volunteer_hours(first: date, last: date, association: Association | None = None) -> int | None:
    """To the nearest fifty, for one whole year that is over: theirs, not hers. None where it is not told.

    Stretches of days that differ by a week would tell who met that week, and a year that is not over would too.
    """
    whole = date(last.year, 1, 1), date(last.year, 12, 31)
    if (first, last) != whole or last >= timezone.localdate():
        return None
    return _of_year(last.year).get(str(association.pk) if association else COUNTRY)


@transaction.atomic
def _of_year(year: int) -> dict[str, int]:
    """As it was first counted."""
    row = HoursOfYear.objects.filter(year=year).first()
    if row is None:
        counted = {"told": _told_of(_met_in(year))}
        row, new = HoursOfYear.objects.get_or_create(year=year, defaults=counted)
        if new:
            audit.record(by=None, did="pairs.hours_counted")
    told: dict[str, int] = row.told
    return told


def _met_in(year: int) -> dict[int, Hers]:
    """By place."""
    met = MeetUp.objects.filter(happened=True, day__year=year).order_by()
    hours: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for place, woman, length in met.values_list("pair__association", "pair__participant", "length"):
        hours[place][woman] += LENGTHS[length]
    return dict(hours)


def _told_of(hours: Mapping[int, Hers]) -> dict[str, int]:
    """The country, and the places that may be told.

    What is left when these are taken from the country is of many as well: else the smallest is held back too.
    """
    told = sorted(
        (place for place, hers in hours.items() if _of_many(hers)),
        key=lambda place: (len(hours[place]), place),
    )
    while told and (left := _together(hours[place] for place in hours.keys() - told)):
        if _of_many(left):
            break
        told.pop(0)
    named = {COUNTRY: _together(hours.values())} | {str(place): hours[place] for place in told}
    return {name: _fifties(sum(hers.values())) for name, hers in named.items() if _of_many(hers)}


def _of_many(hers: Hers) -> bool:
    """Of ten or more, and not more than half of it of one."""
    return len(hers) >= FEW and 2 * max(hers.values()) <= sum(hers.values())


def _together(places: Iterable[Hers]) -> dict[int, float]:
    hours: defaultdict[int, float] = defaultdict(float)
    for hers in places:
        for woman, many in hers.items():
            hours[woman] += many
    return dict(hours)


def _fifties(hours: float) -> int:
    return FIFTY * int(hours / FIFTY + 0.5)

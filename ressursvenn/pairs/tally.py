"""One anonymous row for each pair, written as the pair is erased. For a yearly release, and nothing else.

It says in which of five parts of the country, in which year, how it ended, about how long it lasted and
about how often the two met. No reference, no day, no association. The primary key is random and is the order
in which SQLite lays the rows, so that neither tells which came first.
"""

from __future__ import annotations

import secrets
from datetime import date

from django.utils import timezone

from ressursvenn.neighbourhood.areas import UnknownArea, county_of
from ressursvenn.protection import opening

from .models import MeetUp, Pair, Tally

REGIONS = {
    "Oslo": "ost", "Akershus": "ost", "Østfold": "ost", "Buskerud": "ost", "Innlandet": "ost",
    "Vestfold": "ost", "Telemark": "ost",
    "Agder": "sor",
    "Rogaland": "vest", "Vestland": "vest", "Møre og Romsdal": "vest",
    "Trøndelag": "midt",
    "Nordland": "nord", "Troms": "nord", "Finnmark": "nord",
}  # fmt: skip
MONTHS = ((0, "0"), (4, "1-3"), (7, "4-6"), (10, "7-9"), (13, "10-12"))  # under so many
MET = ((1, "0"), (10, "1-9"), (25, "10-24"))
NOT_TO_BE = "not_to_be"
NOT_KNOWN = "unknown"  # erased while they still met: ended, and nobody says how
LARGEST = 2**31 - 1  # what an integer key holds in every database


def count(pair: Pair) -> None:
    """Write the row. In the transaction of the erasure, while her card can still be opened."""
    over_on, ending = _over(pair)
    met = MeetUp.objects.filter(pair=pair, happened=True).count()
    Tally.objects.create(
        key=secrets.randbelow(LARGEST) + 1,
        region=_region(pair),
        year=over_on.year,
        ending=ending,
        months=_band(_months(pair), MONTHS, "13-"),
        met=_band(met, MET, "25-"),
    )


def _over(pair: Pair) -> tuple[date, str]:
    """When and how. If one of them is erased in the middle of it, it is over today, and nobody says how."""
    if pair.introduced_on is None:
        return pair.not_to_be_on or pair.decided_on, NOT_TO_BE
    return pair.ended_on or timezone.localdate(), pair.ending or NOT_KNOWN


def _region(pair: Pair) -> str:
    """From the area where she wished to meet, opened for this and for nobody; "" when it is not known."""
    opened = opening.open_cards([pair.participant], by=None, purpose="retention")
    try:
        return REGIONS.get(county_of(opened[0].area), "") if opened else ""
    except UnknownArea:
        return ""


def _months(pair: Pair) -> int:
    """Months begun between the first meeting and the end; none when they never met."""
    if pair.introduced_on is None:
        return -1
    return (_over(pair)[0] - pair.introduced_on).days // 30 + 1


def _band(number: int, bands: tuple[tuple[int, str], ...], rest: str) -> str:
    return next((word for under, word in bands if number < under), rest)

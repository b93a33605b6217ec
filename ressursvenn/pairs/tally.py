"""One anonymous row for each pair, written as the pair is erased. For a yearly release, and nothing else.

It says in which of five parts of the country, in which year, how it ended, about how long it lasted and
about how often the two met. No reference, no day, no association. The primary key is random and is the order
in which SQLite lays the rows, so that neither tells which came first.
"""

from __future__ import annotations

import secrets

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
LARGEST = 2**31 - 1  # what an integer key holds in every database


def count(pair: Pair) -> None:
    """Write the row. In the transaction of the erasure, while her card can still be opened."""
    over_on = pair.ended_on or pair.not_to_be_on
    if over_on is None:  # she is erased by her own wish, or her keys are gone, in the middle of it
        over_on = pair.introduced_on or pair.decided_on
    met = MeetUp.objects.filter(pair=pair, happened=True).count()
    Tally.objects.create(
        key=secrets.randbelow(LARGEST) + 1,
        region=_region(pair),
        year=over_on.year,
        ending=pair.ending or NOT_TO_BE,
        months=_band(_months(pair), MONTHS, "13-"),
        met=_band(met, MET, "25-"),
    )


def _region(pair: Pair) -> str:
    """From the area where she wished to meet, opened for this and for nobody; "" when it is not known."""
    opened = opening.open_cards([pair.participant], by=None, purpose="retention")
    try:
        return REGIONS.get(county_of(opened[0].area), "") if opened else ""
    except UnknownArea:
        return ""


def _months(pair: Pair) -> int:
    """Months begun between the first meeting and the end; none when they never met."""
    if pair.introduced_on is None or pair.ended_on is None:
        return -1
    return (pair.ended_on - pair.introduced_on).days // 30 + 1


def _band(number: int, bands: tuple[tuple[int, str], ...], rest: str) -> str:
    return next((word for under, word in bands if number < under), rest)

"""The couples that may meet, as numbered rows: checked once, and in an order of their own.

Participants are numbered by who has waited longest, then by reference; volunteers by reference;
couples by both. So the same facts make the same table in whatever order they arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .facts import MONTHS_AT_MOST, Reference

Numbers = NDArray[np.int64]

FIT_AT_MOST = 1000
PLACES_AT_MOST = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Couple:
    """Two who may meet. A refused couple is never made into one: it is absent, not expensive."""

    participant: Reference
    volunteer: Reference
    fit: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Table:
    """Row i is `couples[i]`: participant number `who[i]`, volunteer number `whom[i]`."""

    couples: tuple[Couple, ...]
    participants: tuple[Reference, ...]
    volunteers: tuple[Reference, ...]
    who: Numbers
    whom: Numbers
    fit: Numbers
    bands: Numbers  # whole months waited, per participant
    places: Numbers  # per volunteer


def lay_out(
    couples: Iterable[Couple],
    places: Mapping[Reference, int],
    waiting: Mapping[Reference, int],
) -> Table:
    """Check everything, number everybody. Who is not in `waiting` has waited 0 months."""
    rows = list(couples)
    _check(rows, places, waiting)
    everybody = {row.participant for row in rows} | set(waiting)
    participants = tuple(sorted(everybody, key=lambda one: (-waiting.get(one, 0), one)))
    volunteers = tuple(sorted(places))
    number = _numbers(participants)
    seat = _numbers(volunteers)
    rows.sort(key=lambda row: (number[row.participant], seat[row.volunteer]))
    return Table(
        couples=tuple(rows),
        participants=participants,
        volunteers=volunteers,
        who=_column(number[row.participant] for row in rows),
        whom=_column(seat[row.volunteer] for row in rows),
        fit=_column(row.fit for row in rows),
        bands=_column(waiting.get(one, 0) for one in participants),
        places=_column(places[one] for one in volunteers),
    )


def _check(
    rows: list[Couple], places: Mapping[Reference, int], waiting: Mapping[Reference, int]
) -> None:
    stated: set[tuple[Reference, Reference]] = set()
    for row in rows:
        couple = f"the couple {row.participant}, {row.volunteer}"
        if (row.participant, row.volunteer) in stated:
            raise ValueError(f"{couple} was stated twice")
        if row.volunteer not in places:
            raise ValueError(f"{couple}: the volunteer is unknown, no places were given")
        stated.add((row.participant, row.volunteer))
        _check_number(row.fit, FIT_AT_MOST, f"the fit of {couple}")
    for volunteer, number in places.items():
        _check_number(number, PLACES_AT_MOST, f"the places of {volunteer}")
    for participant, months in waiting.items():
        _check_number(months, MONTHS_AT_MOST, f"the months {participant} has waited")


def _check_number(value: object, at_most: int, what: str) -> None:
    """A plain integer in its range; the value itself is not repeated."""
    if type(value) is not int or not 0 <= value <= at_most:
        raise ValueError(f"{what} must be a whole number from 0 to {at_most}")


def _numbers(references: tuple[Reference, ...]) -> dict[Reference, int]:
    return {reference: number for number, reference in enumerate(references)}


def _column(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)

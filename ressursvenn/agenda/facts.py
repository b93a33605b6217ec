"""From tables to what the rules ask: what has happened with a demand before, and who wrote what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from . import words
from .models import Demand, Happening, SourcedFigure
from .rules import FigureFacts, HappeningFacts, StrikeFacts, TwoFacts
from .states import Standing, standing


def standing_of(happenings: Iterable[Happening]) -> Standing:
    """How a demand stands by these. Whoever asks has left out what is struck."""
    return standing(one.as_fact for one in happenings)


def mark_overdue(happenings: Iterable[Any], now: Standing, day: date) -> None:
    """A promise that is still open after the day it was promised to says so."""
    for one in happenings:
        due = one.due_day if one.pk in now.open_promises and not now.is_over else None
        one.overdue = due is not None and due < day


def of_happening(
    demand: Demand, *, kind: str, day: date, says: str, source: str,
    addressee: Any = None, promise: Happening | None = None,
) -> HappeningFacts:  # fmt: skip
    """Of what is about to be noted. One query: what has been noted before, confirmed or not."""
    noted = list(demand.happenings.filter(struck_on=None))
    now = standing_of(noted)
    return HappeningFacts(
        kind=kind,
        day=day,
        text=says,
        source=source,
        raised_day=demand.raised_day,
        contacted_by_then=_contacted(noted, addressee, day),
        promise_made_on=promise.day if promise and promise.demand_id == demand.pk else None,
        promise_is_open=promise.pk in now.open_promises if promise else None,
        over_since=now.since if now.is_over else None,
        last_fact_on=max((one.day for one in noted), default=None),
    )


def of_two(written_by: int | None, confirmed_by: int) -> TwoFacts:
    """Who wrote a text, a piece of evidence or a figure, and who would confirm it."""
    return TwoFacts(written_by=written_by, confirmed_by=confirmed_by)


def of_two_for(row: Happening, confirmed_by: int) -> TwoFacts:
    """The same of something that happened, which may rest on a promise."""
    promise = row.promise
    rests = promise is None or (promise.confirmed_on is not None and promise.struck_on is None)
    return TwoFacts(written_by=row.noted_by_id, confirmed_by=confirmed_by, rests_on_confirmed=rests)


def of_strike(row: Happening) -> StrikeFacts:
    """Whether a promise has been settled by something that stands."""
    return StrikeFacts(is_built_on=row.settled_by.filter(struck_on=None).exists())


def of_figure(row: SourcedFigure) -> FigureFacts:
    """What stands behind a figure."""
    return FigureFacts(
        source=row.source,
        year=row.year,
        population=row.population,
        link=row.link,
        owner=row.owner_id,
        review_day=row.review_day,
    )


def _contacted(noted: Sequence[Happening], addressee: Any, day: date) -> bool | None:
    if addressee is None:
        return None
    met = (one for one in noted if one.kind == words.CONTACT and one.day <= day)
    return any(one.addressee_id == addressee.pk for one in met)

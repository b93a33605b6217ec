"""A figure is written, confirmed by another, looked over and withdrawn. A published one never changes."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, rules
from ..models import SourcedFigure
from ._noting import confirmed, holds, keep, locked, may_edit


class Written(TypedDict):
    """All that is written about a figure. What is not known yet is empty."""

    value: str
    says: str
    source: str
    year: int | None
    population: str
    link: str
    review_day: date | None
    owner: Person | None


@transaction.atomic
def write_figure(*, by: Person, **written: Unpack[Written]) -> SourcedFigure:
    """Nobody but editors sees it before another has confirmed it."""
    may_edit(by)
    row = SourcedFigure(**written, written_on=timezone.localdate(), written_by=by)
    return keep(row, by=by, did="figure_written")


@transaction.atomic
def rewrite_figure(
    *, figure: SourcedFigure, by: Person, **written: Unpack[Written]
) -> SourcedFigure:
    """Put right before it is published. Whoever does so has written it, and does not confirm it."""
    row: SourcedFigure = locked(figure, by, confirmed_on=None)
    for name, value in written.items():
        setattr(row, name, value)
    row.written_on, row.written_by = timezone.localdate(), by
    return keep(row, by=by, did="figure_rewritten")


@transaction.atomic
def confirm_figure(*, figure: SourcedFigure, by: Person) -> SourcedFigure:
    """Everybody may read it from now on: it has all that a figure needs, and another has seen the source."""
    row: SourcedFigure = locked(figure, by, confirmed_on=None)
    holds(rules.may_be_published, facts.of_figure(row))
    confirmed(row, facts.of_two(row.written_by_id, by.pk), by=by, did="figure_confirmed")
    return row


@transaction.atomic
def look_over_figure(*, figure: SourcedFigure, review_day: date, by: Person) -> SourcedFigure:
    """The source still says so. It is to be looked over again by another day."""
    row: SourcedFigure = locked(figure, by, confirmed_on__isnull=False, withdrawn_on=None)
    row.review_day = review_day
    holds(rules.may_be_published, facts.of_figure(row))
    row.looked_over_on, row.looked_over_by = timezone.localdate(), by
    return keep(row, by=by, did="figure_looked_over")


@transaction.atomic
def withdraw_figure(*, figure: SourcedFigure, by: Person) -> SourcedFigure:
    """It is no longer told. That it was, stands."""
    row: SourcedFigure = locked(figure, by, confirmed_on__isnull=False, withdrawn_on=None)
    row.withdrawn_on, row.withdrawn_by = timezone.localdate(), by
    return keep(row, by=by, did="figure_withdrawn")


@transaction.atomic
def throw_away_figure(*, figure: SourcedFigure, by: Person) -> None:
    """It was never told to anybody."""
    row: SourcedFigure = locked(figure, by, confirmed_on=None)
    audit.record(by=by, did="agenda.figure_thrown_away", to=row)
    row.behind.update(figure=None)
    row.delete()

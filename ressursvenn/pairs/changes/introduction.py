"""The first meeting: a day and one public place, seen by staff alone, with a coordinator there."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import queries as neighbourhood
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.programme.states import PairState
from ressursvenn.protection import audit

from .. import rules
from ..models import Pair
from . import _ground

NOT_ON_THE_LIST = "Velg et sted fra lista."


@transaction.atomic
def plan_introduction(
    *, pair: Pair, day: date, by: Person, place: str = "", on: date | None = None
) -> Pair:
    """Agree on a day and a place (its reference in the list); anew, as often as need be."""
    row = _ground.led(pair, by)
    _ground.must_still_hold(row, by)
    planned_on = _day_of_planning(row, on)
    facts = rules.IntroductionFacts(day=day, place_chosen=bool(place), coordinator_present=None)
    then = Terms(planned_on, _ground.terms_of(row).limits)
    _ground.must_hold(refusals(rules.MAY_PLAN, facts, then), by)
    row.introduction_planned_on, row.introduction_planned_by = planned_on, by
    row.introduction_day, row.introduction_place = day, _named(place, row)
    row.place_chosen = bool(place)
    _ground.keep(row)
    audit.record(by=by, did="pairs.introduction_planned", to=row)
    return row


def _day_of_planning(row: Pair, on: date | None) -> date:
    """Planning again is the same step on another day."""
    if row.state is PairState.INTRODUCTION_PLANNED:
        return min(on or timezone.localdate(), timezone.localdate())
    return _ground.must_step(row, PairState.INTRODUCTION_PLANNED, on)


def _named(place: str, row: Pair) -> str | None:
    """The name of a place near where she wants to meet; None when it is to be chosen later."""
    if not place:
        return None
    hers = row.participant
    near = neighbourhood.places_near(hers.area, but_not_in=hers.avoided_areas)
    name = next((one.name for one in near if one.reference == place), None)
    if name is None:
        raise ValidationError(NOT_ON_THE_LIST, code="place")
    return name


@transaction.atomic
def note_introduced(
    *, pair: Pair, coordinator_present: bool, by: Person, on: date | None = None
) -> Pair:
    """They have met, and a coordinator was there. The year begins; day and place are forgotten."""
    row = _ground.led(pair, by)
    _ground.must_still_hold(row, by)
    facts = rules.IntroductionFacts(
        day=None, place_chosen=row.place_chosen, coordinator_present=coordinator_present
    )
    _ground.must_hold(refusals(rules.MAY_INTRODUCE, facts, _ground.terms_of(row)), by)
    row.introduced_on = _ground.must_step(row, PairState.RUNNING, on)
    row.introduced_by = by
    _ground.forget_days(row)
    _ground.keep(row)
    audit.record(by=by, did="pairs.introduced", to=row)
    return row

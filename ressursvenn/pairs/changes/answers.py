"""Two yeses, each for herself. She hears about the volunteer first; the volunteer hears no name."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ressursvenn.accounts.models import Person
from ressursvenn.programme.states import PairState
from ressursvenn.protection import audit

from ..models import Pair
from . import _ground, _telling

TOO_LATE = "Et svar noteres bare mens det ventes på det."


@transaction.atomic
def note_her_yes(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The coordinator has told her about the volunteer, and she has said yes."""
    row = _ground.led(pair, by)
    row.she_said_yes_on = _ground.must_step(row, PairState.SHE_SAID_YES, on)
    row.she_said_yes_by = by
    _ground.must_still_hold(row, by)
    _ground.keep(row)
    audit.record(by=by, did="pairs.she_said_yes", to=row)
    _telling.volunteer(row, by)
    return row


@transaction.atomic
def note_her_no(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """She has said no. No reason is asked for; the two are not suggested to each other again."""
    row = _ground.led(pair, by)
    _turned_down(row, "she_said_no", PairState.APPROVED, by, on)
    audit.record(by=by, did="pairs.she_said_no", to=row)
    return row


@transaction.atomic
def say_yes(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The volunteer says yes to a neutral description."""
    return _volunteer_yes(_ground.own(pair, by), by, on)


@transaction.atomic
def say_no(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The volunteer says no. She has learnt no name."""
    return _volunteer_no(_ground.own(pair, by), by, on)


@transaction.atomic
def note_volunteer_yes(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The coordinator notes the yes of a volunteer who has no account, or who answered by voice."""
    return _volunteer_yes(_ground.led(pair, by), by, on)


@transaction.atomic
def note_volunteer_no(*, pair: Pair, by: Person, on: date | None = None) -> Pair:
    """The coordinator notes the no of a volunteer who has no account, or who answered by voice."""
    return _volunteer_no(_ground.led(pair, by), by, on)


def _volunteer_yes(row: Pair, by: Person, on: date | None) -> Pair:
    row.volunteer_said_yes_on = _ground.must_step(row, PairState.BOTH_SAID_YES, on)
    row.volunteer_said_yes_by = by
    _ground.must_still_hold(row, by)
    _ground.keep(row)
    audit.record(by=by, did="pairs.volunteer_said_yes", to=row)
    return row


def _volunteer_no(row: Pair, by: Person, on: date | None) -> Pair:
    _turned_down(row, "volunteer_said_no", PairState.SHE_SAID_YES, by, on)
    audit.record(by=by, did="pairs.volunteer_said_no", to=row)
    return row


def _turned_down(row: Pair, because: str, asked_at: PairState, by: Person, on: date | None) -> None:
    if row.state is not asked_at:
        raise ValidationError(TOO_LATE, code="PAI-10")
    row.not_to_be_on = _ground.must_step(row, PairState.NOT_TO_BE, on)
    row.not_to_be_by, row.not_to_be_because = by, because
    _ground.forget_days(row)
    _ground.keep(row)

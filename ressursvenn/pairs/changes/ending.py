"""The ending: planned, early, silent or unsafe, and a talk afterwards. Access is gone at once."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.programme.states import PairState
from ressursvenn.protection import audit

from ..models import Pair
from . import _ground


@transaction.atomic
def end(*, pair: Pair, ending: str, by: Person, on: date | None = None) -> Pair:
    """The pair is over. The volunteer sees nothing of her from the next page she asks for."""
    row = _ground.led(pair, by)
    row.ended_on = _ground.must_step(row, PairState.ENDED, on)
    row.ended_by, row.ending = by, ending
    _ground.forget_days(row)
    _ground.keep(row)
    audit.record(by=by, did="pairs.ended", to=row)
    return row


@transaction.atomic
def note_closing_talk(
    *, pair: Pair, later_contact: str, by: Person, on: date | None = None
) -> Pair:
    """The coordinator has talked with both, and asked whether they wish to keep in touch."""
    row = _ground.led(pair, by)
    day = on or timezone.localdate()
    if row.ended_on is None or not row.ended_on <= day <= timezone.localdate():
        raise ValidationError("Samtalen noteres etter at koblingen er avsluttet.", code="PAI-11")
    row.closing_talk_on, row.closing_talk_by, row.later_contact = day, by, later_contact
    if not later_contact:
        raise ValidationError({"later_contact": "Si om de ønsker å holde kontakten."})
    _ground.keep(row)
    audit.record(by=by, did="pairs.closing_talk_noted", to=row)
    return row

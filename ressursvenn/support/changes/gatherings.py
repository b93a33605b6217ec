"""Something pleasant together: a day, put right or called off, and afterwards how many came."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit

from ..models import Gathering
from ._ground import has_been, kept, may_guide


@transaction.atomic
def set_gathering(
    *, association: Association, on: date, for_whom: str, by: Person, place: str = ""
) -> Gathering:
    """A day. Where participants will be is said, and never written. Sent twice it is one."""
    told = {"association": association, "held_on": on, "for_whom": for_whom}
    gathering = Gathering(**told, place=place.strip(), noted_by=by)
    may_guide(by, gathering)
    there = Gathering.objects.filter(**told, place=gathering.place, called_off_on=None).first()
    if there is not None:
        return there
    kept(gathering)
    audit.record(by=by, did="support.gathering_set", to=gathering)
    return gathering


@transaction.atomic
def note_how_many_came(*, gathering: Gathering, came: int, by: Person) -> Gathering:
    """A number, and no names. Counted again, the last count stands."""
    may_guide(by, gathering)
    _goes_on(gathering)
    _count(gathering, came, by)
    kept(gathering)
    audit.record(by=by, did="support.gathering_counted", to=gathering)
    return gathering


@transaction.atomic
def put_gathering_right(
    *,
    gathering: Gathering,
    on: date,
    for_whom: str,
    by: Person,
    place: str = "",
    came: int | None = None,
) -> Gathering:
    """Its day, for whom, where, and how many came; without a number it is not counted."""
    may_guide(by, gathering)
    _goes_on(gathering)
    gathering.held_on, gathering.for_whom, gathering.place = on, for_whom, place.strip()
    if came is None:
        gathering.came = gathering.counted_on = gathering.counted_by = None
    elif came != gathering.came or on > timezone.localdate():
        _count(gathering, came, by)
    kept(gathering)
    audit.record(by=by, did="support.gathering_put_right", to=gathering)
    return gathering


@transaction.atomic
def call_off_gathering(*, gathering: Gathering, by: Person) -> Gathering:
    """It does not happen. It leaves their pages, and stays in our list, struck through."""
    may_guide(by, gathering)
    _goes_on(gathering)
    gathering.called_off_on, gathering.called_off_by = timezone.localdate(), by
    kept(gathering)
    audit.record(by=by, did="support.gathering_called_off", to=gathering)
    return gathering


def _goes_on(gathering: Gathering) -> None:
    """Raises ValidationError for what is called off."""
    if gathering.called_off_on:
        raise ValidationError("Samlingen er avlyst. Sett opp en ny hvis den blir noe av likevel.")


def _count(gathering: Gathering, came: int, by: Person) -> None:
    has_been(gathering.held_on, "came")
    gathering.came, gathering.counted_on, gathering.counted_by = came, timezone.localdate(), by

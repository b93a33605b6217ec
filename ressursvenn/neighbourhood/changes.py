"""Every change to the lists of places and free things, audited as it happens."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit

from .models import FreeThing, Noted, Place

FIRST_LIST = Path(__file__).parent / "data"
Row = TypeVar("Row", bound=Noted)


@transaction.atomic
def note_place(
    *, area: str, name: str, kind: str, source: str, by: Person, where: str = ""
) -> Place:
    """Somebody knows of a public place where nobody must buy anything."""
    place = Place(area=area, name=name, kind=kind, where=where, source=source)
    return _noted(place, "neighbourhood.place_noted", by)


@transaction.atomic
def note_free_thing(*, area: str, what: str, kind: str, source: str, by: Person) -> FreeThing:
    """Somebody knows of something to do together that costs nothing."""
    thing = FreeThing(area=area, what=what, kind=kind, source=source)
    return _noted(thing, "neighbourhood.free_thing_noted", by)


@transaction.atomic
def confirm_place(*, place: Place, by: Person) -> Place:
    """Somebody has seen today that the place is still there and still free."""
    return _confirmed(place, "neighbourhood.place_confirmed", by)


@transaction.atomic
def confirm_free_thing(*, thing: FreeThing, by: Person) -> FreeThing:
    """Somebody knows today that this still costs nothing."""
    return _confirmed(thing, "neighbourhood.free_thing_confirmed", by)


@transaction.atomic
def take_out_place(*, place: Place, by: Person) -> Place:
    """The place is no longer to be suggested. The row stays, with the day and who said so."""
    return _taken_out(place, "neighbourhood.place_taken_out", by)


@transaction.atomic
def take_out_free_thing(*, thing: FreeThing, by: Person) -> FreeThing:
    """This is no longer to be suggested."""
    return _taken_out(thing, "neighbourhood.free_thing_taken_out", by)


@transaction.atomic
def lay_out_places(*, by: Person) -> int:
    """Lay out our first list, and tell how many rows were new. What was there, or was taken out by
    somebody, is left as it is: laying it out twice adds nothing."""
    guard.check(by, Permission.KEEP_NEIGHBOURHOOD)
    places = _missing(Place, "name", _rows("places.csv"), by)
    things = _missing(FreeThing, "what", _rows("free_things.csv"), by)
    Place.objects.bulk_create(places)
    FreeThing.objects.bulk_create(things)
    audit.record(by=by, did="neighbourhood.places_laid_out")
    return len(places) + len(things)


def _noted(row: Row, did: str, by: Person) -> Row:
    guard.check(by, Permission.KEEP_NEIGHBOURHOOD)
    row.noted_on, row.noted_by = timezone.localdate(), by
    row.full_clean()
    row.save()
    audit.record(by=by, did=did, to=row)
    return row


def _confirmed(row: Row, did: str, by: Person) -> Row:
    guard.check(by, Permission.KEEP_NEIGHBOURHOOD)
    row.checked_on, row.checked_by = timezone.localdate(), by
    row.save(update_fields=["checked_on", "checked_by"])
    audit.record(by=by, did=did, to=row)
    return row


def _taken_out(row: Row, did: str, by: Person) -> Row:
    guard.check(by, Permission.KEEP_NEIGHBOURHOOD)
    row.taken_out_on, row.taken_out_by = timezone.localdate(), by
    row.save(update_fields=["taken_out_on", "taken_out_by"])
    audit.record(by=by, did=did, to=row)
    return row


def _rows(name: str) -> list[dict[str, str]]:
    with (FIRST_LIST / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _missing(
    model: type[Row], name: str, listed: Iterable[dict[str, str]], by: Person
) -> list[Row]:
    there = set(model._default_manager.values_list("area", name))
    today = timezone.localdate()
    rows = [
        model(**values, noted_on=today, noted_by=by)
        for values in listed
        if (values["area"], values[name]) not in there
    ]
    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False)
    return rows

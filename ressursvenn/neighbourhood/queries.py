"""Every read of places and free things, in one query however many areas are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Count, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from . import areas
from .models import EVERYWHERE, FreeThing, Noted, Place

NEAR_KM = 15  # as far as two people go for a meeting; ours, to be settled
Row = TypeVar("Row", bound=Noted)


def visible_to(person: Person) -> QuerySet[Place]:
    """Every place still on the list, for whoever may see the neighbourhood; nothing for others."""
    return _standing(Place, person)


def free_things_visible_to(person: Person) -> QuerySet[FreeThing]:
    """Every free thing still on the list, for whoever may see the neighbourhood."""
    return _standing(FreeThing, person)


def places_near(
    area_code: str, limit: int | None = None, *, but_not_in: Iterable[str] = ()
) -> list[Place]:
    """Places in the area, then in areas near it, then what is found everywhere. `but_not_in` are
    areas somebody stays out of: nothing in them, around them or within them is answered."""
    return _outside(but_not_in, _near(Place, [area_code])[area_code])[:limit]


def free_things_near(
    area_code: str, limit: int | None = 2, *, but_not_in: Iterable[str] = ()
) -> list[FreeThing]:
    """Free things in the area, then in areas near it, then what can be done everywhere."""
    return _outside(but_not_in, _near(FreeThing, [area_code])[area_code])[:limit]


def free_things_near_each(
    wishes: Iterable[tuple[str, Iterable[str]]], limit: int = 2
) -> list[list[FreeThing]]:
    """The same for each of many: an area, and those that somebody stays out of. One query."""
    asked = [(area_code, list(avoided)) for area_code, avoided in wishes]
    near = _near(FreeThing, [area_code for area_code, _ in asked]) if asked else {}
    return [_outside(avoided, near[area_code])[:limit] for area_code, avoided in asked]


def free_things_for(area_codes: Iterable[str], limit: int = 2) -> dict[str, list[FreeThing]]:
    """For each of many areas what `free_things_near` answers for one."""
    return {code: rows[:limit] for code, rows in _near(FreeThing, area_codes).items()}


def areas_with_places() -> list[tuple[areas.Area, int]]:
    """Areas that have a place of their own on the list, and how many; by name."""
    counted = (
        Place.objects.filter(taken_out_on=None)
        .exclude(area=EVERYWHERE)
        .values_list("area")
        .annotate(places=Count("id"))
    )
    named = [(areas.area(code), places) for code, places in counted]
    return sorted(named, key=lambda row: areas.norwegian(row[0].label))


def _standing(model: type[Row], person: Person) -> QuerySet[Row]:
    rows = model._default_manager.filter(taken_out_on=None)
    return rows if person.may(Permission.SEE_NEIGHBOURHOOD) else rows.none()


def _near(model: type[Row], area_codes: Iterable[str]) -> dict[str, list[Row]]:
    close = {code: areas.near(code, NEAR_KM) for code in dict.fromkeys(area_codes)}
    asked = {EVERYWHERE, *(code for codes in close.values() for code in codes)}
    found: dict[str, list[Row]] = {}
    for row in model._default_manager.filter(area__in=asked, taken_out_on=None).order_by("id"):
        found.setdefault(row.area, []).append(row)
    return {
        code: [
            row for here in (*codes, EVERYWHERE) for row in _confirmed_first(found.get(here, []))
        ]
        for code, codes in close.items()
    }


def _outside(avoided: Iterable[str], rows: list[Row]) -> list[Row]:
    stayed_out_of = list(avoided)
    return [
        row
        for row in rows
        if not row.area or not any(areas.touch(row.area, code) for code in stayed_out_of)
    ]


def _confirmed_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.checked_on is None)

"""The public calendar of campaign actions, as a file that calendars subscribe to.

The only one without a sign-in in the house: all of it stands on the open pages, and it knows nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event

from ressursvenn.shapes.calendar import OSLO

from .models import ShownAction

NAME = "Rød Knapp – Stopp vold mot kvinner"
AN_HOUR_AND_A_HALF = timedelta(minutes=90)  # for one that does not say when it ends


def written(actions: Iterable[ShownAction], address_of: Callable[[ShownAction], str]) -> bytes:
    """The whole file. The same actions give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Rød Knapp//Aksjoner//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME)
    calendar.add("x-wr-timezone", "Europe/Oslo")
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for action in actions:
        calendar.add_component(_event(action, address_of(action)))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(shown: ShownAction, address: str) -> Event:
    event = Event()
    event.add("uid", f"{shown.action.reference}@rod-knapp")
    event.add("dtstamp", shown.shown_at)
    event.add("last-modified", shown.shown_at)
    event.add("sequence", shown.times - 1 + bool(shown.action.called_off_on))
    event.add("summary", _summary(shown))
    event.add("description", f"{shown.told}\n\nArrangør: {shown.organiser}\n{address}")
    event.add("location", f"{shown.place}, {shown.county}")
    event.add("url", address)
    event.add("categories", [shown.kind_word])
    event.add("status", "CANCELLED" if shown.action.called_off_on else "CONFIRMED")
    for name, when in _when(shown).items():
        event.add(name, when)
    return event


def _summary(shown: ShownAction) -> str:
    return f"Avlyst: {shown.title}" if shown.action.called_off_on else shown.title


def _when(shown: ShownAction) -> dict[str, Any]:
    """Whole days end on the day after; an hour of the clock is Oslo's."""
    if shown.begins is None or shown.last_day:
        return {
            "dtstart": shown.day,
            "dtend": shown.through + timedelta(days=1),
            "transp": "TRANSPARENT",
        }
    begins = _at(shown, shown.begins)
    return {
        "dtstart": begins,
        "dtend": _at(shown, shown.ends) if shown.ends else begins + AN_HOUR_AND_A_HALF,
    }


def _at(shown: ShownAction, clock: time) -> datetime:
    return datetime.combine(shown.day, clock, OSLO)

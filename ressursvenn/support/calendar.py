"""One evening as a calendar file: a time, and nothing else (safety T5).

Neutral title, no attendee, organiser, place, link, text or alarm; private; a new random UID each time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from icalendar import Calendar, Event

OSLO = ZoneInfo("Europe/Oslo")


def of_evening(evening: Any) -> bytes:
    """In universal time, so that no rules of summer time need be in it."""
    event = Event()
    event.add("uid", str(uuid4()))
    event.add("dtstamp", timezone.now())
    event.add("dtstart", _at(evening.held_on, evening.begins))
    event.add("dtend", _at(evening.held_on, evening.ends))
    event.add("summary", "Avtale")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Kalender//NO")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, OSLO).astimezone(UTC)

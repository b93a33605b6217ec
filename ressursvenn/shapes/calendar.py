"""An evening as a calendar file: a time and nothing else (safety T5).

Neutral title, no attendee, organiser, place, link, text or alarm; private; a new random UID each time, so that
two files cannot be told to be of the same evening.
"""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone
from icalendar import Calendar, Event

OSLO = ZoneInfo("Europe/Oslo")


def evening(day: date, begins: time, ends: time) -> bytes:
    """The file, with the time zone's own rules in it, so that summer time is right wherever it is read."""
    event = Event()
    event.add("uid", str(uuid4()))
    event.add("dtstamp", timezone.now())
    event.add("dtstart", datetime.combine(day, begins, OSLO))
    event.add("dtend", datetime.combine(day, ends, OSLO))
    event.add("summary", "Avtale")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Kalender//NO")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())

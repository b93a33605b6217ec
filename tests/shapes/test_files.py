"""What leaves: a name that tells nothing, and a calendar file with a time and nothing else (safety T5)."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from ics import Calendar as SecondReader

from ressursvenn.shapes import calendar
from ressursvenn.shapes.files import as_calendar, as_paper

UTC = ZoneInfo("UTC")
ALLOWED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS"}
WINTER, SUMMER = date(2027, 1, 12), date(2027, 7, 13)


def an_evening(day: date = WINTER) -> str:
    return calendar.evening(day, time(17, 30), time(20)).decode()


def test_a_paper_has_a_name_that_tells_nothing():
    answer = as_paper(b"%PDF")

    assert answer.content == b"%PDF"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="papir.pdf"'


def test_a_time_has_a_name_that_tells_nothing():
    answer = as_calendar(b"BEGIN:VCALENDAR")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="kalender.ics"'


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (WINTER, 1),
        (date(2027, 3, 27), 1),
        (date(2027, 3, 28), 2),
        (SUMMER, 2),
        (date(2027, 10, 30), 2),
        (date(2027, 10, 31), 1),
    ],
)
def test_another_reader_finds_the_hour_in_winter_and_in_summer(day, offset):
    (event,) = SecondReader(an_evening(day)).events
    begins, ends = (at.datetime.astimezone(UTC) for at in (event.begin, event.end))

    assert (begins.date(), begins.hour, begins.minute) == (day, 17 - offset, 30)
    assert (ends.date(), ends.hour, ends.minute) == (day, 20 - offset, 0)


@pytest.mark.parametrize("day", [WINTER, SUMMER])
def test_it_is_a_neutral_title_and_nothing_more(day):
    text = an_evening(day)
    event = text.partition("BEGIN:VEVENT")[2].partition("END:VEVENT")[0].strip()

    assert {line.split(":")[0].split(";")[0] for line in event.splitlines()} == ALLOWED
    assert "SUMMARY:Avtale" in event
    assert "CLASS:PRIVATE" in event
    for more in ("VALARM", "ATTENDEE", "ORGANIZER", "LOCATION", "URL", "DESCRIPTION"):
        assert more not in text


def test_two_files_of_one_evening_cannot_be_told_to_be_one():
    first, second = (next(iter(SecondReader(an_evening()).events)).uid for _ in range(2))

    assert first != second

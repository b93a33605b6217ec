"""The public calendar file, read by two parsers that know nothing of each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar
from ics import Calendar as OtherCalendar

from ressursvenn.alliance import changes

from .conftest import ahead, planned, shown, text

pytestmark = pytest.mark.django_db
FILE = "/rod-knapp/kalender.ics"
WINTER, SUMMER, LAST = date(2026, 12, 1), date(2027, 6, 1), date(2026, 12, 10)


@pytest.fixture
def actions(ella, eva):
    evening = {"begins": time(18), "ends": time(20, 30)}
    return {
        "winter": shown(ella, eva, title="Åpent møte, på torget; \\ ja", day=WINTER, **evening),
        "summer": shown(ella, eva, title="Sommer", day=SUMMER, begins=time(18)),
        "days": shown(ella, eva, title="Knapp på rådhuset", day=date(2026, 11, 25), last_day=LAST),
        "whole": shown(ella, eva, title="Hele dagen", day=date(2027, 3, 8)),
    }  # fmt: skip


def events(client) -> dict:
    calendar = Calendar.from_ical(client.get(FILE).content)
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def others(client) -> dict:
    read = OtherCalendar(client.get(FILE).content.decode())
    return {event.uid.partition("@")[0]: event for event in read.events}


def test_it_is_open_to_everybody_and_served_as_a_calendar(client, actions):
    answer = client.get(FILE)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def test_both_parsers_read_the_same_moments_in_winter_and_in_summer(client, actions):
    """Six in the evening in Oslo is five in winter and four in summer, wherever it is read."""
    first, second = events(client), others(client)

    for which, hour in (("winter", 17), ("summer", 16)):
        day = WINTER if which == "winter" else SUMMER
        moment = datetime.combine(day, time(hour), UTC)
        reference = actions[which].reference
        assert first[reference]["dtstart"].dt.astimezone(UTC) == moment
        assert second[reference].begin.datetime.astimezone(UTC) == moment
    ends = datetime.combine(WINTER, time(19, 30), UTC)
    assert first[actions["winter"].reference]["dtend"].dt.astimezone(UTC) == ends
    assert second[actions["winter"].reference].end.datetime.astimezone(UTC) == ends
    assert second[actions["summer"].reference].duration.total_seconds() == 90 * 60


def test_both_read_the_same_words_whatever_stands_in_them(client, actions):
    first, second = events(client), others(client)

    for action in actions.values():
        mine, theirs = first[action.reference], second[action.reference]
        assert str(mine["summary"]) == theirs.name == action.title
        assert str(mine["location"]) == theirs.location == "Kongens gate, Østfold"
        assert (
            str(mine["url"])
            == theirs.url
            == f"http://testserver/rod-knapp/aksjon/{action.reference}/"
        )
        assert str(mine["description"]) == theirs.description


def test_whole_days_end_on_the_day_after_as_the_standard_says(client, actions):
    first, second = events(client), others(client)
    days, whole = actions["days"].reference, actions["whole"].reference

    assert (first[days]["dtstart"].dt, first[days]["dtend"].dt) == (
        date(2026, 11, 25),
        date(2026, 12, 11),
    )
    assert (first[whole]["dtstart"].dt, first[whole]["dtend"].dt) == (
        date(2027, 3, 8),
        date(2027, 3, 9),
    )
    assert second[days].all_day
    assert second[whole].all_day
    assert second[days].begin.date() == date(2026, 11, 25)


def test_it_is_whole_by_the_standard(client, actions):
    """RFC 5545: a zone for every TZID, lines of 75 octets, CRLF, what every event must have."""
    content = client.get(FILE).content
    calendar = Calendar.from_ical(content)

    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")} == {"Europe/Oslo"}
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
        assert event.errors == []


def test_the_same_actions_give_the_same_bytes(client, actions):
    assert client.get(FILE).content == client.get(FILE).content


def test_a_change_and_a_calling_off_reach_whoever_subscribes(client, ella, eva, actions):
    action = actions["winter"]
    before = events(client)[action.reference]
    changes.rewrite(action=action, by=ella, **text(title="Nytt navn", day=WINTER, begins=time(19)))
    assert str(events(client)[action.reference]["summary"]) == action.title, "not read by another"
    changes.show(action=action, read=2, by=eva)
    changed = events(client)[action.reference]
    changes.call_off(action=action, by=eva)
    off = events(client)[action.reference]

    assert before["uid"] == changed["uid"] == off["uid"]
    assert [event["sequence"] for event in (before, changed, off)] == [0, 1, 2]
    assert [str(event["status"]) for event in (before, off)] == ["CONFIRMED", "CANCELLED"]
    assert str(off["summary"]) == "Avlyst: Nytt navn"


def test_a_draft_and_nobodys_name_is_in_it(client, ella, eva, actions):
    planned(ella, title="Hemmelig")
    content = client.get(FILE).content.decode()

    assert "Hemmelig" not in content
    for person in (ella, eva):
        assert person.name not in content
        assert person.email not in content
    for word in ("ATTENDEE", "ORGANIZER", "VALARM", "GEO"):
        assert word not in content


def test_an_empty_calendar_is_a_calendar_too(client, db):
    assert list(Calendar.from_ical(client.get(FILE).content).walk("VEVENT")) == []


def test_what_is_long_past_is_left_out(client, ella, eva):
    shown(ella, eva, title="For lenge siden", day=date(2019, 11, 25))
    shown(ella, eva, title="Snart", day=ahead(3))

    assert [str(event["summary"]) for event in events(client).values()] == ["Snart"]


def test_as_many_questions_for_many_as_for_few(client, ella, eva, django_assert_max_num_queries):
    most = 4
    for _ in range(2):
        shown(ella, eva)
        with django_assert_max_num_queries(most) as asked:
            client.get(FILE)
        most = len(asked)

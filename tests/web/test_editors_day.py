"""Min dag of those who edit for Rød Knapp: what another has written waits for the second of two, told once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ressursvenn.door import changes as door
from ressursvenn.programme.lines import Weight
from ressursvenn.status import changes as status
from ressursvenn.together import changes as together
from ressursvenn.web import day

pytestmark = pytest.mark.django_db
WORDS = {"title": "En overskrift", "lead": "En innledning.", "body": "Ord."}
SLOTS = dict.fromkeys(("authors", "foreword", "press", "deviations", "plans"), "Noe.")


def written(by, language="nb"):
    return door.write_version(place="help", language=language, by=by, **WORDS)


def reported(by, last=1):
    """A report of the days up to so many days ago; all that is asked for is written in it."""
    first, until = (timezone.localdate() - timedelta(days=days) for days in (last + 30, last))
    row = status.begin_report(first_day=first, last_day=until, language="nb", by=by)
    return status.write_in_report(report=row, by=by, **SLOTS)


def told(person):
    return [(line.sentence, line.act, line.url) for line in day.lines_of(person)]


def test_a_page_that_is_proposed_waits_for_the_other_where_it_is_read(ella, eivor):
    version = written(ella)
    assert told(eivor) == told(ella) == []
    asked = door.ask_to_publish(version=version, by=ella)

    assert told(ella) == []
    assert told(eivor) == [
        (
            "Skal alle lese denne versjonen? Ella Hauge spør.",
            "Se og svar",
            f"/a/sider/versjon/{version.reference}/",
        )
    ]
    assert day.lines_of(eivor)[0].weight == Weight.WAITS_FOR_YOU
    together.answer(asked=asked, yes=True, by=eivor)
    assert told(eivor) == []


def test_a_report_that_is_proposed_waits_for_the_other_where_it_is_read(ella, eivor):
    report = reported(ella)
    status.ask_to_issue(report=report, by=ella)

    assert told(ella) == []
    assert told(eivor) == [
        (
            "Skal denne statusrapporten gis ut? Ella Hauge spør.",
            "Se og svar",
            f"/a/rapporter/{report.reference}/",
        )
    ]


def test_where_all_such_are_answered_there_is_a_way_to_the_words(signed_in, ella, eivor):
    version = written(ella)
    door.ask_to_publish(version=version, by=ella)
    address = f'href="/a/sider/versjon/{version.reference}/"'

    assert address in signed_in(eivor).get("/a/to/").content.decode()
    for _ in range(3):
        door.ask_to_publish(version=written(ella), by=ella)
    page = signed_in(eivor).get("/a/to/").content.decode()
    assert page.count("Les det først") == 4
    assert address in page


def test_a_translation_waits_for_somebody_who_speaks_it_and_not_for_whoever_wrote(ella, eivor):
    written(ella, "ar")
    newest = written(ella, "ar")

    assert told(ella) == []
    assert told(eivor) == [
        (
            "En oversettelse venter på å bli lest av en som kan språket.",
            "Se teksten",
            f"/a/sider/versjon/{newest.reference}/",
        )
    ]
    assert day.lines_of(eivor)[0].since == timezone.localdate()
    door.note_read_by_speaker(version=newest, on=timezone.localdate(), by=eivor)
    assert told(eivor) == []


def test_a_translation_of_late_in_the_evening_is_of_that_day_here(ella, eivor):
    with time_machine.travel("2026-06-01T22:30:00Z"):
        written(ella, "ar")
        (line,) = day.lines_of(eivor)

    assert line.since.isoformat() == "2026-06-02"


def test_a_report_of_what_is_over_waits_for_whoever_writes_it_until_she_has_asked(ella, eivor):
    report = reported(ella)
    reported(ella, last=-5)

    assert told(eivor) == []
    assert told(ella) == [
        (
            "En rapport er begynt, og perioden er over.",
            "Gjør den ferdig",
            f"/a/rapporter/{report.reference}/",
        )
    ]
    status.ask_to_issue(report=report, by=ella)
    assert told(ella) == []


def test_nobody_else_is_told(people, ella, eivor):
    written(ella, "ar")
    reported(ella)
    door.ask_to_publish(version=written(ella), by=ella)

    others = [one for name, one in people.items() if name not in ("ella", "eivor")]
    urls = [line.url for one in others for line in day.lines_of(one)]
    assert [url for url in urls if url.startswith(("/a/sider/", "/a/rapporter/"))] == []


def test_many_cost_no_more_questions(ella, eivor):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            day.lines_of(eivor)
        return len(asked)

    written(ella, "ar")
    few = questions()
    for language in ("uk", "so", "ti", "pl", "se"):
        written(ella, language)
    assert len(told(eivor)) == 6
    assert questions() == few

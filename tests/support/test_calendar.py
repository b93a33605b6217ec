"""A calendar file tells a time and nothing else (safety T5)."""

import re
from zoneinfo import ZoneInfo

from ics import Calendar as SecondReader

from .conftest import ahead, an_evening

OSLO = ZoneInfo("Europe/Oslo")
ALLOWED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS"}


def _of_event(told: str) -> list[str]:
    return told.partition("BEGIN:VEVENT")[2].partition("END:VEVENT")[0].strip().splitlines()


def test_a_time_and_nothing_else(signed_in, in_group, solveig, kari):
    row, phone = an_evening(in_group, kari, ahead(4), place="Nabolagshuset"), signed_in(solveig)

    answer = phone.get(f"/v/veiledning/{row.reference}/kalender/")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="kalender.ics"'
    assert answer["Cache-Control"] == "no-store"
    told = answer.content.decode()
    (event,) = SecondReader(told).events
    begins, ends = (at.datetime.astimezone(OSLO) for at in (event.begin, event.end))
    assert (begins.date(), begins.time(), ends.time()) == (ahead(4), row.begins, row.ends)
    assert (event.name, event.classification) == ("Avtale", "PRIVATE")
    assert {line.split(":")[0].split(";")[0] for line in _of_event(told)} == ALLOWED
    assert not re.search(
        r"nabolag|veiled|ressurs|tirsdag|VALARM|ATTENDEE|LOCATION|URL", told, re.IGNORECASE
    )
    assert row.reference not in told


def test_two_files_of_one_evening_cannot_be_told_to_be_one(signed_in, in_group, solveig, kari):
    row, phone = an_evening(in_group, kari, ahead(4)), signed_in(solveig)
    at = f"/v/veiledning/{row.reference}/kalender/"

    uids = {re.search(r"UID:(\S+)", phone.get(at).content.decode())[1] for _ in range(2)}

    assert len(uids) == 2


def test_nobody_else_gets_it(signed_in, in_group, kari, people):
    at = f"/v/veiledning/{an_evening(in_group, kari, ahead(4)).reference}/kalender/"

    met = {who: signed_in(people.get(who)).get(at).status_code for who in ("nils", "kari", "ingen")}

    assert met == {"nils": 404, "kari": 403, "ingen": 302}

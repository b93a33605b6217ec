"""A calendar file tells a time and nothing else (safety T5)."""

import re

from icalendar import Calendar

from .conftest import ahead, an_evening

ALLOWED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS"}


def test_a_time_and_nothing_else(signed_in, in_group, solveig, kari):
    row, phone = an_evening(in_group, kari, ahead(4), place="Nabolagshuset"), signed_in(solveig)

    answer = phone.get(f"/v/veiledning/{row.reference}/kalender/")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="kalender.ics"'
    assert answer["Cache-Control"] == "no-store"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert set(event) == ALLOWED
    assert (event["summary"], event["class"]) == ("Avtale", "PRIVATE")
    assert event.decoded("dtstart").astimezone().date() == ahead(4)
    told = answer.content.decode()
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

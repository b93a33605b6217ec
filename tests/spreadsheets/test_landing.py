"""Whoever comes in with a workbook stands at the station her row tells of, recounted in the plainest way."""

import re
from collections import Counter
from datetime import date, datetime

from ressursvenn.accounts import queries as accounts
from ressursvenn.programme.states import Station
from ressursvenn.spreadsheets import changes
from ressursvenn.volunteers import facts, rules
from ressursvenn.volunteers.models import Volunteer

from .books import DATA
from .test_workbooks_counted import has_digits, plain_volunteers

NOT_SUITED = ("?", None, "nei")


def plain_day(written) -> date:
    """A day as it is written in this workbook."""
    if isinstance(written, datetime):
        return written.date()
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    return date(year + 2000 if year < 100 else year, month, day)


def shown_while_new(row) -> bool:
    """At most three months old, by the calendar, on the day it was shown."""
    if not (has_digits(row[15]) and has_digits(row[16])):
        return False
    issued, shown = plain_day(row[15]), plain_day(row[16])
    months = (shown.year - issued.year) * 12 + shown.month - issued.month
    return issued <= shown and (months < 3 or (months == 3 and shown.day <= issued.day))


def plain_station(row) -> Station:
    """The last one before the first that is missing. Nobody is approved by a workbook."""
    reached = (
        (Station.INTERVIEWED, has_digits(row[11]) and row[12] not in NOT_SUITED),
        (Station.TRAINED, has_digits(row[13])),
        (Station.SIGNED_CONFIDENTIALITY, has_digits(row[14])),
        (Station.CERTIFICATE_SHOWN, shown_while_new(row)),
        (Station.AGREED, has_digits(row[17])),
    )
    here = Station.APPLIED
    for station, so in reached:
        if not so:
            break
        here = station
    return here


def landed(association) -> Counter:
    terms = accounts.terms(association)
    known = facts.of_many(Volunteer.objects.filter(association=association))
    return Counter(rules.station_reached(rules.road(one, terms)) for one in known.values())


def firsts(rows) -> list:
    """Without those entered twice, who wait for somebody to say which is right."""
    seen, kept = [], []
    for row in rows:
        number, mail = re.sub(r"\D", "", str(row[3]))[-8:], row[4].strip().lower()
        marks = {number, mail, (f"{row[0]} {row[1]}".strip().lower(), str(row[2]))}
        kept += [] if any(marks & before for before in seen) else [row]
        seen.append(marks)
    return kept


def test_everybody_stands_where_her_row_says_once_it_is_known_who_did_it(bring, oslo, kari, gro):
    bringing = bring((DATA / "koordinator.xlsx").read_bytes()).bringing
    assert set(landed(oslo)) == {Station.APPLIED}, "the workbook does not say who interviewed"

    changes.name_for_all(
        bringing=bringing, first_interviewer=kari, second_interviewer=gro, seen_by=kari, by=kari
    )

    rows = firsts(plain_volunteers("koordinator"))
    assert landed(oslo) == Counter(map(plain_station, rows))
    assert len(set(landed(oslo))) >= 4, "a workbook where all stand still shows nothing"
    assert Station.APPROVED not in landed(oslo), "no workbook approves anybody"

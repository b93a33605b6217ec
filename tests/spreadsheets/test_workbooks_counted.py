"""The two workbooks as exact numbers, counted once more here in the plainest way there is."""

import re
from collections import Counter
from datetime import datetime
from functools import cache

import pytest

from .books import DATA, cells, read

EXPECTED = {
    "koordinator": {
        "volunteers": 67, "entered_twice": 3, "participants": 41, "withdrawn": 7, "paired": 10,
        "sealed": 4, "full_names": 18,
    },
    "stor": {
        "volunteers": 1503, "entered_twice": 88, "participants": 900, "withdrawn": 152,
        "paired": 154, "sealed": 173, "full_names": 296,
    },
}  # fmt: skip
BOOKS = pytest.mark.parametrize("name", EXPECTED)


@cache
def understood(name):
    return read((DATA / f"{name}.xlsx").read_bytes())


def plain_volunteers(name):
    """Rows below the headings that have a first and a last name."""
    return [row for row in cells(name)["Frivillige"][3:] if row[0] and row[1]]


def plain_participants(name):
    return [row for row in cells(name)["Henvist"][1:] if row[0]]


def entered_twice(rows):
    """By telephone, address, or name and birth, one row at a time against all rows before it."""
    seen, again = [], 0
    for row in rows:
        number = re.sub(r"\D", "", str(row[3]))[-8:]
        marks = {
            number,
            row[4].strip().lower(),
            (f"{row[0]} {row[1]}".strip().lower(), str(row[2])),
        }
        again += any(marks & before for before in seen)
        seen.append(marks)
    return again


@BOOKS
def test_the_numbers_are_as_counted_by_hand(name):
    taking_part = plain_participants(name)
    apart = [row[12].strip() for row in taking_part if row[12] and row[13] != "trukket seg"]
    sealed = [text for text in apart if text.split()[0] in ("alle", "ingen")]

    assert EXPECTED[name] == {
        "volunteers": len(plain_volunteers(name)),
        "entered_twice": entered_twice(plain_volunteers(name)),
        "participants": len(taking_part),
        "withdrawn": sum(row[13] == "trukket seg" for row in taking_part),
        "paired": sum(row[13] == "koblet" for row in taking_part),
        "sealed": len(sealed),
        "full_names": len(apart) - len(sealed),
    }


@BOOKS
def test_the_reading_comes_to_the_same_numbers(name):
    volunteers, participants = understood(name)
    apart = [entry for row in participants.rows for entry in row.keep_apart]

    assert (volunteers.refused, participants.refused) == ((), ())
    assert EXPECTED[name] == {
        "volunteers": len(volunteers.rows),
        "entered_twice": sum(row.same_as is not None for row in volunteers.rows),
        "participants": len(participants.rows),
        "withdrawn": sum(row.withdrawn for row in participants.rows),
        "paired": sum(row.paired for row in participants.rows),
        "sealed": sum(entry.sealed for entry in apart),
        "full_names": sum(not entry.sealed for entry in apart),
    }


DAYS = {
    "applied_on": 10, "interviewed_on": 11, "course_on": 13, "confidentiality_on": 14,
    "agreement_on": 17,
}  # fmt: skip


@BOOKS
@pytest.mark.parametrize(("column", "place"), DAYS.items())
def test_every_day_that_is_written_is_read(name, column, place):
    written = {
        number
        for number, row in enumerate(cells(name)["Frivillige"], 1)
        if number > 3 and row[0] and row[1] and has_digits(row[place])
    }
    volunteers, _ = understood(name)

    assert {row.row for row in volunteers.rows if getattr(row, column)} == written


def has_digits(value):
    return isinstance(value, datetime) or any(map(str.isdigit, str(value or "")))


@BOOKS
def test_every_number_and_address_is_read(name):
    rows = plain_volunteers(name)
    volunteers, _ = understood(name)

    assert [row.phone[-8:] for row in volunteers.rows] == [
        re.sub(r"\D", "", str(row[3]))[-8:] for row in rows
    ]
    assert [row.email for row in volunteers.rows] == [row[4].strip().lower() for row in rows]
    assert [row.first_name for row in volunteers.rows] == [row[0].strip() for row in rows]
    assert [row.birth_year for row in volunteers.rows] == [year(row[2]) for row in rows]


def year(written):
    if isinstance(written, datetime):
        return written.year
    four = re.search(r"(19|20)\d\d", written)
    return int(four[0]) if four else 1900 + int(written[-2:]) + 100 * (written[-2:] < "11")


@BOOKS
def test_every_answer_on_who_fits_is_read(name):
    rows = plain_volunteers(name)
    interviewed = [row for row in rows if has_digits(row[11])]
    volunteers, _ = understood(name)

    plain = Counter(
        {"?": "undecided", None: "undecided", "nei": "not_suitable"}.get(row[12], "suitable")
        for row in interviewed
    )
    assert Counter(row.outcome for row in volunteers.rows if row.interviewed_on) == plain
    lost = {"nei"} & {row[12] for row in rows if not has_digits(row[11])}
    said = {remark.code for row in volunteers.rows for remark in row.remarks}
    assert ("unsuitable_without_interview" in said) == bool(lost)

"""Days in every form found in the two workbooks, and the forms that must be asked about."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.spreadsheets.reading.cells import answered
from ressursvenn.spreadsheets.reading.days import birth, day
from ressursvenn.spreadsheets.reading.grids import FORMULA

from .books import TODAY


def read(value):
    answer = answered(value, lambda cell: day(cell, today=TODAY))
    return answer.value or answer.remark


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 6, 14), date(2026, 6, 14)),
        (date(2026, 6, 14), date(2026, 6, 14)),
        ("17.5.2026", date(2026, 5, 17)),
        ("17.05.2026", date(2026, 5, 17)),
        ("2026-05-31", date(2026, 5, 31)),
        ("2026-05-31 00:00:00", date(2026, 5, 31)),
        ("28/06-2026", date(2026, 6, 28)),
        ("28/6/2026", date(2026, 6, 28)),
        ("03.11.25", date(2025, 11, 3)),
        ("3. nov. 2025", date(2025, 11, 3)),
        ("3. november 2025", date(2025, 11, 3)),
        ("20251103", date(2025, 11, 3)),
        (" 17.5.2026 ", date(2026, 5, 17)),
        ("ja, 17.5.2026", date(2026, 5, 17)),
        (46159, date(2026, 5, 17)),
        (46159.5, date(2026, 5, 17)),
    ],
)
def test_a_day_is_read_in_every_form(value, expected):
    assert read(value) == expected


@pytest.mark.parametrize(
    ("value", "remark"),
    [
        (None, "missing"),
        ("", "missing"),
        ("-", "missing"),
        ("mangler", "missing"),
        ("ja", "when"),
        ("x", "when"),
        ("JA", "when"),
        (True, "when"),
        ("nei", "not_done"),
        ("?", "unsure"),
        ("31.02.2026", "unreadable_day"),
        ("31.4.2026", "unreadable_day"),
        ("13/13-2026", "unreadable_day"),
        ("17.5", "unreadable_day"),
        ("i mai", "unreadable_day"),
        ("2026", "unreadable_day"),
        (datetime(1900, 1, 3), "unreadable_day"),
        ("25.11.2026", "day_ahead"),
        ("17.5.2126", "day_ahead"),
        (17, "unreadable_day"),
        (FORMULA, "formula"),
        ("x" * 2000, "too_long"),
    ],
)
def test_what_is_no_day_is_missing_or_asked_about(value, remark):
    assert read(value) == remark


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("02.01.60", 1960),
        ("3.2.2003", 2003),
        ("03.02.03", 2003),
        ("25/07-1979", 1979),
        (datetime(1967, 3, 17), 1967),
        ("1994-06-26", 1994),
    ],
)
def test_of_a_birth_the_century_is_the_one_that_makes_a_grown_up(value, year):
    assert birth(value, today=TODAY).value.year == year


def test_a_year_of_birth_alone_will_do():
    assert (birth("1971", today=TODAY).value, birth(1971, today=TODAY).value) == (1971, 1971)


@pytest.mark.parametrize("value", ["1.1.2020", "1.1.1890", datetime(2026, 1, 1)])
def test_a_birth_that_cannot_be_is_asked_about(value):
    assert birth(value, today=TODAY).remark == "unlikely_birth"


@given(st.dates(date(2000, 1, 1), TODAY))
def test_every_form_of_a_day_is_the_same_day(known):
    forms = [
        f"{known.day}.{known.month}.{known.year}",
        f"{known:%d.%m.%Y}",
        f"{known:%d/%m-%Y}",
        f"{known:%Y-%m-%d}",
        f"{known:%d.%m.%y}",
        datetime(known.year, known.month, known.day),
    ]

    assert {read(form) for form in forms} == {known}


@given(st.text(max_size=60) | st.integers() | st.floats() | st.booleans())
def test_nothing_in_a_cell_breaks_the_reading(value):
    answer = answered(value, lambda cell: day(cell, today=TODAY))

    assert answer.value or answer.remark

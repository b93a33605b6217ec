"""Days in every form they are written in: 17.5.2026, 28/06-2026, 2026-05-31, 03.11.25, real dates.

The day comes before the month, as in Norway. A day that does not exist is asked about, never moved
to the nearest one that does.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from .cells import NO, UNSURE, YES, Answer, folded
from .grids import Value

FIRST_DAY = date(2000, 1, 1)  # nothing in the programme happened before
YOUNGEST, OLDEST = 16, 105  # for two-digit years of birth, and for telling a slip of the pen

MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_NUMBERS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d)?)?")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_WORDS = re.compile(r"(\d{1,2})\.?\s+([a-zæøå]{3,9})\.?\s+(\d{4}|\d{2})")
_YES_AND = re.compile(r"(?:ja|ok|x)[,:;. ]+")
_EXCEL_BEGAN = date(1899, 12, 30)


def day(value: Value, *, today: date) -> Answer[date]:
    """The day something happened. Never ahead of today, never before there was a programme."""
    found = _understood(value, lambda year: year if year > 99 else 2000 + year)
    if isinstance(found, Answer):
        return found
    if found > today:
        return Answer(remark="day_ahead")
    return Answer(found) if found >= FIRST_DAY else Answer(remark="unreadable_day")


def birth(value: Value, *, today: date) -> Answer[date | int]:
    """The day somebody was born, or the year alone; only the year is kept."""
    word = folded(value)
    if word.isdecimal() and today.year - OLDEST <= int(word) <= today.year:
        return Answer(int(word))
    found = _understood(value, lambda year: year if year > 99 else _century(year, today))
    if isinstance(found, Answer):
        return Answer(remark="unreadable_day")
    age = today.year - found.year
    return Answer(found) if YOUNGEST <= age <= OLDEST else Answer(remark="unlikely_birth")


def _century(year: int, today: date) -> int:
    return 2000 + year if 2000 + year <= today.year - YOUNGEST else 1900 + year


def _understood(value: Value, whole_year) -> date | Answer[date]:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    word = folded(value)
    if word.rstrip(".!") in YES or value is True:
        return Answer(remark="when")
    if word in NO or word in UNSURE or value is False:
        return Answer(remark="not_done" if word in NO else "unsure")
    if isinstance(value, int | float):
        return _counted(value)
    return _written(_YES_AND.sub("", word, count=1), whole_year) or Answer(remark="unreadable_day")


def _counted(value: float) -> date | Answer[date]:
    """A date cell that lost its format is the number of days since the end of 1899."""
    if 3_653 <= value <= 73_050:  # 1910 to 2099
        return _EXCEL_BEGAN + timedelta(days=int(value))
    return Answer(remark="unreadable_day")


def _written(word: str, whole_year) -> date | None:
    if found := _YEAR_FIRST.fullmatch(word) or _PACKED.fullmatch(word):
        year, month, number = (int(part) for part in found.groups())
    elif found := _NUMBERS.fullmatch(word):
        number, month, year = (int(part) for part in found.groups())
    elif (found := _WORDS.fullmatch(word)) and found[2][:3] in MONTHS:
        number, month, year = int(found[1]), MONTHS.index(found[2][:3]) + 1, int(found[3])
    else:
        return None
    try:
        return date(whole_year(year), month, number)
    except ValueError:
        return None

"""A day as it is read aloud. The months are alike in bokmål and nynorsk."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)


def in_words(day: date) -> str:
    """3. mars 2026."""
    return f"{without_year(day)} {day.year}"


def without_year(day: date) -> str:
    """3. mars."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def month_in_words(day: date) -> str:
    """mars 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"

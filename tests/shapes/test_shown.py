"""What is shown: a day in words, and a link as a square."""

from __future__ import annotations

from datetime import date

from ressursvenn.shapes import days
from ressursvenn.shapes.square import square


def test_a_day_is_said_in_words():
    day = date(2026, 3, 1)

    assert days.in_words(day) == "1. mars 2026"
    assert days.without_year(day) == "1. mars"
    assert days.month_in_words(date(2026, 12, 31)) == "desember 2026"


def test_the_picture_of_a_link_is_one_a_phone_can_read():
    """Its three corners, and as many squares as the link needs; the whole of it stands beside, in letters."""
    picture = square("http://testserver/a/inn/velkommen/" + "x" * 32 + "/")
    dark = set(picture["squares"])
    side = max(column for column, _ in dark)

    assert picture["side"] == side + 1 + 2 * 4, "four empty squares on each side of it"
    for left, top in ((0, 0), (side - 6, 0), (0, side - 6)):
        ring = {(left + x, top + y) for x in range(7) for y in range(7) if {x, y} & {0, 6}}
        assert ring <= dark

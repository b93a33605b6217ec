"""The numbers behind rings, roads and bars: what is drawn is what happened."""

from datetime import date, timedelta
from math import hypot

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.web import pictures

BEGAN = date(2026, 4, 3)
DAY = timedelta(days=1)


def ring(today=BEGAN + 90 * DAY, meet_ups=(), follow_ups=()):
    return pictures.ring(BEGAN, today, list(meet_ups), list(follow_ups))


def test_a_year_that_has_not_begun_is_an_empty_ring():
    empty = pictures.ring(None, BEGAN, [BEGAN], [(BEGAN, "done")])

    assert (empty.sentence, empty.dots, empty.ticks, empty.hand, empty.passed) == (
        "Året har ikke begynt.",
        (),
        (),
        None,
        "",
    )
    assert len(empty.months) == 12


def test_the_sentence_says_what_the_picture_shows():
    drawn = ring(
        date(2026, 11, 2),
        [BEGAN + 7 * DAY, BEGAN + 14 * DAY],
        [(BEGAN + 10 * DAY, "done"), (BEGAN + 40 * DAY, "overdue"), (BEGAN + 300 * DAY, "open")],
    )

    assert drawn.sentence == "6 måneder i gang, 2 treff, 1 oppfølging gjort, 1 på overtid."
    assert (len(drawn.dots), [tick.state for tick in drawn.ticks]) == (
        2,
        ["done", "overdue", "open"],
    )


@pytest.mark.parametrize(
    ("days", "where"), [(0, (120, 36)), (365 / 4, (204, 120)), (365 / 2, (120, 204))]
)
def test_the_year_runs_clockwise_from_the_top(days, where):
    (dot,) = ring(meet_ups=[BEGAN + timedelta(days=round(days))]).dots

    assert (dot.x, dot.y) == pytest.approx(where, abs=0.8)


def test_months_are_named_from_the_one_it_began_in():
    assert [month.label for month in ring().months][:3] == ["april", "mai", "juni"]
    assert [month.label for month in ring().months][-1] == "mars"


def test_the_hand_stops_when_the_year_is_full():
    late, full = ring(BEGAN + 500 * DAY), ring(BEGAN + 365 * DAY)

    assert (late.hand, late.passed) == (full.hand, full.passed)


@given(st.lists(st.integers(-400, 800), max_size=40))
def test_dots_lie_on_the_ring_and_only_days_of_its_year_are_drawn(offsets):
    drawn = ring(meet_ups=[BEGAN + timedelta(days=n) for n in offsets])

    assert len(drawn.dots) == sum(0 <= n <= 365 for n in offsets)
    assert all(abs(hypot(d.x - 120, d.y - 120) - pictures.RADIUS) < 0.2 for d in drawn.dots)


def test_the_ring_is_drawn_with_points_as_decimal_marks_in_every_language():
    page = render_to_string("web/_ring.html", {"ring": ring(meet_ups=[BEGAN + 7 * DAY])})

    (dot,) = ring(meet_ups=[BEGAN + 7 * DAY]).dots
    assert f'cx="{dot.x}" cy="{dot.y}"' in page
    assert "<title>2 måneder i gang, 1 treff, 0 oppfølginger gjort.</title>" in page


def test_a_road_names_the_first_thing_missing():
    road = pictures.road([("søknad", BEGAN), ("intervju", None), ("kurs", BEGAN), ("avtale", None)])

    assert [station.state for station in road] == ["done", "next", "done", "missing"]


def test_a_road_says_in_words_what_its_dots_say():
    page = render_to_string(
        "web/_road.html", {"stations": pictures.road([("søknad", BEGAN), ("intervju", None)])}
    )

    assert "3. april 2026" in page
    assert "mangler nå" in page
    assert page.count('aria-current="step"') == 1


def test_bars_share_the_longest():
    bars = pictures.bars([("Lyng", 14), ("Einer", 7), ("Hassel", 1), ("Multe", 0)])

    assert [(bar.length, bar.words) for bar in bars] == [
        (100, "14 uker"),
        (50, "7 uker"),
        (7, "1 uke"),
        (0, "0 uker"),
    ]


def test_no_bars_and_bars_of_nothing():
    assert pictures.bars([]) == []
    assert [bar.length for bar in pictures.bars([("Lyng", 0)])] == [0]

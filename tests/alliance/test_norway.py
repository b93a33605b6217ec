"""The map: Norway as its towns draw it, and the table that says the same."""

from __future__ import annotations

import re

from ressursvenn.alliance import norway
from ressursvenn.neighbourhood.areas import AREAS

MOSS, OSLO, VADSO = "no-ostfold-moss", "no-oslo-oslo", "no-finnmark-vadso"


def test_every_town_is_within_the_picture_and_north_is_up():
    spots = [
        tuple(map(int, spot)) for spot in re.findall(r"M(-?\d+) (-?\d+)h0", norway.drawn([]).towns)
    ]

    assert len(spots) > 300
    assert all(0 < x < norway.WIDE and 0 < y < norway.TALL for x, y in spots)
    dots = {dot.label: dot for dot in norway.drawn([OSLO, VADSO]).dots}
    assert dots["Vadsø"].y < dots["Oslo"].y
    assert dots["Vadsø"].x > dots["Oslo"].x


def test_where_more_happens_the_dot_is_larger_and_the_table_says_how_much():
    drawn = norway.drawn([MOSS, OSLO, OSLO, OSLO, "no-nowhere"])

    assert [(dot.label, dot.many) for dot in drawn.dots] == [("Oslo", 3), ("Moss", 1)]
    assert drawn.dots[0].radius > drawn.dots[1].radius
    assert drawn.rows == (("Oslo", 3), ("Østfold", 1))
    assert drawn.sentence == "4 aksjoner i 2 fylker."


def test_it_says_when_there_is_nothing_and_when_there_is_one():
    assert norway.drawn([]).sentence == "Ingenting er satt opp ennå."
    assert norway.drawn([MOSS]).sentence == "1 aksjon i ett fylke."


def test_the_whole_picture_is_light_enough_for_a_page():
    assert len(norway.drawn(AREAS).towns) < 8_000

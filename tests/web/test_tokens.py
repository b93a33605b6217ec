"""Colours: every pair of tokens that text is set in can be read, in light and in dark."""

import re

import pytest

from ressursvenn.web import stylesheet

TOKENS = (stylesheet.PARTS / "tokens.css").read_text("utf-8")
TEXT, SHAPE = 4.5, 3.0

PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "soft") for ground in ("paper", "sheet", "sunk")],
    *[("teal", ground, TEXT) for ground in ("paper", "sheet", "sunk", "teal-wash")],
    *[("late", ground, TEXT) for ground in ("paper", "sheet", "late-wash")],
    *[("soon", ground, TEXT) for ground in ("paper", "sheet", "soon-wash")],
    ("teal-deep", "teal-wash", TEXT),
    ("teal-deep", "sheet", TEXT),
    ("ink", "teal-wash", TEXT),
    ("on-red", "red", TEXT),
    ("on-red", "red-deep", TEXT),
    ("on-teal", "teal", TEXT),
    ("on-band", "band", TEXT),
    *[("focus", ground, SHAPE) for ground in ("paper", "sheet", "sunk", "teal-wash")],
    *[("edge", ground, SHAPE) for ground in ("paper", "sheet")],
    ("red", "paper", SHAPE),
    ("teal", "ring", SHAPE),
]


def colours(css):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def schemes():
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    return {"light": colours(light), "dark": {**colours(light), **colours(dark)}}


def brightness(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_knows_black_on_white_and_grey_on_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_written_can_be_read(scheme, ink, ground, least):
    known = schemes()[scheme]

    assert contrast(known[ink], known[ground]) >= least


def test_the_red_of_the_button_is_kept():
    assert schemes()["light"]["red"] == "#c5162e"


def test_no_colour_is_named_outside_the_tokens_but_for_the_drawings():
    drawings = {"pictures.css", "public.css", "volunteer.css", "paper.css", "tokens.css"}
    strays = {
        path.name: found
        for path in stylesheet.PARTS.glob("*.css")
        if path.name not in drawings
        and (found := re.findall(r"#[0-9a-f]{3,6}\b", path.read_text()))
    }

    assert strays == {}

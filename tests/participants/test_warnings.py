"""What the one short text must not hold: noticed, and asked about before it is kept."""

import pytest

from ressursvenn.participants.warnings import what_it_looks_like

SUSPECT = [
    ("ring henne på 927 69 310", "et telefonnummer"),
    ("+47 41 75 06 89", "et telefonnummer"),
    ("nummeret er 92769310.", "et telefonnummer"),
    ("bor i Storgata 5", "en adresse"),
    ("flyttet til Lundegjerdet 4, Solbakken 12", "en adresse"),
    ("Kirkeveien 12 b", "en adresse"),
    ("3014 Drammen", "en adresse"),
    ("født 12.03.1985", "en dato"),
    ("samvær 3. mars", "en dato"),
    ("henter 24/12", "en dato"),
    ("2026-05-01", "en dato"),
    ("skriv til ole@example.org", "en e-postadresse"),
]
FINE = [
    "",
    "flink til å sy, og vil ta lappen",
    "har drevet kafé i 10 år og lager mat til 40",
    "god i matte, snakker 4 språk",
    "vil gå på veien mot en jobb i barnehage eller på sykehjem",
]


@pytest.mark.parametrize(("text", "what"), SUSPECT)
def test_it_is_noticed(text, what):
    assert what in what_it_looks_like(text)


@pytest.mark.parametrize("text", FINE)
def test_ordinary_words_are_left_alone(text):
    assert what_it_looks_like(text) == []


def test_a_long_text_does_not_hang():
    assert what_it_looks_like("1 " * 25_000)

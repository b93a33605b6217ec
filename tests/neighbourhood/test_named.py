"""From what people write to the area they meant: one, a question, or not known. Never a guess."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.neighbourhood.areas import AREAS, Area, Several, choices, named

ONE = {
    "Lillestrøm": "no-akershus-lillestrom",
    "Oslo": "no-oslo-oslo",
    "Asker": "no-akershus-asker",
    "Tønsberg": "no-vestfold-tonsberg",
    "Hønefoss": "no-buskerud-honefoss",
    "Moss": "no-ostfold-moss",
    "Fredrikstad": "no-ostfold-fredrikstad",
    "Drammen": "no-buskerud-drammen",
    "Kongsberg": "no-buskerud-kongsberg",
    "Jessheim": "no-akershus-jessheim",
    "Ski": "no-akershus-ski",
}
WAYS = ("{}", "{} ", "  {}", "{} (sentrum)", "{} sentrum", "i {}", "{} kommune", "{}.")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "code"), ONE.items())
def test_a_town_of_one_name_is_known_however_it_is_written(name, code, way):
    written = way.format(name)

    for text in written, written.upper(), written.lower(), unicodedata.normalize("NFD", written):
        assert named(text) == AREAS[code]


@pytest.mark.parametrize("way", WAYS)
def test_sandvika_alone_is_a_question(way):
    answer = named(way.format("Sandvika"))

    assert isinstance(answer, Several)
    assert [area.code for area in answer.areas] == ["no-akershus-sandvika", "no-trondelag-sandvika"]
    assert answer.question == "Mener du Sandvika, Akershus eller Sandvika, Trøndelag?"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Sandvika, Akershus",
            "Sandvika i Akershus",
            "Sandvika (Akershus)",
            "sandvika / akershus",
        ),
        *("SANDVIKA,AKERSHUS", "Sandvika - Akershus", "i Sandvika i Akershus"),
    ],
)
def test_the_county_settles_the_question(text):
    assert named(text) == AREAS["no-akershus-sandvika"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Frogner, Oslo", "no-oslo-frogner"),
        ("Oslo, Frogner", "no-oslo-frogner"),
        ("Oslo (Frogner)", "no-oslo-frogner"),
        ("Frogner, Akershus", "no-akershus-frogner"),
        ("bydel Grünerløkka", "no-oslo-grunerlokka"),
        ("Grunerløkka bydel", "no-oslo-grunerlokka"),
        ("Fana i Bergen", "no-vestland-fana"),
        ("St.Hanshaugen", "no-oslo-st-hanshaugen"),
        ("Mo i Rana", "no-nordland-mo-i-rana"),
        ("Å i Åfjord", "no-trondelag-a-i-afjord"),
        ("Tonsberg", "no-vestfold-tonsberg"),
        ("Aalesund", "no-more-og-romsdal-alesund"),
        ("Ås", "no-akershus-as"),
        ("Karasjok", "no-finnmark-karasjohka"),
        ("karasjohka", "no-finnmark-karasjohka"),
    ],
)
def test_districts_and_other_spellings(text, code):
    assert named(text) == AREAS[code]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Frogner", {"no-akershus-frogner", "no-oslo-frogner"}),
        ("Mo", {"no-vestland-mo", "no-nordland-mo-i-rana"}),
        ("Vik", {"no-buskerud-vik", "no-nordland-vik", "no-vestland-vik"}),
        ("Oslo/Asker", {"no-oslo-oslo", "no-akershus-asker"}),
        ("Oslo, Drammen", {"no-oslo-oslo", "no-buskerud-drammen"}),
        ("Sandvika, Bærum", {"no-akershus-sandvika", "no-trondelag-sandvika"}),
    ],
)
def test_what_fits_several_is_a_question(text, several):
    answer = named(text)

    assert isinstance(answer, Several)
    assert {area.code for area in answer.areas} == several


@pytest.mark.parametrize(
    "text", ["", "   ", "Atlantis", "?", "-", "Oslo, Trøndelag", None, 17, "Oslo" * 80, "()", "i "]
)
def test_what_names_no_area_we_know_is_not_known(text):
    assert named(text) is None


def test_every_label_of_the_list_is_read_back_as_its_own_area():
    assert {code: named(label) for code, label in choices()} == AREAS


@given(st.text(max_size=300))
def test_no_text_breaks_it_and_a_question_is_always_between_several(text):
    answer = named(text)

    assert answer is None or isinstance(answer, Area) or len(answer.areas) > 1

"""The file of areas: permanent codes, true counties, distances. No database is opened."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ressursvenn.neighbourhood import areas
from ressursvenn.neighbourhood.areas import AREAS, UnknownArea, km_between

COUNTIES = {
    *("Agder", "Akershus", "Buskerud", "Finnmark", "Innlandet", "Møre og Romsdal", "Nordland"),
    *("Oslo", "Rogaland", "Telemark", "Troms", "Trøndelag", "Vestfold", "Vestland", "Østfold"),
}
FROZEN = {  # rows in the programme point at these: a code is never changed
    "no-oslo-oslo": "Oslo",
    "no-oslo-grunerlokka": "Grünerløkka",
    "no-oslo-st-hanshaugen": "St. Hanshaugen",
    "no-akershus-sandvika": "Sandvika",
    "no-trondelag-sandvika": "Sandvika",
    "no-akershus-lillestrom": "Lillestrøm",
    "no-buskerud-honefoss": "Hønefoss",
    "no-ostfold-moss": "Moss",
    "no-vestfold-tonsberg": "Tønsberg",
    "no-more-og-romsdal-alesund": "Ålesund",
    "no-finnmark-karasjohka": "Kárášjohka",
    "no-nordland-mo-i-rana": "Mo i Rana",
}
codes = st.sampled_from(sorted(AREAS))


@pytest.mark.parametrize(("code", "name"), FROZEN.items())
def test_a_code_is_permanent(code, name):
    assert areas.area(code).name == name


def test_there_are_as_many_areas_as_there_were_when_the_file_was_made():
    assert len(AREAS) == 645


def test_every_code_says_its_country_county_and_name_in_plain_letters():
    shape = re.compile(r"no-[a-z]+(-[a-z]+)*(-[2-9])?")

    assert [code for code in AREAS if not shape.fullmatch(code)] == []


def test_the_counties_are_those_of_2024():
    assert {area.county for area in AREAS.values()} == COUNTIES


def test_no_county_has_one_name_twice_within_five_kilometres():
    by_name = defaultdict(list)
    for area in AREAS.values():
        by_name[area.name, area.county].append(area.code)
    twins = [pair for same in by_name.values() for pair in combinations(same, 2)]

    assert [pair for pair in twins if km_between(*pair) <= 5] == []


def test_every_area_lies_near_others_of_its_county():
    """What a wrong county looks like: no neighbour within 120 km belongs to it."""
    alone = [
        code
        for code, area in AREAS.items()
        if area.county not in {AREAS[c].county for c in areas.near(code, 120)[1:]}
    ]

    assert alone == []


def test_a_namesake_stands_in_the_county_of_its_own_point():
    assert areas.county_of("no-trondelag-sandvika") == "Trøndelag"
    assert {a.county for a in AREAS.values() if a.name == "Ask"} == {"Akershus"}


def test_every_district_lies_in_a_town_that_is_there():
    districts = [area for area in AREAS.values() if area.part_of]

    assert {AREAS[area.part_of].name for area in districts} == {"Oslo", "Bergen", "Trondheim"}
    assert {a.code for a in AREAS.values() if a.county == "Oslo" and not a.part_of} == {
        "no-oslo-oslo"
    }


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("no-oslo-oslo", "no-buskerud-drammen", 34, 40),
        ("no-oslo-oslo", "no-vestland-bergen", 300, 312),
        ("no-oslo-oslo", "no-troms-tromso", 1130, 1160),
        ("no-akershus-ski", "no-akershus-lillestrom", 26, 32),
        ("no-ostfold-moss", "no-vestfold-tonsberg", 20, 26),
    ],
)
def test_distances_are_what_a_map_says(one, other, least, most):
    assert least <= km_between(one, other) <= most


@given(codes, codes)
def test_a_distance_is_a_whole_number_and_the_same_both_ways(one, other):
    assert km_between(one, other) == km_between(other, one) >= 0
    assert isinstance(km_between(one, other), int)


@given(codes)
def test_an_area_lies_nowhere_away_from_itself(code):
    assert km_between(code, code) == 0
    assert areas.near(code, 0)[0] == code


def test_a_district_of_oslo_lies_in_oslo_but_oslo_not_in_it():
    assert km_between("no-oslo-sondre-nordstrand", "no-oslo-oslo") == 0
    assert areas.lies_in("no-oslo-sondre-nordstrand", "no-oslo-oslo")
    assert not areas.lies_in("no-oslo-oslo", "no-oslo-sondre-nordstrand")


def test_two_districts_lie_apart():
    assert km_between("no-oslo-sondre-nordstrand", "no-oslo-stovner") > 10
    assert not areas.touch("no-oslo-sondre-nordstrand", "no-oslo-stovner")


def test_staying_out_of_a_town_is_staying_out_of_its_districts_and_the_other_way():
    assert areas.touch("no-oslo-oslo", "no-oslo-frogner")
    assert areas.touch("no-oslo-frogner", "no-oslo-oslo")
    assert not areas.touch("no-oslo-oslo", "no-akershus-frogner")


def test_the_nearest_come_first():
    close = areas.near("no-akershus-sandvika", 10)
    away = [km_between("no-akershus-sandvika", code) for code in close]

    assert close[0] == "no-akershus-sandvika"
    assert away == sorted(away)
    assert max(away) <= 10


@pytest.mark.parametrize("code", ["no-oslo-atlantis", "", None, ["no-oslo-oslo"]])
def test_an_unknown_code_is_refused_and_not_repeated(code):
    for ask in areas.area, areas.label, areas.county_of:
        with pytest.raises(UnknownArea) as refused:
            ask(code)
        assert "atlantis" not in str(refused.value)


def test_the_list_to_choose_from_has_every_area_once_in_norwegian_order():
    listed = areas.choices()
    labels = [label for _, label in listed]

    assert {code for code, _ in listed} == set(AREAS)
    assert len(set(labels)) == len(labels)
    assert ("no-akershus-sandvika", "Sandvika, Akershus") in listed
    assert ("no-oslo-oslo", "Oslo") in listed
    assert ("no-vestland-fana", "Fana, Bergen") in listed


def test_å_comes_after_ø_and_ø_after_z():
    asked = ["Åsane", "Ølen", "Voss", "Ærøy", "Ávanuorri", "aure"]

    assert sorted(asked, key=areas.norwegian) == [
        *("aure", "Ávanuorri", "Voss", "Ærøy", "Ølen", "Åsane"),
    ]
    assert [label for _, label in areas.choices()][-1] == "Åsgårdstrand, Vestfold"


def test_the_source_is_credited_in_the_file_and_on_the_page():
    first_line = areas.FILE.read_text(encoding="utf-8").splitlines()[0]

    for credit in first_line, areas.CREDIT:
        assert "GeoNames (geonames.org)" in credit
        assert "CC BY 4.0" in credit

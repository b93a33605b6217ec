"""How the file of areas is made: codes, merging, numbering, and codes that stay."""

from __future__ import annotations

import pytest

from ressursvenn.neighbourhood.data import make_areas
from ressursvenn.neighbourhood.data.make_areas import coded, folded, merged, put_right


def row(name, county="Akershus", latitude="60", longitude="11", population="0", part_of=""):
    return {
        "name": name,
        "county": county,
        "part_of": part_of,
        "also": "",
        "latitude": latitude,
        "longitude": longitude,
        "population": population,
    }


def codes(rows, already=()):
    return [each["code"] for each in coded(rows, already)]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Møre og Romsdal", "more-og-romsdal"),
        ("St. Hanshaugen", "st-hanshaugen"),
        ("Grünerløkka", "grunerlokka"),
        ("Kárášjohka", "karasjohka"),
        ("Å i Åfjord", "a-i-afjord"),
        ("Sætre", "saetre"),
        ("Čáhcesuolu Ŋ Đ Ŧ Ž", "cahcesuolu-n-d-t-z"),
    ],
)
def test_nordic_and_sámi_letters_are_folded(name, plain):
    assert folded(name) == plain


def test_one_name_twice_within_five_kilometres_is_one_area():
    twice = [row("Ytrebygda", population="24"), row("Ytrebygda", latitude="60.04", population="30")]

    assert [each["population"] for each in merged(twice)] == ["30"]


def test_one_name_twice_further_away_is_numbered_the_more_populous_first():
    twice = [row("Vik", latitude="61"), row("Vik", population="900")]

    assert len(merged(twice)) == 2
    assert [(each["code"], each["population"]) for each in coded(twice)] == [
        ("no-akershus-vik", "900"),
        ("no-akershus-vik-2", "0"),
    ]


def test_one_name_in_two_counties_is_two_areas_without_numbers():
    assert codes([row("Vik"), row("Vik", county="Nordland")]) == [
        "no-akershus-vik",
        "no-nordland-vik",
    ]


def test_a_code_stays_when_a_larger_namesake_is_added():
    before = coded([row("Vik", population="900")])
    added = [row("Vik", population="900"), row("Vik", latitude="61", population="5000")]

    after = {each["population"]: each["code"] for each in coded(added, before)}

    assert after == {"900": "no-akershus-vik", "5000": "no-akershus-vik-2"}


def test_a_code_once_used_is_not_given_to_another():
    gone = coded([row("Vik", population="900")])

    assert codes([row("Vik", latitude="61")], gone) == ["no-akershus-vik-2"]


def test_a_district_points_at_its_town_by_code():
    town = row("Bergen", county="Vestland", latitude="60.4")
    rows = coded([row("Fana", county="Vestland", part_of="Bergen"), town])

    assert {each["name"]: each["part_of"] for each in rows} == {
        "Fana": "no-vestland-bergen",
        "Bergen": "",
    }


def test_a_namesake_gets_the_county_of_its_point_and_all_of_oslo_lies_in_oslo():
    rows = put_right(
        [
            row("Sandvika", latitude="64.464"),
            row("Sandvika", latitude="59.891"),
            row("Ensjø", county="Oslo"),
            row("Oslo", county="Oslo"),
            row("Svarstad", county="Vestfold", latitude="61.7"),
        ]
    )

    assert [(each["name"], each["county"], each["part_of"]) for each in rows] == [
        ("Sandvika", "Trøndelag", ""),
        ("Sandvika", "Akershus", ""),
        ("Ensjø", "Oslo", "Oslo"),
        ("Oslo", "Oslo", ""),
    ]


def test_making_the_file_again_from_itself_changes_nothing(tmp_path):
    made = make_areas.HERE / "areas.csv"
    rows = make_areas.read(made)
    names = {each["code"]: each["name"] for each in rows}
    as_listed = [{**each, "part_of": names.get(each["part_of"], "")} for each in rows]

    make_areas.write(coded(merged(as_listed), rows), tmp_path / "areas.csv")

    assert (tmp_path / "areas.csv").read_text(encoding="utf-8") == made.read_text(encoding="utf-8")

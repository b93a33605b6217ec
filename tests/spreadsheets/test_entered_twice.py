"""People entered twice in one workbook: proposed, never merged, never dropped."""

import pytest

from .books import only_sheet, participants, said, volunteers

OTHER = {"Fornavn": "Kari", "Etternavn": "Moe", "Mobil": "48941435", "E-post": "k@example.org"}


def sameness(*changes):
    return [(row.same_as, row.same_signs) for row in only_sheet(volunteers(*changes)).rows]


@pytest.mark.parametrize(
    ("change", "signs"),
    [
        ({}, ("email", "name_and_birth", "phone")),
        ({"Etternavn": "LUND"}, ("email", "name_and_birth", "phone")),
        ({"Etternavn": "Lund "}, ("email", "name_and_birth", "phone")),
        ({"Mobil": "+47 95 96 02 33", "E-post": None}, ("name_and_birth", "phone")),
        (OTHER | {"Mobil": "95960233", "Født": None}, ("phone",)),
        (OTHER | {"E-post": "BERIT@example.org", "Født": None}, ("email",)),
        ({"Mobil": None, "E-post": None}, ("name_and_birth",)),
        ({"Mobil": None, "E-post": None, "Født": None}, ("name",)),
    ],
)
def test_the_second_row_says_whom_it_resembles_and_by_what(change, signs):
    assert sameness({}, change) == [(None, ()), (2, signs)]


@pytest.mark.parametrize(
    "change",
    [
        OTHER,
        OTHER | {"Fornavn": "Berit", "Etternavn": "Lund", "Født": "1.1.1970"},
        OTHER | {"Fornavn": "Berit", "Etternavn": "Lund", "Født": None},
    ],
)
def test_two_people_are_two_people(change):
    assert sameness({}, change) == [(None, ()), (None, ())]


def test_a_third_row_is_about_the_first():
    third = OTHER | {"Fornavn": "Berit", "Etternavn": "Berg", "Mobil": "48941435", "Født": None}
    second = {"Mobil": "48941435"}

    assert sameness({}, second, third | {"E-post": None}) == [
        (None, ()),
        (2, ("email", "name_and_birth")),
        (2, ("phone",)),
    ]


def test_one_address_with_two_numbers_and_two_births_is_probably_two_people():
    namesake = {"Mobil": "48941435", "Født": "1.1.1970"}
    row = only_sheet(volunteers({}, namesake)).rows[1]

    assert (row.same_as, row.same_signs) == (2, ("email",))
    assert ("probably_two", "") in said(row)


def test_the_same_code_is_the_same_participant():
    rows = only_sheet(participants({}, {"Kode": "r2026-001 "}, {"Kode": "R2"})).rows

    assert [(row.same_as, row.same_signs) for row in rows] == [
        (None, ()),
        (2, ("code",)),
        (None, ()),
    ]

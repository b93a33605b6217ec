"""Columns are found by what their headings mean, wherever they stand."""

import pytest

from ressursvenn.spreadsheets.reading.columns import heading_of, headings
from ressursvenn.spreadsheets.reading.grids import Grid, grids

from .books import BERIT, DATA, HEAD, book, only_row, only_sheet, read, volunteers


def found(*rows):
    return headings(Grid("Ark", tuple(map(tuple, rows))))


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("Kurs fullført (12 t)", "kurs fullført"),
        ("Barn (navn/skole)", "barn"),
        ("Egnet?", "egnet"),
        ("Taushetserkl.", "taushetserkl"),
        ("  E-post ", "e-post"),
        ("Tlf.nr", "tlf nr"),
        (None, ""),
    ],
)
def test_a_heading_without_its_marks(written, heading):
    assert heading_of(written) == heading


def test_other_words_mean_the_same():
    heads = found(["Navn", "Tlf", "E-postadresse", "Bydel", "Fødselsår"])

    assert heads.kind == "volunteers"
    assert heads.places == {"name": 0, "phone": 1, "email": 2, "area": 3, "born": 4}


def test_the_order_of_columns_is_nothing():
    backwards = volunteers({}, head=HEAD[::-1])

    assert only_row(backwards).first_name == "Berit"
    assert only_row(backwards).certificate_shown_on == only_row(volunteers({})).certificate_shown_on


def test_titles_above_and_sums_below_are_not_people():
    rows = [
        ["Liste over ressursvenner", None, None],
        [None, None, None],
        HEAD,
        [BERIT[name] for name in HEAD],
        [None] * len(HEAD),
        HEAD,
        [(BERIT | {"Fornavn": "Kari", "Mobil": 48941435, "E-post": None})[name] for name in HEAD],
        ["Sum", *[None] * 7, 2],
        ["Totalt", "=SUM(B1:B3)"],
    ]
    sheet = only_sheet(book(Frivillige=rows))

    assert [row.row for row in sheet.rows] == [4, 7]
    assert (sheet.heading_row, sheet.refused) == (3, ())


def test_the_hours_of_the_course_stand_in_its_heading():
    assert found(["Fornavn", "Mobil", "Kurs (14 timer)"]).course_hours == 14
    assert found(["Fornavn", "Mobil", "Kurs fullført"]).course_hours is None


def test_a_sheet_without_known_headings_is_not_guessed_at():
    sheet = only_sheet(book(Notater=[["Husk", "kake"], ["til", "fredag"]]))

    assert (sheet.kind, sheet.rows) == ("unknown", ())
    assert [remark.code for remark in sheet.remarks] == ["sheet_unknown"]


def test_an_empty_sheet_says_nothing():
    assert [sheet.remarks for sheet in read(book(Ark1=[]))] == [()]


def test_what_is_never_kept_is_said_column_by_column():
    head = ["Fornavn", "Etternavn", "Mobil", "Adresse", "Barn", "Historie", "Fnr", "Stjernetegn"]
    sheet = only_sheet(book(Ark=[head, ["Berit", "Lund", 95960233, "a", "b", "c", "d", "e"]]))

    assert [(one.column, one.code) for one in sheet.not_kept] == [
        ("Adresse", "address"),
        ("Barn", "children"),
        ("Historie", "story"),
        ("Fnr", "id_number"),
        ("Stjernetegn", "unknown"),
    ]
    assert all(one.why for one in sheet.not_kept)


def test_names_numbers_and_births_of_participants_are_not_kept():
    head = ["Kode", "Status", "Henvist", "Fornavn", "Født", "Mobil"]
    sheet = only_sheet(
        book(Ark=[head, ["R1", "venter", "1.5.2026", "Amina", "1.1.1990", 95960233]])
    )

    assert sheet.kind == "participants"
    assert [one.code for one in sheet.not_kept] == ["names", "birth", "number"]


def test_a_heading_that_reads_like_a_value_is_told_by_its_letter():
    head = ["Fornavn", "Etternavn", "Mobil", "berit@example.org", "Rom 12"]

    assert [one.column for one in found(head).not_kept] == ["kolonne D", "kolonne E"]


def test_a_second_column_of_the_same_meaning_is_not_kept_and_it_is_said():
    heads = found(["Fornavn", "Mobil", "Telefon", "E-post"])

    assert [(one.column, one.code) for one in heads.not_kept] == [("Telefon", "twice")]


@pytest.mark.parametrize("name", ["koordinator", "stor"])
def test_the_two_workbooks(name):
    heads = [headings(grid) for grid in grids((DATA / f"{name}.xlsx").read_bytes())]

    assert [(one.kind, one.row) for one in heads] == [("volunteers", 3), ("participants", 1)]
    assert [[kept.column for kept in one.not_kept] for one in heads] == [
        ["Adresse", "Merknad"],
        ["Adresse", "Barn (navn/skole)"],
    ]
    assert heads[0].course_hours == 12

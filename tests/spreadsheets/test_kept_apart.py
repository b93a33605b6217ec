"""Whom a participant must not meet, as it was written in a cell."""

import pytest

from ressursvenn.spreadsheets.reading.kept_apart import kept_apart

from .books import cells, only_row, participants


def read(text):
    return [(one.kind, one.text, one.sealed) for one in kept_apart(text)]


@pytest.mark.parametrize("name", ["Berit Antonsen", "ANNE LIE", "Anne-Lise van Moen", "Åse Øye"])
def test_a_full_name_is_a_person(name):
    assert read(name) == [("person", name, False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("alle fra menigheten", "community"),
        ("ingen på jobben hans", "workplace"),
        ("kolleger av Per Hansen", "workplace"),
        ("Hansens familie", "community"),
        ("Per", "person"),
        ("broren", "person"),
        ("Broren av Per", "person"),
        ("per hansen", "person"),
        ("hun med rødt hår", "person"),
        ("Moskeen På Grønland", "community"),
    ],
)
def test_anything_else_is_sealed_as_it_stands(text, kind):
    assert read(text) == [(kind, text, True)]


def test_two_names_are_two_entries():
    assert read("Per Hansen og Kari Lie") == [
        ("person", "Per Hansen", False),
        ("person", "Kari Lie", False),
    ]


def test_a_name_beside_something_else_is_compared_and_the_whole_is_sealed():
    assert read("Per Hansen, broren") == [
        ("person", "Per Hansen", False),
        ("person", "Per Hansen, broren", True),
    ]


def test_numbers_and_addresses_are_entries_of_their_own():
    assert read("92769310; per@example.org") == [
        ("phone", "92769310", False),
        ("email", "per@example.org", False),
    ]


def test_a_new_line_in_a_cell_is_a_new_entry():
    row = only_row(participants({"Skal IKKE kobles med": "Per Hansen\nKari Lie"}))

    assert [one.text for one in row.keep_apart] == ["Per Hansen", "Kari Lie"]


def test_a_very_long_text_is_sealed():
    assert [(one.sealed, len(one.text) <= 300) for one in kept_apart("Per Hansen, " * 100)] == [
        (True, True)
    ]


def test_an_entry_never_shows_what_it_holds():
    assert repr(kept_apart("Berit Antonsen")) == "(<KeepApart person>,)"


@pytest.mark.parametrize("name", ["koordinator", "stor"])
def test_nothing_in_the_workbooks_is_lost(name):
    column = [row[12] for row in cells(name)["Henvist"][1:] if row[12]]
    entries = [read(text) for text in column]

    assert all(entries)
    assert {text for (entry,) in entries for _, text, sealed in [entry] if sealed} == {
        "alle fra menigheten",
        "ingen på jobben hans",
    }

"""Languages, interests, times and wishes: several in a cell, in many spellings."""

import pytest

from ressursvenn.programme import words
from ressursvenn.spreadsheets.reading import lists
from ressursvenn.spreadsheets.reading.cells import EMPTY, is_empty

from .books import cells


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("bokmål og tigrinya", ("no", "ti")),
        ("Eng./bokmål", ("no", "en")),
        ("english, norsk", ("no", "en")),
        ("fransk/bokmål/russisk", ("no", "fr", "ru")),
        ("Arabisk ;norsk", ("no", "ar")),
        ("kurmanji, Norsk, somali", ("no", "kmr", "so")),
        ("Norsk  og  Polsk", ("no", "pl")),
        ("farsi", ("fa",)),
        ("norsk\nsomali", ("no", "so")),
        ("norsk (flytende)", ("no",)),
    ],
)
def test_languages_are_read_in_the_order_of_the_list(written, codes):
    answer = lists.languages(written)

    assert (answer.value, answer.remark) == (codes, "")


@pytest.mark.parametrize("written", ["kurdisk", "norsk, klingon", "samisk"])
def test_a_language_that_could_be_several_or_none_is_asked_about(written):
    assert lists.languages(written).remark == "unknown_word"


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("helg", ("saturday", "sunday")),
        ("fleksibel", tuple(words.TIMES)),
        ("fleksibel; helg", tuple(words.TIMES)),
        ("hverdag kveld,lørdag", ("weekday_evening", "saturday")),
        ("lørdag, hverdag dag", ("weekday_day", "saturday")),
        ("hverdager", ("weekday_day", "weekday_evening")),
        ("Søndag", ("sunday",)),
    ],
)
def test_times_are_read(written, codes):
    assert lists.times(written).value == codes


def test_wishes_and_interests_are_read():
    assert lists.wishes("lære bussen").value == ("learn_the_buses",)
    assert lists.interests("gå tur; kaffe,lage mat").value == ("coffee", "cooking", "walking")


@pytest.mark.parametrize("book", ["koordinator", "stor"])
@pytest.mark.parametrize(
    ("sheet", "heading", "first", "read"),
    [
        ("Frivillige", "Språk", 3, lists.languages),
        ("Frivillige", "Interesser", 3, lists.interests),
        ("Frivillige", "Kan møtes", 3, lists.times),
        ("Henvist", "Språk", 1, lists.languages),
        ("Henvist", "Interesser", 1, lists.interests),
        ("Henvist", "Kan møtes", 1, lists.times),
        ("Henvist", "Ønsker seg", 1, lists.wishes),
    ],
)
def test_every_spelling_in_the_workbooks_is_known(book, sheet, heading, first, read):
    rows = cells(book)[sheet]
    column = rows[first - 1].index(heading)
    found = [row[column] for row in rows[first:] if isinstance(row[column], str)]

    assert [value for value in found if read(value).remark] == []
    assert len(found) > 30


def test_nothing_is_written_in_several_ways():
    assert all(is_empty(word) for word in [*EMPTY, None, " ", "MANGLER"])

"""How a keep-apart text is read. What cannot be compared for certain is a doubt."""

import pytest

from ressursvenn.apart.reading import is_full_name, read
from ressursvenn.protection.likeness import prints


def met(reading, **known):
    """By what the reading meets an applicant of whom this is known."""
    applicant = prints.unpacked(prints.of("applicant", **known))
    return prints.met_by(set(prints.unpacked(reading.prints)) & set(applicant))


OLE = {"name": "Ole Vik", "phone": "92769310", "email": "ole.vik@example.org"}
KARI = {"name": "Kari Vik"}
AASE = {"name": "Åse-Marie Bjørnø"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("person", "Ole Vik"),
        ("person", "ole vik"),
        ("person", "OLE   VIK"),
        ("person", "Vik Ole"),
        ("person", "Ole Martin Vik"),
        ("person", "Ole-Martin Vik"),
        ("person", "Óle Vik"),
        ("person", "Ole\u200b Vik"),
        ("person", "Ole Vík."),
        ("person", "Ole Wik"),
        ("phone", "92769310"),
        ("phone", "927 69 310"),
        ("phone", "92 76 93 10"),
        ("phone", "+47 927 69 310"),
        ("phone", "+4792769310"),
        ("phone", "0047 92769310"),
        ("phone", "(+47) 92769310"),
        ("email", "ole.vik@example.org"),
        ("email", " Ole.Vik@Example.ORG "),
        ("email", "olevik+1@example.org"),
        ("person", "Ole Vik 92769310"),
        ("person", "Kari Vik, 92769310"),
        ("person", "ole.vik@example.org"),
    ],
)
def test_one_way_of_writing_meets_another(kind, text):
    reading = read(kind, text)

    assert met(reading, **OLE)
    assert reading.doubt is False


@pytest.mark.parametrize(
    "text", ["Aase Marie Bjoernoe", "ASE MARIE BJORNO", "Bjørnø Åse Marie", "Åse Bjørnø"]
)
def test_norwegian_letters_and_double_names_meet(text):
    assert met(read("person", text), **AASE)


@pytest.mark.parametrize(
    "text",
    [
        "Ole Vik og Kari Vik",
        "Ole Vik, Kari Vik",
        "Ole Vik;Kari Vik",
        "Ole Vik\nKari Vik",
        "Ole Vik & Kari Vik",
    ],
)
def test_two_in_one_text_are_both_read(text):
    reading = read("person", text)

    assert met(reading, **OLE)
    assert met(reading, **KARI)
    assert reading.doubt is False


def test_a_surname_first_with_a_comma_is_compared_and_doubted():
    reading = read("person", "Vik, Ole")

    assert met(reading, **OLE)
    assert reading.doubt is True


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("person", "Ole"),
        ("person", "Ole og Kari Vik"),  # Ole's own surname is a guess
        ("person", "alle fra menigheten"),
        ("person", "ingen på jobben hans"),
        ("person", "Ole Vik og broren"),
        ("person", "broren til Ole Vik"),
        ("person", "Ole Vik født 1985"),
        ("person", "en mann med skjegg og hund fra Moss"),
        ("person", "?"),
        ("phone", "927 69"),
        ("phone", "ring meg"),
        ("email", "ole"),
        ("email", "ole at example"),
        ("workplace", "Kiwi på Stortorget"),
        ("community", "menigheten i byen"),
        ("community", "Ole Vik"),
        ("nonsense", "Ole Vik"),
    ],
)
def test_what_cannot_be_compared_for_certain_is_a_doubt(kind, text):
    assert read(kind, text).doubt is True


@pytest.mark.parametrize("text", ["Ole Lund", "Kari Vikan", "Olga Vik"])
def test_somebody_else_is_somebody_else(text):
    assert met(read("person", text), **OLE) is None


@pytest.mark.parametrize(
    ("part", "full"),
    [
        ("Ole Vik", True), ("Åse Marie Bjørnø", True), ("Nguyen Thi Minh Khai", True),
        ("Ole", False), ("", False), ("en kamerat", False), ("a b c d e", False),
        ("søsteren min", False),
    ],
)  # fmt: skip
def test_what_a_full_name_looks_like(part, full):
    assert is_full_name(part) is full


def test_a_long_text_does_not_hang():
    assert read("person", "1 " * 20_000 + "a b " * 20_000).doubt is True

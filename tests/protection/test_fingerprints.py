"""Two spellings of one person share a fingerprint; two people do not."""

import pytest

from ressursvenn.protection import fingerprints as prints

SAME = [
    ("Åse Bjørnstad", "aase bjoernstad"),
    ("Åse Bjørnstad", "BJØRNSTAD, Åse"),
    ("Åse Bjørnstad", "Ase Bjornstad"),
    ("Anne-Marie Dahl", "Anne Marie Dahl"),
    ("Kristoffer Holt", "Christopher Holt"),
    ("Mohamed Ali", "Mohammed  ALI"),
    ("Jon Vik", "John Wik"),
    ("Per Olav Moe", "Per Moe"),
    ("Ole Martin Vik", "Martin Vik"),
    ("Ole Lund", "Ole\u200b Lund"),
    ("José Núñez", "Jose Nunez"),
]
DIFFERENT = [("Ole Lund", "Ole Lunde"), ("Kari Moe", "Kari Vik"), ("Anne Berg", "Anna Borg")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_meet(one, other):
    assert set(prints.of_person(name=one)) & set(prints.of_person(name=other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_people_do_not(one, other):
    assert not set(prints.of_person(name=one)) & set(prints.of_person(name=other))


def test_a_bare_first_name_gives_none():
    assert prints.of_person(name="Ole") == []


@pytest.mark.parametrize("written", ["92769310", "+47 92 76 93 10", "004792769310", "927 69 310"])
def test_a_number_is_the_same_however_it_is_written(written):
    assert prints.of_person(phone=written) == prints.of_person(phone="+4792769310") != []


def test_an_address_is_folded():
    assert prints.of_person(email="Ola.Dahl+x@Example.org") == prints.of_person(
        email="oladahl@example.org"
    )


def test_what_is_no_number_or_address_gives_none():
    assert prints.of_person(phone="ring meg", email="ingen") == []


def test_without_the_key_nothing_can_be_tried(settings):
    before = prints.of_person(name="Ole Lund")
    settings.HOUSE_KEY = bytes(32)

    assert not set(before) & set(prints.of_person(name="Ole Lund"))

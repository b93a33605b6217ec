"""Telephone numbers, e-mail addresses and names, in the forms people write them."""

import pytest

from ressursvenn.spreadsheets.reading.contacts import email, name, phone


@pytest.mark.parametrize(
    "written",
    [
        92769310, 92769310.0, "92769310", "927 69 310", "92 76 93 10", "+47 92 76 93 10",
        "004792769310", "+4792769310", "Tlf. 92769310", " 92769310 ",
    ],
)  # fmt: skip
def test_a_number_is_one_number_however_it_is_written(written):
    assert phone(written).value == "+4792769310"


def test_a_norwegian_number_of_a_new_series_is_a_number():
    assert phone("443 77 080").value == "+4744377080"


def test_a_number_from_elsewhere_keeps_its_country():
    assert phone("+46 70 174 06 05").value == "+46701740605"


@pytest.mark.parametrize("written", ["1234", "12345678901234567", "ring henne", "0", 12])
def test_what_is_no_number_is_asked_about(written):
    assert (phone(written).value, phone(written).remark) == (None, "unreadable_phone")


def test_of_several_numbers_the_first_is_used_and_it_is_said():
    answer = phone("92769310 / 48941435")

    assert (answer.value, answer.remark) == ("+4792769310", "several_phones")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Emma.Simonsen@Example.org", "emma.simonsen@example.org"),
        (" emma@example.org ", "emma@example.org"),
        ("mailto:emma@example.org", "emma@example.org"),
        ("synnøve.bøe@example.org", "synnøve.bøe@example.org"),
    ],
)
def test_an_address_is_read(written, expected):
    assert email(written).value == expected


@pytest.mark.parametrize("written", ["emma", "emma@", "@example.org", "a b@example.org", "a@b"])
def test_what_is_no_address_is_asked_about(written):
    assert email(written).remark == "unreadable_email"


@pytest.mark.parametrize("written", ["Anne-Lise", "O'Brien", "Đỗ", "Åse", "ኣማኑኤል", "de la Cruz"])
def test_a_name_is_letters_of_any_script(written):
    assert name(written).value == written


@pytest.mark.parametrize(
    "written", ["=HYPERLINK(1)", "+47", "@SUM(A1)", "<b>Berit</b>", "12", "-", "x" * 81]
)
def test_what_is_no_name_is_no_name(written):
    assert name(written).value is None


def test_what_cannot_be_seen_is_taken_out_of_a_name():
    assert name("Be\u200brit\u202e").value == "Berit"
    assert name("A\u030ase").value == "Åse"

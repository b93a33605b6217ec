"""How many applied through an advert: those who are kept still, told to its own association alone."""

from __future__ import annotations

import re

import pytest

from ressursvenn.adverts import queries
from ressursvenn.arrivals import changes as arrivals

from .conftest import published

pytestmark = pytest.mark.django_db


def applies(advert, number: int, phone: str = "") -> None:
    arrivals.receive(
        association=advert.association, advert=advert, consent="2026-11", first_name="Ingrid",
        phone=phone or f"400 00 {number:03}", email=f"ingrid{number}@example.org", birth_year=1980,
    )  # fmt: skip


def came(person, advert) -> int:
    return queries.visible_to(person).get(reference=advert.reference).came


def test_each_is_counted_at_the_advert_she_answered(signed_in, kari):
    one, other = published(kari), published(kari)
    for number in range(2):
        applies(one, number)
    applies(other, 2)

    assert (came(kari, one), came(kari, other)) == (2, 1)
    desk = signed_in(kari)
    assert "2 søkere" in desk.get(f"/a/annonser/{one.reference}/").content.decode()
    assert "1 søker<" in desk.get(f"/a/annonser/{other.reference}/").content.decode()


def test_who_is_held_back_is_nobody_yet(kari):
    advert = published(kari)
    for number in range(4):  # the fourth from one number that day is held back
        applies(advert, number, phone="400 00 999")

    assert came(kari, advert) == 3


def test_the_number_is_on_no_public_page(client, kari):
    """Not a byte of the public side changes when somebody applies."""
    advert = published(kari)
    pages = ("", f"{advert.reference}/bilde.png", "annonser.json", "annonser.xml")

    def all_of_it():
        bodies = (client.get(f"/bli-ressursvenn/{page}").content for page in pages)
        return [re.sub(rb'nonce="[^"]*"', b"", body) for body in bodies]

    before = all_of_it()
    applies(advert, 1)

    assert all_of_it() == before


def test_the_neighbours_are_not_told(kari, nora):
    advert = published(kari)
    applies(advert, 1)

    assert not queries.visible_to(nora).exists()

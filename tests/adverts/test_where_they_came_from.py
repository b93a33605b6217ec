"""How many applied through an advert: those who are kept still, told to its own association alone."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from ressursvenn.adverts import queries, words
from ressursvenn.arrivals import changes as arrivals
from ressursvenn.arrivals import words as arrival_words
from ressursvenn.volunteers import changes as volunteers

from .conftest import published

pytestmark = pytest.mark.django_db


def applies(advert, number: int, phone: str = "", association=None) -> None:
    arrivals.receive(
        association=association or advert.association, advert=advert, consent="2026-11", first_name="Ingrid",
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


def test_each_way_is_counted_by_itself_and_so_are_those_without_an_advert(
    signed_in, kari, nora, django_assert_max_num_queries
):
    advert = published(kari)
    theirs = {"association": kari.association, "by": kari, "applied_on": timezone.localdate()}
    for number in range(3):
        applies(advert, number)
    arrivals.note_pasted(**theirs, advert=advert, first_name="Borghild")
    arrivals.note_pasted(**theirs, first_name="Gudrun")
    applies(None, 4, association=kari.association)
    for name in ("Ragna", "Tordis"):  # they had heard of it from somebody
        volunteers.note_application(**theirs, first_name=name)

    row = queries.visible_to(kari).get()
    assert (row.came_by_form, row.came_by_pasted, row.came) == (3, 1, 4)
    with django_assert_max_num_queries(1):
        assert queries.without_advert(kari) == {"form": 1, "pasted": 1, "other": 2}
    assert queries.without_advert(nora) == {"form": 0, "pasted": 0, "other": 0}
    desk = signed_in(kari)
    assert numbers_in(desk.get("/a/annonser/")) == [["3", "1", "–"], ["1", "1", "2"]]
    page = desk.get(f"/a/annonser/{advert.reference}/").content.decode()
    assert "3 gjennom skjemaet og 1 fra frivillig.no" in page


def numbers_in(answer) -> list[list[str]]:
    """The last three cells of each row."""
    rows = re.findall(r"<tr>(.*?)</tr>", answer.content.decode(), re.DOTALL)[1:]
    return [re.findall(r'class="number">([^<]*)</td>', row) for row in rows]


def test_the_ways_are_those_of_the_room_above():
    assert set(words.WAYS) == set(arrival_words.WAYS)


def test_who_is_held_back_is_nobody_yet(kari):
    advert = published(kari)
    for number in range(4):  # the fourth from one number that day is held back
        applies(advert, number, phone="400 00 999")

    assert came(kari, advert) == 3


def test_the_number_is_on_no_public_page(client, kari):
    """Not a byte of the public side changes when somebody applies."""
    advert = published(kari)
    own = f"{advert.reference}/"
    pages = ("", own, f"{own}bilde.png", "annonser.json", "annonser.xml")

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

"""Named to be kept apart, known already, or nobody we know: one answer, to the byte, and the same work."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from ressursvenn.apart import changes as apart
from ressursvenn.participants import changes as participants
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from tests.access.test_query_counts import counted
from tests.access.walking import headers_of, text_of

from .conftest import SHE, applies, arrival, typed

SPELLINGS = (
    "Roar Hansvik", "ROAR HANSVIK", "roar hansvik", "Hansvik Roar", "Roar-Jan Hansvik", "Roár Hansvik",
    "R0ar Hansvik", "Rоar Hansvik", "Roar Hansvík", "Roar Hannsvik", "Roar A. Hansvik", "Roar Hansvig",
    "Roar\u200b Hansvik", "Ｒｏａｒ Ｈａｎｓｖｉｋ", "Roar H.", "R. Hansvik", "Roar Hansvikk", "𝐑𝐨𝐚𝐫 Hansvik",
    "Roar Hansvik Moe", "Roaar Hansvik",
)  # fmt: skip


@pytest.fixture
def named(oslo, kari, sentrum, kirsti):
    """A participant must never meet somebody of this name, this number or this address."""
    her = participants.refer(association=oslo, crisis_centre=None, called="Måne", by=kari)
    for kind, text in (
        ("person", "Roar Hansvik"), ("phone", "480 00 001"), ("email", "roar@example.org"),
    ):  # fmt: skip
        apart.name_keep_apart(participant=her, kind=kind, text=text, by=kari)
    return her


def shown(**more) -> tuple:
    """All that the answer can be told from another by, and the page it leads to; and what was asked."""
    client = Client()
    client.get("/sok/")
    with counted() as asked:
        answer = applies(client, **more)
    thanks = client.get(answer.url) if answer.status_code == 302 else answer
    cookies = sorted((cookie.key, cookie["max-age"]) for cookie in answer.cookies.values())
    said = (answer.status_code, answer.content, headers_of(answer), cookies)
    return said, (thanks.status_code, text_of(thanks), headers_of(thanks)), _shapes(asked)


def _shapes(asked: list[str]) -> list[str]:
    """The questions without what differs from row to row."""
    return [re.sub(r"\(%s(?:, %s)*\)", "(…)", question) for question in asked]


def of(name: str, number: int) -> dict[str, str]:
    first, _, last = name.partition(" ")
    more = {"phone": f"480 01 {number:03}", "email": f"soker{number}@example.org"}
    return {"first_name": first, "last_name": last, **more}


def test_twenty_spellings_of_one_who_is_named_are_answered_as_one_who_is_not(named):
    clean = shown(**of("Tordis Bergheim", 0))

    assert clean[0][0] == 302
    for number, spelling in enumerate(SPELLINGS, 1):
        cache.clear()
        assert shown(**of(spelling, number)) == clean, spelling
    assert Volunteer.objects.count() == 21
    assert mail.outbox == []


@pytest.mark.parametrize("more", [{"phone": "480 00 001"}, {"email": "roar@example.org"}])
def test_so_is_a_number_and_an_address_that_is_named(named, more):
    clean = shown(**of("Tordis Bergheim", 0))
    cache.clear()

    assert shown(**of("Tordis Bergheim", 1) | more) == clean


def test_so_is_one_who_is_known_already_in_every_way(oslo, kari):
    clean = shown(**of("Tordis Bergheim", 0))
    cache.clear()
    arrival(oslo)
    left = volunteers.note_application(
        association=oslo, by=kari, first_name="Ragna", last_name="Lie"
    )
    volunteers.note_leaving(volunteer=left, on=timezone.localdate(), by=kari)
    cache.clear()

    assert shown() == clean
    cache.clear()
    assert shown(first_name="Ragna", last_name="Lie") == clean


def test_so_is_the_one_too_many_that_is_held_back(oslo):
    told = [shown() for _ in range(6)]

    assert [row.held for row in Volunteer.objects.order_by("pk")] == [False] * 3 + [True] * 3
    assert len({repr(one[:2]) for one in told}) == 1
    assert told[3][2] == told[4][2] == told[2][2]


def test_a_form_that_is_wrong_tells_nothing_of_who_is_known_either(named):
    def wrong(**more):
        answer = applies(**{**of("Tordis Bergheim", 1), **more, "consent": None})
        body = text_of(answer)
        for value in typed(**more).values():
            body = body.replace(str(value), "")
        return answer.status_code, len(re.findall("<", body)), headers_of(answer)

    assert wrong(first_name="Roar", last_name="Hansvik") == wrong()


def test_the_counts_lie_in_the_shared_cache_as_prints(oslo):
    arrival(oslo)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM shared_cache")
        told = repr(cursor.fetchall())
    assert "40000001" not in told
    assert SHE["email"] not in told

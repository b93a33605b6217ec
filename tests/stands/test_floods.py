"""Floods and forged names: what is turned away, what it costs, and what is never lost of what was typed."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.stands import changes, pace, queries, sieve
from ressursvenn.stands.models import Stand

from .conftest import received, shown, written
from .test_taking_a_stand import TAKE, text

pytestmark = pytest.mark.django_db


def test_a_flood_from_one_address_is_turned_away_without_a_question_to_the_database(
    client, django_assert_num_queries
):
    for number in range(pace.AT_ONCE_EACH):
        client.post(TAKE, written(email=f"{number}@example.org"))
    with django_assert_num_queries(0):
        answer = client.post(TAKE, written(email="x@example.org", sentence="Dette vil jeg si."))

    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert Stand.objects.count() == pace.AT_ONCE_EACH
    page = text(answer)
    assert "Dette vil jeg si." in page
    assert 'name="email" value="x@example.org"' in page, "it can be sent again as it was"


def test_a_few_are_written_down_at_a_time_and_the_next_waits_for_nobody(client):
    with sieve.door.turn() as first, sieve.door.turn() as second:
        assert (first, second) == (True, True)
        assert client.post(TAKE, written()).status_code == 429
    assert client.post(TAKE, written()).status_code == 302


def test_a_flood_writes_no_log(client, caplog):
    for _ in range(2 * pace.AT_ONCE_EACH):
        client.post(TAKE, {})

    assert caplog.records == []


def test_another_address_gets_in_meanwhile(client):
    for _ in range(3 * pace.AT_ONCE_EACH):
        client.post(TAKE, written(), REMOTE_ADDR="192.0.2.1")
    answer = client.post(TAKE, written(email="ny@example.org"), REMOTE_ADDR="192.0.2.2")

    assert answer.status_code == 302


def test_no_header_gives_a_flood_another_address(client):
    answers = [
        client.post(TAKE, written(email=f"{n}@example.org"), HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")
        for n in range(2 * pace.AT_ONCE_EACH)
    ]

    assert [answer.status_code for answer in answers].count(429) == pace.AT_ONCE_EACH


def test_so_many_in_an_hour_from_one_address_and_what_was_typed_stands(client, monkeypatch):
    monkeypatch.setattr(sieve.door, "lets_through", lambda address: True)
    monkeypatch.setattr(pace, "AN_HOUR_EACH_ADDRESS", 2)
    for number in range(2):
        client.post(TAKE, written(email=f"{number}@example.org"))
    answer = client.post(TAKE, written(email="c@example.org", sentence="Dette vil jeg si."))

    assert answer.status_code == 429
    assert "den siste timen" in text(answer)
    assert "Dette vil jeg si." in text(answer)


@pytest.mark.parametrize("solve", [True, False])
def test_what_waits_has_a_cap_so_the_disk_is_never_filled(client, monkeypatch, solve):
    monkeypatch.setattr(pace, "WAITING_AT_MOST", {solve: 2, not solve: 9})
    for number in range(2):
        received(solve=solve, email=f"{number}@example.org")
    with pytest.raises(ValidationError, match="flere standpunkter enn vi rekker"):
        received(solve=solve, email="c@example.org")
    answer = client.post(TAKE, written(solve=solve, email="c@example.org"))

    assert answer.status_code == 503
    assert "Ingen skal være redd hjemme." in text(answer)
    assert Stand.objects.count() == 2
    received(solve=not solve, email="d@example.org")  # the other way is still open


def test_a_flood_that_solves_no_puzzle_sends_no_letter_and_shows_nothing(client, monkeypatch):
    monkeypatch.setattr(sieve.door, "lets_through", lambda address: True)
    monkeypatch.setattr(pace, "AN_HOUR_EACH_ADDRESS", 1000)
    for number in range(12):
        client.post(TAKE, written(solve=False, email=f"{number}@example.org"))

    assert Stand.objects.count() == 12
    assert changes.send_letters(by=None) == 0
    assert not queries.shown().exists()


def test_a_flood_that_solves_every_puzzle_sends_a_few_letters_at_a_time(monkeypatch):
    monkeypatch.setattr(pace, "LETTERS_AT_A_TIME", 3)
    for number in range(5):
        received(email=f"{number}@example.org")

    assert [changes.send_letters(by=None) for _ in range(3)] == [3, 2, 0]
    assert not queries.shown().exists()


def test_an_answer_to_one_puzzle_is_good_for_one_stand(client):
    sent = written()
    client.post(TAKE, sent)
    client.post(TAKE, {**sent, "name": "Siv", "email": "siv@example.org"})

    assert [row.name for row in Stand.objects.all()] == ["Runa"]


def test_a_forged_name_is_shown_to_nobody_before_an_editor_has_seen_where_it_came_from(
    client, signed_in, ella
):
    row = received(
        kind="organisation", name="Regjeringen", email="spøk@example.org".replace("ø", "o")
    )
    changes.confirm(stand=row, news=False, by=None)

    assert "Regjeringen" not in text(client.get(f"{TAKE}alle/"))
    queue = text(signed_in(ella).get("/a/standpunkt/"))
    assert "Regjeringen" in queue
    assert "fra @example.org" in queue


def test_the_editor_sees_so_many_at_a_time_and_asks_as_little(
    signed_in, ella, monkeypatch, django_assert_max_num_queries
):
    desk, asked = signed_in(ella), 12
    desk.get("/a/standpunkt/")
    for number in range(3):
        for one in range(3):
            received(solve=False, email=f"{number}{one}@example.org")
        with django_assert_max_num_queries(asked) as seen:
            desk.get("/a/standpunkt/")
        asked = len(seen)
    monkeypatch.setattr(queries, "AT_A_TIME", 4)

    assert text(desk.get("/a/standpunkt/")).count("queue__one") == 4


def test_the_public_pages_ask_as_little_for_three_as_for_one(
    client, ella, django_assert_max_num_queries
):
    most = dict.fromkeys(("", "alle/", "alle/?fylke=Oslo", "materiell/", "jeg-baerer-knappen/"), 12)
    for number in range(3):
        row = shown(ella, email=f"{number}@example.org")
        for page in most:
            with django_assert_max_num_queries(most[page]) as asked:
                assert client.get(TAKE + page).status_code == 200
            most[page] = len(asked)
        with django_assert_max_num_queries(1):
            client.get(f"{TAKE}{row.reference}/")

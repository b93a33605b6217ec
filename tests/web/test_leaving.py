"""Leaving in one tap: the session ends, the browser is told to forget, and it works when much else is down."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection

pytestmark = pytest.mark.django_db
ICON = '<link rel="icon" href="/static/web/page.svg" type="image/svg+xml">'
WAYS = pytest.mark.parametrize("address", ["/lukk/", "/m/lukk/"])


@WAYS
def test_leaving_ends_the_session_and_asks_the_browser_to_forget(
    signed_in, kari, settings, address
):
    settings.LEAVE_TO = "https://vaer.example/"
    client = signed_in(kari)
    assert client.get("/a/").status_code == 200

    answer = client.post(address)

    assert (answer.status_code, answer["Refresh"]) == (200, "0; url=https://vaer.example/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer["Cache-Control"] == "no-store"
    assert not Session.objects.exists()
    assert client.get("/a/").status_code == 302


@WAYS
def test_the_page_left_behind_says_nothing(client, address):
    text = client.post(address).content.decode()

    assert "<title>Vær</title>" in text
    assert "ressursvenn" not in text.lower()
    assert re.findall("<link[^>]*>", text) == [ICON]  # so that the browser asks for no other
    assert "<script" not in text


@WAYS
def test_no_form_token_is_asked_for(address):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(address).status_code == 200


@WAYS
def test_it_works_with_the_database_stopped(signed_in, kari, address):
    client, asked = signed_in(kari), []

    def stopped(execute, sql, *more):
        asked.append(sql)
        raise OperationalError

    with connection.execute_wrapper(stopped):
        answer = client.post(address)
        told = client.get(address)

    assert answer.status_code == told.status_code == 200
    assert "Refresh" in answer
    assert "Clear-Site-Data" in answer
    assert "Den sletter ikke loggen" in told.content.decode()
    assert len(asked) > 0


def test_another_site_cannot_sign_anybody_out(signed_in, kari):
    client = signed_in(kari)

    for address in ("/lukk/", "/m/lukk/"):
        answer = client.post(address, headers={"Sec-Fetch-Site": "cross-site"})
        assert "Clear-Site-Data" not in answer

    assert client.get("/a/").status_code == 200


@pytest.mark.parametrize(("address", "title"), [("/lukk/", "Hva"), ("/m/lukk/", "Lukk siden")])
def test_looking_at_the_page_leaves_nothing_and_tells_what_leaving_cannot_do(
    signed_in, kari, address, title
):
    client = signed_in(kari)

    text = client.get(address).content.decode()

    assert f"<title>{title}" in text
    for cannot in ("sletter ikke loggen i nettleseren", "overvåker telefonen", "Deler du konto"):
        assert cannot in text
    assert client.get("/a/").status_code == 200


def test_the_neutral_page_has_no_name_no_button_and_its_own_icon(client):
    text = client.get("/m/lukk/").content.decode().lower()

    assert [word for word in ("ressursvenn", "rød knapp", "sanitet", "vold") if word in text] == []
    assert "web/page.svg" in text
    assert "web/button.svg" not in text


@pytest.mark.parametrize("address", ["/", "/om/", "/lukk/", "/m/lukk/", "/a/inn/"])
def test_the_way_out_is_the_first_thing_after_the_skip_link(client, address):
    text = client.get(address).content.decode()
    way_out = "/m/lukk/" if address[:3] in ("/a/", "/m/") else "/lukk/"

    assert f'<form class="leave" aria-label="Vei ut" method="post" action="{way_out}"' in text
    assert text.index("data-leave") < text.index("<main")

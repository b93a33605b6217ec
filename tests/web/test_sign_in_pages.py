"""The pages one signs in through look like ours, name nobody, and carry nothing inline or foreign."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse

from ressursvenn.accounts import changes

pytestmark = pytest.mark.django_db
PASSWORD = "tre ord og en hest til"


@pytest.fixture
def word(solveig, kari):
    return changes.invite(person=solveig, by=kari)


@pytest.fixture
def arriving(word):
    """Solveig, who has opened her link and chosen a password, at her browser."""
    client = Client()
    client.get(f"/a/inn/velkommen/{word}/")
    client.post("/a/inn/velkommen/", {"password": PASSWORD, "again": PASSWORD})
    return client


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def activate(client):
    page = client.get("/a/inn/velkommen/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    return client.post("/a/inn/velkommen/app/", {"code": code_for(secret)}), secret


def test_the_sign_in_page_is_neutral_and_has_no_door_that_is_not_there(client, settings):
    reverse("account_login")  # the addresses are laid out before the setting is bent
    settings.REHEARSAL = False

    text = client.get("/a/inn/").content.decode()

    assert "<title>Logg inn</title>" in text
    assert text.count("<h1") == 1
    assert re.findall(r'href="(/a/[^"]*)"', text) == []
    assert [word for word in ("ressursvenn", "sanitet", "vold") if word in text.lower()] == []
    assert "Øveverden" not in text


def test_in_the_made_up_world_the_cast_stands_below_the_form(client):
    text = client.get("/a/inn/").content.decode()

    assert text.index('name="password"') < text.index("Øveverden: velg hvem du er")


def test_a_wrong_password_says_what_to_do_and_keeps_what_was_typed_but_the_password(client, kari):
    text = client.post("/a/inn/", {"login": "kari", "password": "feil"}).content.decode()

    assert 'role="alert"' in text
    assert 'value="kari"' in text
    assert "feil" not in re.sub(r"feil(?!\")", "", text)


def test_the_square_for_the_app_is_drawn_here_and_not_fetched(arriving):
    text = arriving.get("/a/inn/velkommen/app/").content.decode()

    assert "<title>Koble til en app</title>" in text
    assert re.search(r'class="gate__qr".*?<svg', text, re.DOTALL)
    assert [bad for bad in ("data:", "style=", "<?xml", "<script>") if bad in text] == []


def test_from_password_to_app_to_recovery_codes(arriving):
    answer, _ = activate(arriving)
    codes = arriving.get(answer.url).content.decode()
    overview = arriving.get("/a/inn/faktorer/").content.decode()

    assert "<title>Reservekoder</title>" in codes
    assert codes.count("<li>") == 10
    assert "Appen er i bruk." in overview
    assert "Du har 10 koder igjen." in overview
    assert arriving.get("/v/").status_code == 200


def test_the_next_time_a_code_is_asked_for(arriving):
    activate(arriving)
    client = Client()

    answer = client.post("/a/inn/", {"login": "solveig", "password": PASSWORD}, follow=True)
    text = answer.content.decode()

    assert "Ett steg til" in text
    assert 'for="id_code"' in text
    assert client.get("/v/").status_code == 302


PAGES = (
    "ut/", "okter/", "igjen/", "faktorer/", "faktorer/nokkel/", "faktorer/fjern/", "faktorer/app/",
    "faktorer/koder/", "faktorer/koder/nye/",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_one_heading_a_neutral_title_and_the_way_out(arriving, page):
    activate(arriving)

    text = arriving.get(f"/a/inn/{page}").content.decode()

    assert text.count("<h1") == 1
    assert "Solveig" not in text
    assert 'action="/m/lukk/"' in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_whole_way_in_fits_and_gives_axe_nothing(looking, word, width, scheme):
    page = looking(width=width, color_scheme=scheme)

    def looks():
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
        assert Axe().run(page, options={"resultTypes": ["violations"]}).violations_count == 0, (
            page.url
        )
        assert page.said == [], page.url

    page.goto("/a/inn/")
    looks()
    page.goto(f"/a/inn/velkommen/{word}/")
    looks()
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.get_by_role("button", name="Lagre passordet").click()
    page.wait_for_url("**/velkommen/app/")
    looks()
    page.fill("[name=code]", code_for(page.locator("code").inner_text()))
    page.get_by_role("button", name="Koble til").click()
    page.wait_for_url("**/koder/")
    for address in PAGES:
        page.goto(f"/a/inn/{address}")
        looks()

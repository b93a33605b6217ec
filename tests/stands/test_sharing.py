"""What is printed and shared: the same bytes twice, PDF/UA without a fault, and nothing fetched from us."""

from __future__ import annotations

import re

import pytest

from ressursvenn.stands import sharing
from tests.paper.checking import check_paper

from .conftest import shown
from .test_taking_a_stand import TAKE, text

PNG = b"\x89PNG\r\n"


def test_the_papers_pass_an_independent_checker():
    check_paper(sharing.poster("Runa", "Ingen skal være redd hjemme."))
    check_paper(sharing.badges())


def test_the_same_words_give_the_same_bytes_and_other_words_others():
    made = sharing.picture.__wrapped__

    assert made("Runa", "Nok.") == made("Runa", "Nok.")
    assert made("Runa", "Nok.") != made("Siv", "Nok.")


def test_letters_we_lack_and_markup_break_nothing():
    assert sharing.picture("ሰላም", "*#panic()* = $x$").startswith(PNG)
    assert sharing.poster("", '#read("/paper/setting.py")').startswith(b"%PDF")


@pytest.mark.django_db
def test_a_shown_stand_has_its_picture_and_its_poster(client, ella):
    row = shown(ella)
    page = text(client.get(f"{TAKE}{row.reference}/"))

    assert f'property="og:image" content="http://testserver{TAKE}{row.reference}/bilde.png"' in page
    assert client.get(f"{TAKE}{row.reference}/bilde.png").content.startswith(PNG)
    assert client.get(f"{TAKE}{row.reference}/plakat.pdf").content.startswith(b"%PDF")
    for page in ("bilde.png", "plakat.pdf", ""):
        assert client.get(f"{TAKE}zzzzzzzz/{page}").status_code == 404


@pytest.mark.django_db
def test_what_is_for_everybody_is_there(client):
    page = client.get(f"{TAKE}materiell/")
    made = {"plakat.pdf": b"%PDF", "merker.pdf": b"%PDF", "bilde.png": PNG, "knapp.png": PNG}
    for kind, begins in made.items():
        assert client.get(f"{TAKE}materiell/{kind}").content.startswith(begins)
        assert f"materiell/{kind}" in text(page)


def test_the_snippet_fetches_nothing_and_tells_nobody():
    told = sharing.snippet("https://eksempel.no/ta-standpunkt/")

    assert (
        re.findall(
            r"(?:src|srcset|data|xlink:href)=|<(?:script|img|iframe|link|style|object|use)\b", told
        )
        == []
    )
    assert re.findall(r'href="([^"]*)"', told) == ["https://eksempel.no/ta-standpunkt/"]


@pytest.mark.django_db
def test_the_page_that_draws_on_a_picture_has_nowhere_to_send_it(client):
    page = text(client.get(f"{TAKE}jeg-baerer-knappen/"))
    form = page[page.index("data-wear") :].partition("</form>")[0]

    assert "<noscript>" in page
    assert "materiell/knapp.png" in page
    assert "action=" not in form
    assert 'name="bilde"' not in form, "a field without a name is never sent"
    answer = client.post(f"{TAKE}jeg-baerer-knappen/", {"bilde": "x"})
    assert answer.status_code == 405

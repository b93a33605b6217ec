"""Error pages: kind, neutral, with numbers to call, and standing when the database does not."""

import re

import pytest
from django.db import connection
from django.test import RequestFactory
from django.urls import get_resolver

from ressursvenn.web.views import errors

PAGES = {
    400: errors.bad_request,
    403: errors.forbidden,
    404: errors.not_found,
    500: errors.broken,
    503: errors.closed_for_now,
}
SECRET = "qzhemmelig"


def shown(code):
    return PAGES[code](RequestFactory().get(f"/{SECRET}/", {"x": SECRET}))


@pytest.mark.parametrize("code", PAGES)
def test_it_says_what_to_do_and_whom_to_call_without_a_query(code):
    # No django_db mark: a query would fail this test.
    answer = shown(code)
    text = answer.content.decode()

    assert answer.status_code == code
    assert text.count("<h1") == 1
    assert [n for n in ("tel:112", "tel:116006", "tel:113") if n not in text] == []
    assert connection.in_atomic_block is False


@pytest.mark.parametrize("code", PAGES)
def test_it_names_neither_the_programme_nor_anything_that_was_asked_for(code):
    text = shown(code).content.decode().lower()

    words = ("ressursvenn", "rød knapp", "sanitet", "vold", "krise", SECRET)
    assert [word for word in words if word in text] == []


@pytest.mark.parametrize("code", PAGES)
def test_its_title_is_neutral_and_its_files_need_no_list_of_files(code):
    text = shown(code).content.decode()

    assert re.search(r"<title>(.+)</title>", text)[1] in {
        "Melding",
        "Ingen tilgang",
        "Finnes ikke",
        "Noe gikk galt",
        "Stengt et øyeblikk",
    }
    assert '"/static/web/web.css"' in text


def test_the_house_uses_them():
    handlers = [get_resolver().resolve_error_handler(code) for code in (400, 403, 404, 500)]

    assert handlers == [PAGES[code] for code in (400, 403, 404, 500)]


def test_a_form_that_lay_open_too_long_says_so_without_the_reason():
    answer = errors.csrf_failed(RequestFactory().post("/"), reason=SECRET)

    assert answer.status_code == 403
    assert "lå åpen for lenge" in answer.content.decode()
    assert SECRET not in answer.content.decode()


@pytest.mark.django_db
def test_a_page_that_is_not_there_and_one_that_is_not_yours(client, signed_in, bodil):
    assert client.get("/finnes/ikke/").status_code == 404
    answer = signed_in(bodil).get("/a/ressursvenner/")
    assert answer.status_code == 403
    assert "hører til en annen rolle" in answer.content.decode()

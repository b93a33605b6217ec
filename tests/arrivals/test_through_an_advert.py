"""Whoever comes from an advert is asked no more than others, and it is noted where she came from."""

from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from ressursvenn.adverts import changes as adverts
from ressursvenn.adverts import queries as of_adverts
from ressursvenn.arrivals.models import Arrival
from tests.access.test_query_counts import counted
from tests.adverts.conftest import FIVE, published

from .conftest import applies
from .test_reading import ON_ONE_LINE


@pytest.fixture
def advert(kari):
    return published(kari)


def page(path: str) -> str:
    return unescape(Client().get(path).content.decode())


def test_the_page_says_which_advert_and_chooses_its_association(advert, nabo):
    said = page(f"/sok/?fra={advert.reference}")

    assert f"«{advert.told['title']}»" in said
    assert '<option value="oslo" selected>' in said
    assert f'value="{advert.reference}"' in said


@pytest.mark.parametrize("word", ["", "zzzzzzzz", "<script>", "x" * 400])
def test_an_advert_that_is_not_there_is_the_plain_page(advert, word):
    assert page("/sok/").count("<") == page(f"/sok/?fra={word}").count("<")


@pytest.mark.parametrize("word", ["", "%00", "x%00xxxxxx", "'", "ZZZZZZZZ", "zzzzzzzzz"])
def test_what_is_no_reference_is_asked_of_nobody(advert, word):
    def asked(path):
        with counted() as questions:
            assert Client().get(path).status_code == 200
        return questions

    assert asked(f"/sok/?fra={word}") == asked("/sok/")


def test_it_is_noted_which_advert_she_came_from_and_counted_there(advert, kari, signed_in):
    applies(fra=advert.reference)

    assert Arrival.objects.get().advert == advert
    assert of_adverts.visible_to(kari).get().came == 1
    assert advert.told["title"] in unescape(signed_in(kari).get("/a/soknader/").content.decode())


def test_an_advert_that_closed_meanwhile_stops_nobody(advert, kari):
    adverts.close(advert=advert, by=kari)

    assert applies(fra=advert.reference).status_code == 302
    assert Arrival.objects.get().advert is None


def test_a_draft_remembers_it(advert):
    path = applies(do="save", fra=advert.reference).url
    assert f'value="{advert.reference}"' in page(path)
    applies(path=path, fra=advert.reference)

    assert Arrival.objects.get().advert == advert


def test_a_pasted_mail_that_names_its_title_is_about_it(advert, kari, signed_in):
    desk = signed_in(kari)
    mail = ON_ONE_LINE.replace("Bli ressursvenn i Oslo", advert.told["title"])
    said = desk.post("/a/soknader/lim-inn/", {"text": mail, "do": "read"}).content.decode()
    assert f'<option value="{advert.reference}" selected>' in said

    form = {"first_name": "Ingrid", "applied_on": timezone.localdate().isoformat(), "do": "note"}
    desk.post("/a/soknader/lim-inn/", {**form, "advert": advert.reference})
    assert Arrival.objects.get().advert == advert


def test_nobody_notes_the_neighbours_advert(advert, nora, signed_in):
    form = {"first_name": "Ingrid", "applied_on": timezone.localdate().isoformat(), "do": "note"}
    answer = signed_in(nora).post("/a/soknader/lim-inn/", {**form, "advert": advert.reference})

    assert answer.status_code == 200
    assert not Arrival.objects.exists()


def test_an_advert_that_names_languages_never_says_which_association_it_is(kari, nabo):
    of_languages = published(kari, languages=FIVE)

    said = page(f"/sok/?fra={of_languages.reference}")

    assert f'value="{of_languages.reference}"' in said
    assert 'value="oslo" selected' not in said

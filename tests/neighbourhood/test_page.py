"""The pages of the neighbourhood: looking, noting, confirming, taking out, and who gets in."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from ressursvenn.neighbourhood import changes
from ressursvenn.neighbourhood.models import FreeThing, Place

from .conftest import ASKER, OSLO, SANDVIKA

ALL = "/a/omraader/"
HERE = f"{ALL}?omrade={SANDVIKA}"
NEW_PLACE = {
    "area": SANDVIKA,
    "name": "Kadettangen",
    "kind": "park",
    "where": "ved fjorden",
    "source": "jeg har vært der",
}


def text(page):
    return " ".join(page.content.decode().split())


def test_the_page_of_an_area_shows_places_free_things_and_what_is_near(signed_in, kari):
    changes.lay_out_places(by=kari)

    page = signed_in(kari).get(HERE)

    assert "Biblioteket i Sandvika" in text(page)
    assert "Gå langs Sandvikselva" in text(page)
    assert "ikke bekreftet av noen ennå" in text(page)
    assert "GeoNames (geonames.org), CC BY 4.0" in text(page)
    assert [area.code for area, _ in page.context["nearest"]][:2] == [
        "no-akershus-billingstad",
        "no-akershus-lysaker",
    ]
    kms = [km for _, km in page.context["nearest"]]
    assert kms == sorted(kms)


def test_without_an_area_it_lists_where_we_know_of_places(signed_in, kari, place):
    page = signed_in(kari).get(ALL)

    assert [(area.code, number) for area, number in page.context["known"]] == [(SANDVIKA, 1)]


def test_an_empty_list_says_what_belongs_here_and_how_to_begin(signed_in, kari, gro):
    assert "/a/omraader/sted/nytt/" in text(signed_in(kari).get(ALL))
    assert "/a/omraader/sted/nytt/" not in text(signed_in(gro).get(ALL))


@pytest.mark.parametrize("code", ["", "no-oslo-atlantis", "<script>", "x" * 500])
def test_an_area_we_do_not_know_is_an_error_on_the_form(signed_in, kari, code):
    page = signed_in(kari).get(ALL, {"omrade": code})

    assert page.status_code == 200
    assert "omrade" in page.context["form"].errors
    assert "area" not in page.context or not page.context["area"]


def test_posting_the_form_notes_a_place_and_shows_its_area(signed_in, kari):
    answer = signed_in(kari).post(reverse("neighbourhood:new_place"), NEW_PLACE)

    assert answer.url == HERE
    assert Place.objects.get().name == "Kadettangen"


def test_posting_the_form_notes_a_free_thing(signed_in, kari):
    given = {"area": ASKER, "what": "Gå rundt vannet", "kind": "walk", "source": "kart"}

    answer = signed_in(kari).post(reverse("neighbourhood:new_free_thing"), given)

    assert answer.url == f"{ALL}?omrade={ASKER}"
    assert FreeThing.objects.get().cost == 0


def test_the_form_knows_the_area_one_came_from_and_keeps_what_was_typed(signed_in, kari, place):
    browser = signed_in(kari)
    url = reverse("neighbourhood:new_place")
    twice = {**NEW_PLACE, "name": place.name}

    fresh, refused = browser.get(f"{url}?omrade={SANDVIKA}"), browser.post(url, twice)

    assert 'value="Sandvika, Akershus"' in text(fresh)
    assert "står på listen fra før" in text(refused)
    assert f'value="{place.name}"' in text(refused)
    assert Place.objects.count() == 1


def test_what_nobody_may_set_is_not_set_by_posting_it(signed_in, kari):
    more = {"cost": 100, "checked_on": "2026-01-01", "reference": "aaaaaaaa", "noted_by": 1}

    signed_in(kari).post(reverse("neighbourhood:new_place"), NEW_PLACE | more)

    place = Place.objects.get()
    assert (place.cost, place.checked_on, place.noted_by) == (0, None, kari)
    assert place.reference != "aaaaaaaa"


@pytest.mark.parametrize(("model", "which"), [(Place, "place"), (FreeThing, "free_thing")])
def test_confirming_and_taking_out_come_back_to_the_area_one_looked_at(
    signed_in, kari, place, thing, model, which
):
    browser, row = signed_in(kari), model.objects.get()
    confirm = reverse(f"neighbourhood:confirm_{which}", args=[row.reference])
    take_out = reverse(f"neighbourhood:take_out_{which}", args=[row.reference])

    assert browser.post(confirm, {"omrade": OSLO}).url == f"{ALL}?omrade={OSLO}"
    assert model.objects.get().checked_by == kari
    assert browser.get(f"{take_out}?omrade={OSLO}").status_code == 200
    assert model.objects.get().taken_out_on is None
    assert browser.post(take_out, {"omrade": "//evil.example"}).url == HERE
    assert model.objects.get().taken_out_by == kari
    assert browser.get(take_out).status_code == 404


def test_looking_changes_nothing(signed_in, kari, place):
    confirm = reverse("neighbourhood:confirm_place", args=[place.reference])

    assert signed_in(kari).get(confirm).status_code == 405
    assert Place.objects.get().checked_on is None


def test_what_somebody_wrote_is_shown_as_text(signed_in, kari):
    signed_in(kari).post(reverse("neighbourhood:new_place"), NEW_PLACE | {"name": "<b>Park</b>"})

    page = text(signed_in(kari).get(HERE))

    assert "&lt;b&gt;Park&lt;/b&gt;" in page
    assert "<b>Park" not in page


FIELD = re.compile(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*id="([^"]+)"')


def pages(place, thing):
    return [
        ALL,
        HERE,
        reverse("neighbourhood:new_place"),
        reverse("neighbourhood:new_free_thing"),
        reverse("neighbourhood:take_out_place", args=[place.reference]),
        reverse("neighbourhood:take_out_free_thing", args=[thing.reference]),
    ]


def test_every_page_has_one_heading_a_neutral_title_and_a_label_for_each_field(
    signed_in, kari, place, thing
):
    for url in pages(place, thing):
        page = text(signed_in(kari).get(url))
        fields = FIELD.findall(page)

        assert len(re.findall("<h1", page)) == 1
        assert "<title>Områder og møtesteder</title>" in page
        assert [field for field in fields if f'for="{field}"' not in page] == []


def test_a_page_takes_as_many_queries_however_long_the_list(
    signed_in, kari, django_assert_max_num_queries
):
    changes.lay_out_places(by=kari)
    browser = signed_in(kari)

    with django_assert_max_num_queries(6):
        browser.get(HERE)


READS, WRITES = ("kari", "nora", "gro"), ("kari", "nora")
EVERYBODY = [
    *("kari", "nora", "gro", "solveig", "nils", "bodil"),
    *("astrid", "vigdis", "kirsti", "siri", "pernille", "ella"),
]


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_gets_in(signed_in, people, place, thing, who):
    browser = signed_in(people[who])
    first, second, *writing = (browser.get(url).status_code for url in pages(place, thing))

    assert {first, second} == {200 if who in READS else 403}
    assert set(writing) == {200 if who in WRITES else 403}
    confirm = reverse("neighbourhood:confirm_place", args=[place.reference])
    assert browser.post(confirm).status_code == (302 if who in WRITES else 403)


def test_whoever_is_not_signed_in_is_sent_to_sign_in(signed_in, place, thing):
    for url in pages(place, thing):
        answer = signed_in(None).get(url)

        assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("account_login"))

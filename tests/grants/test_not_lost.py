"""What was typed is not lost: not in a form that drops it, and not by one click."""

from __future__ import annotations

from datetime import date

import pytest

from ressursvenn.grants import changes, queries

from .conftest import applied, awarded, begun, issued, spent, text

pytestmark = pytest.mark.django_db
DESK = "/a/tilskudd/"
FILE = "Bilag;Dato;Tekst;Beløp\n1;3.5.2026;Kurs;1 000,00\n2;4.5.2026;Leie;50\n"


def test_why_without_how_is_not_lost(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    report = begun(toril, grant)
    goal = grant.goals.first().reference
    way, told = f"{DESK}rapport/{report.reference}/maal/", {f"why-{goal}": "Vi fikk ikke nok kurs."}
    page = text(desk.post(way, told))

    assert "Velg hvordan det gikk, så lagres teksten." in page
    assert "Vi fikk ikke nok kurs." in page
    assert desk.post(way, {**told, f"how-{goal}": "partly"}).status_code == 302
    assert "Vi fikk ikke nok kurs." in text(desk.get(way))


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("money", {"new_last_day": "31.1.2027"}, "Dette gjelder bare «Lengre tid»."),
        ("time", {"amount": "700"}, "Dette gjelder bare «Penger flyttet mellom linjer»."),
        (
            "content",
            {"amount": "700", "new_last_day": "31.1.2027"},
            "Dette gjelder bare «Lengre tid».",
        ),
    ],
)
def test_what_belongs_to_another_kind_of_change_is_not_lost(signed_in, toril, kind, typed, said):
    desk, grant = signed_in(toril), awarded(toril)
    told = {"kind": kind, "says": "Noe annet enn vi søkte om", "asked_day": "1.6.2026", **typed}
    page = text(desk.post(f"{DESK}{grant.reference}/endring/", told))

    assert said in page
    assert all(f'value="{each}"' in page for each in typed.values())
    assert "Noe annet enn vi søkte om" in page
    assert not grant.amendments.exists()


def test_an_expense_is_struck_when_what_falls_has_been_told(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    (row, *_) = spent(toril, grant, "100")
    address = f"{DESK}utgifter/{row.reference}/"
    assert f'href="{address}stryk/"' in text(desk.get(address))
    page = text(desk.get(f"{address}stryk/"))
    assert "«Regning 1», 100 kroner. Den er ført på én linje" in page
    assert queries.expenses().get().charged == 100
    assert "Utgiften er strøket." in text(desk.post(f"{address}stryk/", follow=True))

    assert not queries.expenses().exists()
    assert desk.get(f"{address}stryk/").status_code == 404


def test_an_expense_that_is_told_of_says_why_it_stands(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    (row, *_) = spent(toril, grant, "100")
    issued(toril, grant)
    page = text(desk.post(f"{DESK}utgifter/{row.reference}/stryk/", follow=True))

    assert "gitt til en tilskuddsgiver" in page
    assert "Bilag" in page


def test_a_file_is_undone_when_it_has_been_said_how_much_falls(signed_in, toril):
    desk = signed_in(toril)
    desk.post(f"{DESK}utgifter/fil/", {"association": "", "text": FILE, "enter": "1"})
    changes.strike_expense(expense=queries.expenses().first(), by=toril)
    way = f"{DESK}utgifter/fil/{queries.files().get().reference}/angre/"
    assert f'href="{way}"' in text(desk.get(f"{DESK}utgifter/"))
    assert "1 utgift fra filen strykes." in text(desk.get(way))
    assert queries.expenses().count() == 1
    assert "Filen er angret." in text(desk.post(way, follow=True))

    assert not queries.expenses().exists()


def test_an_experience_is_struck_when_it_has_been_asked_about(signed_in, toril):
    desk, grant = signed_in(toril), awarded(toril)
    told = {"part": "rod_knapp", "kind": "good", "day": date(2026, 5, 1), "says": "Lett å fylle."}
    row = changes.note_experience(grant=grant, by=toril, **told)
    way = f"{DESK}erfaring/{row.reference}/stryk/"
    assert way in text(desk.get(f"{DESK}{grant.reference}/underveis/"))
    assert "Lett å fylle." in text(desk.get(way))
    assert queries.experiences_of(grant).exists()
    desk.post(way)

    assert not queries.experiences_of(grant).exists()


def test_kroner_are_taken_as_people_write_them_and_stay_when_they_are_wrong(signed_in, toril):
    desk, grant = signed_in(toril), applied(toril)
    way = f"{DESK}{grant.reference}/linje/"
    told = {"part": "shared", "name": "Kurslokaler", "sought": "tolv tusen"}

    assert 'value="tolv tusen"' in text(desk.post(way, told))
    assert desk.post(way, {**told, "sought": "12 000"}).status_code == 302
    assert queries.lines_of(grant).get(name="Kurslokaler").sought == 12_000

"""The desk and the open pages: what is typed is kept, files are byte for byte, and who gets in."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ressursvenn.reporting import changes, documenting, queries
from ressursvenn.reporting.definitions import DEFINITIONS
from ressursvenn.reporting.models import Proposal, Raised
from ressursvenn.together import queries as together

from .conftest import LAST, a_year, proposed, released, table, text

pytestmark = pytest.mark.django_db
DESK, SHELF = "/a/tall/", "/tall/"


def test_from_nothing_to_released_numbers_by_plain_forms(signed_in, astrid, pernille, client):
    desk, other = signed_in(astrid), signed_in(pernille)
    assert "Foreslå et år" in text(desk.get(DESK))
    assert "Ingen tall er gitt ut ennå" in text(client.get(SHELF))

    answer = desk.post(f"{DESK}foresla/", {"year": LAST})
    proposal = Proposal.objects.get()
    page = f"{DESK}{proposal.reference}/"
    assert answer.url == page
    assert f"Tall for {LAST}" in text(desk.get(page))
    assert "En annen er spurt" in text(desk.post(f"{page}spor/", follow=True))
    asked = together.open_about(queries.ISSUE, proposal.reference)
    yes = reverse("together:answer", args=[asked.reference])
    assert f'action="{yes}"' in text(other.get(page))
    assert client.get(f"{SHELF}{LAST}/").status_code == 404
    other.post(yes, {"answer": "yes"})

    assert text(client.get(f"{SHELF}{LAST}/")).count("<h1") == 1
    assert f"{SHELF}{LAST}/" in text(client.get(SHELF))
    assert "gitt ut" in text(desk.get(DESK))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"year": ""}, "Skriv året med fire sifre."),
        ({"year": "2012"}, "da Ressursvenn begynte"),
        ({"year": str(LAST + 1)}, "Året er over."),
        ({"held_back": ["alt"]}, "Velg"),
    ],
)
def test_a_year_that_cannot_be_is_told_so(signed_in, astrid, typed, said):
    page = text(signed_in(astrid).post(f"{DESK}foresla/", {"year": LAST, **typed}))

    assert said in page
    assert not Proposal.objects.exists()


def test_what_is_weak_is_shown_to_whoever_asks(signed_in, astrid):
    proposal = proposed(astrid)
    table(proposal.told, "again")["classes"][1]["count"] = None
    proposal.save()

    page = text(signed_in(astrid).post(f"{DESK}{proposal.reference}/spor/", follow=True))

    assert "Ingen rute kan regnes ut" in page
    assert f"(har hatt en kobling før) i {LAST} kan regnes ut til 6." in page


def test_what_could_not_be_counted_is_told_to_whoever_proposed(signed_in, astrid, kari):
    changes.note_answers(year=LAST, wellbeing_then=2, wellbeing_now=4, by=kari)

    page = text(signed_in(astrid).post(f"{DESK}foresla/", {"year": LAST}, follow=True))
    message, at_the_foot = page.count("flere av dem enn det er koblinger"), page.count("<h2")
    assert (message, at_the_foot > 0) == (2, True)


def test_the_limit_is_raised_once_it_is_said_that_it_is_known(signed_in, astrid):
    desk = signed_in(astrid)

    assert "aldri kan senkes" in text(desk.post(f"{DESK}grense/", {"limit": "9"}))
    assert not Raised.objects.exists()
    assert "Grensen er hevet" in text(
        desk.post(f"{DESK}grense/", {"limit": "9", "sure": "on"}, follow=True)
    )
    assert "bare heves" in text(desk.post(f"{DESK}grense/", {"limit": "7", "sure": "on"}))


def test_a_proposal_is_thrown_away_after_one_question(signed_in, astrid):
    address = f"{DESK}{proposed(astrid).reference}/kast/"
    desk = signed_in(astrid)

    assert "Kaste forslaget?" in text(desk.get(address))
    assert Proposal.objects.exists()
    assert "Forslaget er kastet." in text(desk.post(address, follow=True))
    assert not Proposal.objects.exists()


def test_the_files_are_what_was_released(client, astrid, pernille):
    row = released(astrid, pernille)
    for name, kind in (("tall.json", "json"), ("tall.csv", "csv"), ("om.json", "metadata")):
        answer = client.get(f"{SHELF}{LAST}/{name}")
        assert answer.content == bytes(getattr(row, kind))
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert str(LAST) in answer["Content-Disposition"]

    page = text(client.get(f"{SHELF}{LAST}/"))
    for kind in queries.FILES:
        assert row.prints[kind] in page


def test_the_csv_and_the_json_say_the_same(astrid, pernille):
    few = a_year(queue={"waiting": 3}, waiting={"over_6": 3})
    row = released(astrid, pernille, few)
    told = json.loads(bytes(row.json))
    lines = list(csv.DictReader(io.StringIO(bytes(row.csv).decode("utf-8-sig"))))
    read = {(one["tabell"], one["klasse"]): one["antall"] for one in lines}

    for one in told["tables"]:
        for each in one["classes"]:
            written = ":" if each["count"] is None else str(each["count"])
            assert read[one["code"], each["code"]] == written
    assert read["queue", ""] == read["waiting", ""] == ":"  # left out, and it says why
    assert read["begun", ""] == "–"  # there is no number
    assert read["road", "applied"] == "60"
    words = {one["klasse"]: one["ord"] for one in lines if one["tabell"] == "road"}
    assert words["interviewed"] == "intervjuet"
    assert not [one for one in bytes(row.csv).decode().split(",") if one[:1] in "=+@" and one]


def test_what_is_documented_is_what_is_there(astrid, pernille):
    told = json.loads(bytes(released(astrid, pernille).json))
    documented = {
        name for names, _ in documenting.FIELDS for name in names.replace(" ", "").split(",")
    }

    assert {name.split(".")[0] for name in documented} == set(told)


def test_every_picture_has_its_words_and_a_table_beside_it(client, astrid, pernille):
    released(astrid, pernille, a_year(LAST - 1))
    released(astrid, pernille)
    for path in (f"{SHELF}{LAST}/", SHELF):
        page = text(client.get(path))
        drawn = re.findall(r'<figure class="chart">.*?</figure>', page, re.DOTALL)
        assert len(drawn) == page.count('<table class="table">') > 2
        for one in drawn:
            assert one.count('role="img"') == one.count("<title>") == one.count("<desc>") == 1
        assert not re.search(r"<[^>]+ style=", page)


def test_definitions_stand_in_words_and_in_code(client):
    page = text(client.get(f"{SHELF}definisjoner/"))

    for one in DEFINITIONS:
        assert one.says in page
        assert f'id="{one.code}"' in page
    assert "def running_on" in page
    assert client.get(f"{SHELF}om-dataene/").status_code == 200


def test_no_page_says_why_or_what_would_have_been(client, astrid, pernille):
    released(astrid, pernille)
    page = text(client.get(f"{SHELF}{LAST}/")).lower()

    assert "gjennomsnitt" in page
    assert "95 % intervall" in page
    assert "26 som svarte" in page
    for word in (
        "effekt av",
        "førte til",
        "takket være",
        "vendte tilbake",
        "flyttet tilbake",
        "hver fjerde",
    ):
        assert word not in page


def test_a_coordinator_sees_what_everybody_sees(signed_in, kari, astrid, pernille):
    released(astrid, pernille, a_year(LAST - 1))
    waits = proposed(astrid)
    desk = signed_in(kari)
    page = text(desk.get(DESK))

    assert f"Tall for {LAST - 1}" in page
    assert "Noter svar" in page
    assert str(waits.reference) not in page
    for path in (f"{waits.reference}/", "foresla/", "grense/"):
        assert desk.get(f"{DESK}{path}").status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("astrid", 200),
        ("pernille", 200),
        ("kari", 200),
        ("gro", 403),
        ("bodil", 403),
        ("siri", 403),
        (None, 302),
    ],
)
def test_who_gets_in(signed_in, people, who, status):
    assert signed_in(people[who] if who else None).get(DESK).status_code == status


def test_what_is_not_there_is_not_there(signed_in, astrid, client):
    desk = signed_in(astrid)
    for path in ("", "kast/"):
        assert desk.get(f"{DESK}zzzzzzzz/{path}").status_code == 404
    for path in ("2019/", "2019/tall.json", "0/", "99999/"):
        assert client.get(f"{SHELF}{path}").status_code == 404


def test_pages_ask_few_questions_however_many_years(signed_in, astrid, pernille, client):
    for year in range(LAST - 3, LAST + 1):
        released(astrid, pernille, a_year(year))
    desk = signed_in(astrid)
    last = Proposal.objects.get(year=LAST)
    for reader, path in (
        (desk, DESK),
        (desk, f"{DESK}{last.reference}/"),
        (client, SHELF),
        (client, f"{SHELF}{LAST}/"),
    ):
        reader.get(path)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            reader.get(path)
        assert len(asked) <= 12, (path, len(asked))


def test_nothing_here_is_counted_while_it_is_read(client, signed_in, astrid, pernille, monkeypatch):
    """A page that asked a room would be a counter that moves."""
    released(astrid, pernille)
    for room in ("pairs", "participants", "volunteers", "figures"):
        monkeypatch.setattr(changes.compiling, room, None)

    for path in (SHELF, f"{SHELF}{LAST}/", f"{SHELF}{LAST}/tall.csv"):
        assert client.get(path).status_code == 200
    assert signed_in(astrid).get(DESK).status_code == 200

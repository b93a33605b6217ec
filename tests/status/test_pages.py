"""The desk and the open pages: forms that keep what was typed, files byte for byte, and who gets in."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ressursvenn.status import changes, compiling, library, queries
from ressursvenn.status.models import Issue, Report
from ressursvenn.together import queries as together

from .conftest import SLOTS, begun, issued, text, written

pytestmark = pytest.mark.django_db
DESK, SHELF = "/a/rapporter/", "/rapporter/"
PERIOD = {"first_day": "2025-01-01", "last_day": "31.12.2025", "language": "nb"}


def test_from_nothing_to_an_issued_report_by_plain_forms(signed_in, ella, eivor, client):
    desk, other = signed_in(ella), signed_in(eivor)
    assert "Begynn på en rapport" in text(desk.get(DESK))

    desk.post(f"{DESK}ny/", PERIOD)
    report = Report.objects.get()
    page = f"{DESK}{report.reference}/"
    assert "STA-02" in text(desk.get(page))
    assert "Det du skrev, er lagret." in text(desk.post(f"{page}skriv/", SLOTS, follow=True))
    assert "Et år med mye vær." in text(desk.get(page))
    assert desk.get(f"{page}utkast.pdf").content.startswith(b"%PDF")
    assert "En annen redaktør er spurt" in text(desk.post(f"{page}spor/", follow=True))
    asked = together.open_about(queries.ISSUE, report.reference)
    answer = reverse("together:answer", args=[asked.reference])
    assert f'action="{answer}"' in text(other.get(page))
    assert client.get(f"{SHELF}{report.reference}/").status_code == 404
    other.post(answer, {"answer": "yes"})

    read = text(client.get(f"{SHELF}{report.reference}/"))
    assert "Et år med mye vær." in read
    assert read.count("<h1") == 1
    assert f"{SHELF}{report.reference}/" in text(client.get(SHELF))
    assert "gitt ut" in text(desk.get(page))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"first_day": ""}, "Skriv dagen."),
        ({"first_day": "i går"}, "Skriv dagen som dag.måned.år"),
        ({"first_day": "2026-01-01"}, "Den siste dagen kommer etter den første."),
        ({"language": ""}, "Velg bokmål eller nynorsk."),
        ({"language": "xx"}, "Velg"),
    ],
)
def test_a_period_that_cannot_be_is_told_so(signed_in, ella, typed, said):
    page = text(signed_in(ella).post(f"{DESK}ny/", {**PERIOD, **typed}))

    assert said in page
    assert not Report.objects.exists()


def test_what_is_too_long_is_kept_and_told(signed_in, ella):
    report = begun(ella)
    page = text(
        signed_in(ella).post(f"{DESK}{report.reference}/skriv/", {**SLOTS, "plans": "x" * 12_001})
    )

    assert "tegn" in page
    assert "Et år med mye vær." in page
    assert Report.objects.get().foreword == ""


def test_a_draft_is_thrown_away_after_one_question(signed_in, ella):
    report = begun(ella)
    address = f"{DESK}{report.reference}/kast/"
    assert "Kaste utkastet?" in text(signed_in(ella).get(address))
    assert "Utkastet er kastet." in text(signed_in(ella).post(address, follow=True))

    assert not Report.objects.exists()


def test_the_files_are_the_bytes_that_were_issued(client, ella, eivor):
    row = issued(ella, eivor)
    here = f"{SHELF}{row.report.reference}/"
    page = text(client.get(here))
    files = {"rapport.html": "html", "rapport.pdf": "pdf", "data.json": "json", "data.csv": "csv"}

    for name, kind in files.items():
        answer = client.get(f"{here}{name}")
        assert answer.content == bytes(getattr(row, kind))
        assert compiling.print_of(answer.content) in page
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies
    assert json.loads(client.get(f"{here}data.json").content)["format"] == compiling.FORMAT


def test_the_page_shows_the_report_that_was_issued_and_nothing_made_anew(client, ella, eivor):
    row = issued(ella, eivor)
    changed = bytes(row.html).replace("mye vær".encode(), b"lite vind")
    Issue.objects.filter(pk=row.pk).update(html=changed)

    page = text(client.get(f"{SHELF}{row.report.reference}/"))

    assert "lite vind" in page
    assert page.count("<title>Statusrapport</title>") == 1
    assert "<!doctype html>" in page[:20]
    assert page.count("<body") == 1


def test_what_an_editor_writes_is_text_on_the_page(client, ella, eivor):
    report = changes.write_in_report(
        report=begun(ella), by=ella, **{**SLOTS, "foreword": "<script>alert(1)</script> <b>x</b>"}
    )
    asked = changes.ask_to_issue(report=report, by=ella)
    from ressursvenn.together import changes as answering

    answering.answer(asked=asked, yes=True, by=eivor)
    page = client.get(f"{SHELF}{report.reference}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_the_report_of_2017_stands_on_the_shelf_with_contents_not_seen(client):
    page = text(client.get(SHELF))
    (entry,) = library.SHELF

    assert "Thea Austgulen og Anne-Marie Gulichsen, JURK" in page
    assert "høsten 2017" in page
    assert "Innholdet er ikke sett" in page
    assert entry.seen is False


def test_the_data_is_told_of(client):
    assert "members.start" in text(client.get(f"{SHELF}om-dataene/"))


@pytest.mark.parametrize("name", ["", "rapport.pdf", "data.json", "data.csv", "rapport.html"])
def test_a_draft_is_as_nothing(client, ella, name):
    report = written(ella)

    assert client.get(f"{SHELF}{report.reference}/{name}").status_code == 404
    assert client.get(f"{SHELF}zzzzzzzz/{name}").status_code == 404
    assert report.reference not in text(client.get(SHELF))


@pytest.mark.parametrize("who", ["kari", "bodil", "siri", "pernille"])
def test_others_are_turned_away(signed_in, people, who):
    for address in (DESK, f"{DESK}ny/", f"{DESK}zzzzzzzz/"):
        assert signed_in(people[who]).get(address).status_code == 403


def test_what_is_not_there_is_not_there(signed_in, ella, eivor):
    row = issued(ella, eivor)
    desk = signed_in(ella)

    for address in ("zzzzzzzz/", "zzzzzzzz/skriv/", "zzzzzzzz/utkast.pdf", "zzzzzzzz/kast/"):
        assert desk.get(f"{DESK}{address}").status_code == 404
    assert desk.get(f"{DESK}{row.report.reference}/kast/").status_code == 404
    assert desk.get(f"{DESK}{row.report.reference}/utkast.pdf").status_code == 404


def asked(client, address) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_pages_ask_little_and_no_more_when_there_is_more(signed_in, client, ella, eivor):
    desk, row = signed_in(ella), issued(ella, eivor)
    reference = row.report.reference
    desk_pages = (DESK, f"{DESK}{reference}/")
    open_pages = (SHELF, f"{SHELF}{reference}/", f"{SHELF}{reference}/rapport.pdf")
    few = [
        *(asked(desk, page) for page in desk_pages),
        *(asked(client, page) for page in open_pages),
    ]
    for number in range(3):
        begun(ella, language=("nb", "nn")[number % 2])
    issued(ella, eivor)
    many = [
        *(asked(desk, page) for page in desk_pages),
        *(asked(client, page) for page in open_pages),
    ]

    assert many == few
    assert max(many) <= 12


def test_no_title_tells_what_it_is_about(client, ella, eivor):
    row = issued(ella, eivor)
    page = client.get(f"{SHELF}{row.report.reference}/").content.decode()

    assert re.search(r"<title>(.*?)</title>", page).group(1) == "Statusrapport"

"""The desk: write, look, save, ask, answer; what was typed is kept; nobody else gets in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ressursvenn.door import queries
from ressursvenn.door.models import Version
from ressursvenn.web import help_lines

from .conftest import WORDS, published, text, written

pytestmark = pytest.mark.django_db
ALL, NEAR, WRITE = "/a/sider/", "/a/sider/near/nb/", "/a/sider/near/nb/skriv/"


def test_from_the_houses_words_to_a_published_page_by_plain_forms(signed_in, ella, eivor, client):
    desk, other = signed_in(ella), signed_in(eivor)
    assert "Skriv den første versjonen" in text(desk.get(NEAR))
    assert queries.shown("near").text.lead in text(desk.get(WRITE))

    desk.post(WRITE, {**WORDS, "title": "Spør henne"})
    version = Version.objects.get()
    page = f"{ALL}versjon/{version.reference}/"
    assert "Spør henne" not in text(client.get("/venn-eller-nabo/"))
    assert "En annen redaktør er spurt" in text(desk.post(f"{page}spor/", follow=True))
    asked = queries.together.open_about(queries.PUBLISH, version.reference)
    answer = reverse("together:answer", args=[asked.reference])
    assert f'action="{answer}"' in text(other.get(page))
    assert 'value="yes"' not in text(desk.get(page))
    other.post(answer, {"answer": "yes"})

    shown = text(client.get("/venn-eller-nabo/"))
    assert "Spør henne" in shown
    assert "lest av to" in shown
    assert "Ingen i organisasjonen har lest" not in shown
    assert "Dette er det alle leser nå" in text(desk.get(page))


def test_a_preview_shows_it_and_saves_nothing(signed_in, ella):
    answer = signed_in(ella).post(WRITE, {**WORDS, "body": "## Del\n\n<b>Ord</b>", "look": "1"})
    page = answer.content.decode()

    assert "Ingenting er lagret ennå" in page
    assert "<h2>Del</h2>" in page
    assert "<b>Ord</b>" not in page
    assert not Version.objects.exists()


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("title", "Skriv en overskrift."),
        ("lead", "Skriv en innledning på én eller to setninger."),
        ("body", "Skriv teksten."),
    ],
)
@pytest.mark.parametrize("look", [{}, {"look": "1"}])
def test_what_is_missing_is_said_and_what_was_typed_stays(signed_in, ella, missing, said, look):
    typed = {"title": "Tittelord", "lead": "Ledeord", "body": "Brødord", missing: "", **look}

    page = text(signed_in(ella).post(WRITE, typed))

    assert said in page
    assert [word for word in typed.values() if word not in page] == []
    assert not Version.objects.exists()


@pytest.mark.parametrize("field", ["title", "lead", "body"])
def test_too_long_is_said_in_words(signed_in, ella, field):
    page = text(signed_in(ella).post(WRITE, {**WORDS, field: "x" * 20_001}))

    assert "tegn" in page
    assert not Version.objects.exists()


def test_what_stands_in_the_way_is_said_on_the_version(signed_in, ella):
    version = written(ella, body="Ring 02800.")
    page = text(signed_in(ella).get(f"{ALL}versjon/{version.reference}/"))

    assert "DOO-01" in page
    assert "Spør om å publisere" not in page


def test_what_differs_is_told_line_by_line(signed_in, ella, eivor):
    published(written(ella, body="Likt.\n\nBorte."), ella, eivor)
    version = written(ella, body="Likt.\n\nNytt her.")
    page = text(signed_in(eivor).get(f"{ALL}versjon/{version.reference}/"))
    changed = page.partition('class="changed"')[2].partition("</ul>")[0]

    assert "Borte." in changed
    assert "Nytt her." in changed
    assert "Likt." not in changed


def test_a_translation_is_noted_as_read_by_another(signed_in, ella, eivor):
    version = written(ella, place="help", language="ar", title="كلمة")
    address = f"{ALL}versjon/{version.reference}/lest/"
    page = text(signed_in(eivor).post(address, {"on": ""}))
    assert "Skriv dagen." in page
    assert "Kryss av når den som leste, har sagt det." in page

    answer = signed_in(eivor).post(
        address, {"on": timezone.localdate(version.written_at), "sure": "on"}, follow=True
    )

    assert "Det er notert at teksten er lest." in text(answer)
    assert Version.objects.get().read_by == eivor


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "Skriv adressen."),
        ("http://eksempel.no/", "må begynne med https"),
        ("nei", "Skriv hele adressen"),
    ],
)
def test_an_address_that_is_none_is_told_so(signed_in, ella, target, said):
    page = text(signed_in(ella).post(f"{ALL}lenke/rod-knapp/", {"target": target}))

    assert said in page


@pytest.mark.parametrize(
    "address",
    [
        f"{ALL}near/uk/", f"{ALL}ingen/nb/", f"{ALL}versjon/zzzzzzzz/", f"{ALL}lenke/ingen/",
        f"{ALL}versjon/zzzzzzzz/lest/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_there(signed_in, ella, address):
    assert signed_in(ella).get(address).status_code == 404


@pytest.mark.parametrize("who", ["kari", "bodil", "siri", "pernille"])
def test_others_are_turned_away(signed_in, people, who):
    for address in (ALL, NEAR, WRITE):
        assert signed_in(people[who]).get(address).status_code == 403


def test_pages_ask_little_and_no_more_when_there_is_more(signed_in, ella, eivor):
    desk = signed_in(ella)
    version = written(ella)
    pages = (ALL, NEAR, WRITE, f"{ALL}versjon/{version.reference}/", f"{ALL}lenke/rod-knapp/")

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries_made:
            assert desk.get(address).status_code == 200
        return len(queries_made)

    few = [asked(page) for page in pages]
    for number in range(4):
        published(written(ella, title=f"Nr. {number}"), ella, eivor)
    many = [asked(page) for page in pages]

    assert max(many) <= 12
    assert many == few


def test_the_desk_tells_which_numbers_wait_and_which_have_to_be_read_anew(
    signed_in, ella, monkeypatch
):
    desk = signed_in(ella)
    page = text(desk.get(ALL))
    waiting = [line for line in help_lines.HELP_LINES if not line.checked_on]

    assert page.count("venter på kontroll") == len(waiting) > 0
    assert [line.name for line in help_lines.HELP_LINES if line.name not in page] == []
    assert "Kontrolleres hos dinutvei.no" in page
    assert "nasjonal rådgiver" in page
    assert "må leses på nytt" not in page

    monkeypatch.setattr(help_lines, "REVIEWED_EVERY", timedelta(0))
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 12, 24))

    page = text(desk.get(ALL))
    assert page.count("må leses på nytt") == len(help_lines.shown()) > 0
    assert "skulle vært lest innen 24. november 2026" in page

"""What everybody may read: the pages, nine languages, the card, and what machines are told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.text import capfirst

from ressursvenn.door import changes, keeping, languages, sharing
from ressursvenn.door.links import LINKS
from ressursvenn.door.words import OURS_IN
from ressursvenn.programme import limits as limits_module
from ressursvenn.programme.limits import Limits
from ressursvenn.protection.stays import STAYS
from ressursvenn.web import help_lines, open_pages
from tests.web.test_public_pages import sent

from .conftest import published, text, written

pytestmark = pytest.mark.django_db
PAGES = (
    "/", "/ressursvenn/", "/hjelp/", "/venn-eller-nabo/", "/om/", "/personvern/", "/tilgjengelighet/",
    *(f"/hjelp/{code}/" for code in languages.LANGUAGES if code != "nb"),
)  # fmt: skip
UNREAD = [code for code in languages.LANGUAGES if code not in ("nb", "en")]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_safe_light_and_leaves_nothing(client, address):
    answer = client.get(address)
    page = text(answer)

    assert answer.status_code == 200
    assert page.count("<h1") == page.count("<main") == 1
    assert page.index('href="tel:112"') < page.index('href="tel:116006"') < page.index("<h1")
    assert not answer.cookies
    first, rest = sent(client, address)
    assert first < 15_000
    assert first + sum(rest) < 60_000
    assert 1 + len(rest) <= 5


@pytest.mark.parametrize("address", PAGES)
def test_nothing_comes_from_another_host(client, address):
    page = client.get(address).content.decode()

    assert re.findall(r'(?:src|action)="(?:https?:)?//', page) == []
    assert re.findall(r'<link [^>]*rel="stylesheet"[^>]*href="(?!/static/)', page) == []
    for tag in re.findall(r'<a [^>]*href="https://[^>]*>', page):
        assert 'rel="noreferrer"' in tag


@pytest.mark.parametrize("address", PAGES)
def test_a_number_nobody_has_confirmed_is_nowhere(client, address):
    unconfirmed = [
        line.number for line in help_lines.HELP_LINES if line.number and not line.checked_on
    ]

    assert unconfirmed
    assert [number for number in unconfirmed if number in text(client.get(address))] == []


@pytest.mark.parametrize("address", ["/hjelp/", "/hjelp/en/", "/hjelp/ar/", "/venn-eller-nabo/"])
def test_each_number_stands_with_where_and_when_it_was_read(client, address):
    page = text(client.get(address))
    numbers = page.partition('<dl class="numbers"')[2].partition("</dl>")[0]

    assert re.findall(r'href="tel:(\d+)"', numbers) == [line.dial for line in help_lines.shown()]
    for line in help_lines.shown():
        assert f"lest hos {line.read_at} 24. november 2026" in numbers
    assert "Kontrollert" not in page
    assert "krisesenter.com" not in numbers, "nobody has checked it"


def test_a_service_without_a_number_is_shown_by_its_site_when_somebody_has_checked_it(
    client, monkeypatch
):
    row = next(line for line in help_lines.HELP_LINES if line.site == "dinutvei.no")
    monkeypatch.setattr(
        help_lines, "HELP_LINES", (replace(row, checked_on=date(2026, 11, 30)), *help_lines.shown())
    )
    page = text(client.get("/hjelp/en/"))

    assert '<a href="https://dinutvei.no" rel="noreferrer">dinutvei.no</a>' in page
    assert "lest hos helsebiblioteket.no 30. november 2026" in page
    assert 'href="tel:"' not in page


def test_the_menu_leads_to_pages_that_are_there_and_marks_where_one_is(client):
    page = client.get("/hjelp/").content.decode()
    menu = page.partition('class="open__ways"')[2].partition("</nav>")[0]
    ways = re.findall(r'href="([^"]+)"', menu)

    assert len(ways) == 9
    assert [way for way in ways if client.get(way).status_code != 200] == []
    assert re.findall(r'href="([^"]+)" aria-current="page"', menu) == ["/hjelp/"]
    below = client.get("/hjelp/ar/").content.decode().partition('class="open__ways"')[2]
    assert 'href="/hjelp/" aria-current="true"' in below


def test_nine_languages_each_by_its_own_name(client):
    page = text(client.get("/hjelp/"))
    tongues = page.partition('class="tongues"')[2].partition("</nav>")[0]

    assert len(languages.LANGUAGES) == 9
    assert re.findall(r'lang="(\w+)" hreflang', tongues) == list(languages.LANGUAGES)
    assert [each.own for each in languages.LANGUAGES.values() if each.own not in tongues] == []


@pytest.mark.parametrize("code", UNREAD)
def test_without_a_read_translation_numbers_names_and_both_sentences_stand_beside(client, code):
    page = text(client.get(f"/hjelp/{code}/"))
    main = page.partition("<main")[2].partition("</main>")[0]

    assert "Ingen som kan dette språket, har lest en oversettelse" in main
    assert "Nobody who speaks this language has checked" in main
    for line in help_lines.shown():
        for said in (line.number, line.name, line.when, line.name_en, line.when_en):
            assert said in main, said
    assert main.count('lang="en"') > 2 * len(help_lines.shown())
    assert OURS_IN["en"] in main
    assert "For deg som lever med vold" in main
    assert "If you live with violence" in main


def test_arabic_is_set_from_right_to_left_and_nothing_else_is(client):
    right = [
        code
        for code in languages.LANGUAGES
        if 'dir="rtl">' in client.get(f"/hjelp/{code}/", follow=True).content.decode()[:200]
    ]

    assert right == ["ar"]


def test_a_read_translation_takes_the_place_of_the_two_beside(client, ella, eivor):
    version = written(ella, place="help", language="ar", title="كلمة", lead="كلمة", body="كلمات")
    changes.note_read_by_speaker(
        version=version, on=timezone.localdate(version.written_at), by=eivor
    )
    version.refresh_from_db()
    published(version, ella, eivor)
    page = text(client.get("/hjelp/ar/"))

    assert "كلمات" in page
    assert "If you live with violence" not in page
    assert "har lest en oversettelse ennå" not in page
    assert '<article class="stack text" lang="ar" dir="rtl"' in page
    assert "116 006" in page.partition("<main")[2]


def test_a_draft_is_seen_by_nobody_outside(client, ella):
    before = client.get("/om/").content
    written(ella, place="about", title="Hemmelig ennå")

    def said(content):
        return re.sub(rb'nonce="[^"]*"', b"", content)

    assert said(client.get("/om/").content) == said(before)


def test_bokmaal_has_one_address(client):
    assert client.get("/hjelp/nb/")["Location"] == "/hjelp/"
    assert client.get("/hjelp/xx/").status_code == 404


def test_it_says_that_nobody_has_read_the_houses_own_words(client):
    for address in ("/om/", "/hjelp/", "/ressursvenn/", "/hjelp/ar/"):
        assert "Ingen i organisasjonen har lest og publisert dem ennå" in text(client.get(address))


def test_in_english_it_is_said_in_english_and_before_anything_else(client, ella, eivor):
    main = text(client.get("/hjelp/en/")).partition("<main")[2]
    article = main.partition('<article class="stack text" lang="en"')[2]

    assert article.index("</h1>") < article.index(OURS_IN["en"]) < article.index('class="lead"')
    assert "Ingen i organisasjonen har lest" not in main
    published(written(ella, place="help", language="en"), ella, eivor)
    assert OURS_IN["en"] not in text(client.get("/hjelp/en/"))


def test_there_is_one_way_to_reach_the_alliance_and_it_says_when_it_is_not_confirmed(
    client, settings
):
    for address in PAGES:
        assert '<a href="/om/#kontakt">Kontakt</a>' in text(client.get(address)), address
    page = text(client.get("/om/"))
    assert 'id="kontakt"' in page
    assert "Alliansens adresse er ikke bekreftet ennå" in page
    assert "mailto:" not in page

    settings.ALLIANCE_CONTACT = "alliansen@example.org"

    page = text(client.get("/om/"))
    assert 'href="mailto:alliansen@example.org"' in page
    assert "ikke bekreftet ennå" not in page


def test_privacy_tells_of_everybody_who_is_kept_and_of_how_long_by_the_numbers_in_force(
    client, settings
):
    page = text(client.get("/personvern/"))
    limits = Limits()

    for stay in STAYS.values():
        of_somebody = stay.code not in keeping.OF_NOBODY
        assert (f">{capfirst(stay.what)}</th>" in page) == of_somebody, stay.code
    for days, since in (
        (limits.keep_stand_days, STAYS["stand"].since),
        (limits.keep_button_order_days, STAYS["button_order"].since),
        (limits.keep_refused_days, STAYS["volunteer_refused"].since),
    ):
        assert f"{days} dager, regnet fra {since}" in page
    assert "Hvem som er behandlingsansvarlig, er ikke bekreftet ennå." in page
    assert "datatilsynet.no" in page
    assert '<a href="/om/#kontakt">si fra</a>' in page

    settings.CONTROLLER = "Foreningen Eksempel"

    page = text(client.get("/personvern/"))
    assert "Foreningen Eksempel er behandlingsansvarlig" in page


@pytest.mark.parametrize(
    "who", ["røde knapper", "søker", "nyhetene", "Ambassadører", "Bilder", "standpunkt"]
)
def test_privacy_leaves_nobody_out(client, who):
    assert who in text(client.get("/personvern/")).partition("Hvem som har ansvaret")[0]


def test_a_number_of_days_is_written_once_and_read_from_there(client, monkeypatch):
    monkeypatch.setattr(
        limits_module, "NATIONAL", ((date(2026, 1, 1), Limits(keep_stand_days=77)),)
    )

    assert "77 dager" in text(client.get("/personvern/"))
    assert "77 dager" in text(client.get("/ta-standpunkt/takk/"))
    assert "14 dager" not in text(client.get("/ta-standpunkt/takk/"))


def test_the_links_of_the_seed_stand_with_the_day_somebody_looked(client, ella):
    assert text(client.get("/")).count("Ingen hos oss har kontrollert lenken ennå") == 2

    ours = LINKS["ressursvenn"].target
    changes.note_look(link="ressursvenn", target=ours, by=ella)

    page = text(client.get("/"))
    assert page.count("Ingen hos oss har kontrollert lenken ennå") == 1
    assert f'href="{ours}" rel="noreferrer"' in page


def test_pages_ask_little(client):
    for address in PAGES:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) <= 4, address


def test_the_shared_picture_is_current_or_run_draw_share_picture():
    assert sharing.PICTURE.read_bytes() == sharing.drawn()


def test_where_it_is_shared_it_shows_our_own_picture_and_words(client):
    page = text(client.get("/hjelp/"))
    shared = dict(re.findall(r'property="og:([\w:]+)" content="([^"]*)"', page))

    assert shared["image"] == "http://testserver/static/door/del.png"
    assert shared["url"] == "http://testserver/hjelp/"
    assert shared["title"] == "For deg som lever med vold"
    assert '<link rel="canonical" href="http://testserver/hjelp/">' in page


class Items(HTMLParser):
    """The kinds and properties that whoever gathers schema.org reads."""

    def __init__(self):
        super().__init__()
        self.kinds, self.props = [], set()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        self.kinds += [known["itemtype"]] if "itemtype" in known else []
        self.props |= {known["itemprop"]} if "itemprop" in known else set()


@pytest.mark.parametrize(
    ("address", "kind"), [("/", "Organization"), ("/om/", "WebPage"), ("/hjelp/", "WebPage")]
)
def test_machines_are_told_what_it_is(client, address, kind):
    found = Items()
    found.feed(client.get(address).content.decode())

    assert f"https://schema.org/{kind}" in found.kinds
    assert "name" in found.props


def mapped(client) -> dict[str, str]:
    answer = client.get("/sitemap.xml")
    root = ElementTree.fromstring(answer.content)
    assert answer["Content-Type"].startswith("application/xml")
    return {url[0].text: (url[1].text if len(url) > 1 else "") for url in root}


def test_the_sitemap_lists_pages_that_answer_and_may_be_indexed(client, ella, eivor):
    published(written(ella), ella, eivor)
    pages = mapped(client)
    paths = [address.removeprefix("http://testserver") for address in pages]

    assert {"/", "/om/", "/hjelp/", "/hjelp/ar/", "/ressursvenn/"} <= set(paths)
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "noindex" not in answer.get("X-Robots-Tag", "") + answer.content.decode(), path
        assert may_be_read(path), path
    assert pages["http://testserver/venn-eller-nabo/"] == date.today().isoformat()
    assert pages["http://testserver/om/"] == ""


def may_be_read(path: str) -> bool:
    """By whoever reads robots.txt as RFC 9309 says: the longest rule counts."""
    return any(
        path == rule[:-1] if rule.endswith("$") else path.startswith(rule)
        for rule in open_pages.ALLOWED
    )


@pytest.mark.parametrize(
    "path",
    [
        *("/a/", "/v/", "/m/lukk/", "/lukk/", "/sok/", "/prove/", "/ekte/", "/finnes/"),
        *("/ta-standpunkt/alle/", "/ta-standpunkt/alle/?side=2", "/ta-standpunkt/abcdefgh/"),
        *("/ta-standpunkt/abcdefgh/bilde.png", "/ta-standpunkt/takk/", "/ta-standpunkt/bekreft/x/"),
    ],
)
def test_nothing_else_may_be_indexed(client, path):
    assert not may_be_read(path)


def test_what_is_new_is_told_as_atom_and_as_json(client, ella, eivor):
    assert json.loads(client.get("/nytt.json").content)["items"] == []
    published(written(ella), ella, eivor)

    told = json.loads(client.get("/nytt.json").content)
    root = ElementTree.fromstring(client.get("/nytt.xml").content)

    (item,) = told["items"]
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert item["url"] == "http://testserver/venn-eller-nabo/"
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.find(f"{atom}title").text for entry in root.iter(f"{atom}entry")] == [
        item["title"]
    ]
    assert all(root.find(f"{atom}{name}").text for name in ("id", "updated", "title"))
    assert client.get("/nytt.xml")["Access-Control-Allow-Origin"] == "*"

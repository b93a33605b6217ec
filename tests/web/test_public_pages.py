"""The public face: the way to safety first, few words, and nothing that depends on any person."""

import gzip
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from ressursvenn.alliance import changes as alliance
from ressursvenn.alliance import queries as members
from ressursvenn.web import help_lines, red_button

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/om/", "/tilgjengelighet/", "/lukk/"]


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("address", PUBLIC)
def test_the_way_to_safety_comes_before_everything_else(client, address):
    text = page(client, address)

    assert text.index('href="tel:112"') < text.index('href="tel:116006"') < text.index("<h1")
    assert text.index("leave__button") < text.index('href="tel:112"')


@pytest.mark.parametrize("address", PUBLIC)
def test_one_heading_one_main_one_language_and_a_way_past_the_top(client, address):
    text = page(client, address)

    assert text.count("<h1") == text.count("<main") == 1
    assert '<html lang="nb"' in text
    assert text.index('class="skip"') < text.index("leave__button")


@pytest.mark.parametrize("address", PUBLIC)
def test_nobody_who_only_reads_is_given_a_cookie(client, address):
    assert not client.get(address).cookies


def test_the_front_page_says_what_a_ressursvenn_is_and_who_stands_behind_the_button(client):
    text = page(client, "/")

    assert "En ressursvenn er en frivillig" in text
    assert "koster ingenting" in text
    assert "minst ett år" in text
    assert f"Siden {red_button.SINCE}" in text
    assert [hole for hole, _ in red_button.HOLES if hole not in text] == []


def test_the_front_page_names_those_who_are_members_today(client, ella):
    assert "Listen over medlemmer er ikke lagt ut ennå." in page(client, "/")
    alliance.lay_out_members(by=ella)
    known = members.members_on(timezone.localdate()).names

    assert members_named(client) == known
    assert "Vake" in known
    assert "Virke" not in known, "it stands on no list of today"
    assert "alliansen har ikke bekreftet alle" in page(client, "/")
    row = next(one for one in members.membership_history() if one.organisation.name == "Vake")
    alliance.note_membership_ended(
        membership=row, until=timezone.localdate(), until_source="et brev", by=ella
    )
    assert members_named(client) == [name for name in known if name != "Vake"]


def test_on_the_front_page_what_two_have_confirmed_has_no_mark(client, ella, eivor):
    alliance.lay_out_members(by=ella)
    for row in members.members_on(timezone.localdate()).members:
        alliance.confirm_membership(membership=row, by=eivor)

    assert "alliansen har ikke bekreftet alle" not in page(client, "/")


def members_named(client):
    listed = page(client, "/").partition('<ul class="members">')[2].partition("</ul>")[0]
    return re.findall(r"<li>(.*?)</li>", listed)


def test_there_is_no_dead_link(client):
    inside = set(re.findall(r'href="(/[^"#]*)"', page(client, "/"))) - {"/static/"}
    pages = [address for address in inside if not address.startswith("/static/")]

    assert [address for address in pages if client.get(address).status_code != 200] == []


def test_the_same_page_is_sent_whoever_is_signed_in_and_whoever_is_registered(
    client, signed_in, kari
):
    def said(answer):
        return re.sub(rb'nonce="[^"]*"', b"", answer.content)

    assert said(signed_in(kari).get("/")) == said(client.get("/"))


def test_search_engines_may_read_the_open_pages_and_nothing_else(client):
    robots = client.get("/robots.txt")

    assert robots["Content-Type"].startswith("text/plain")
    assert robots.content.decode().splitlines() == [
        "User-agent: *",
        "Allow: /$",
        "Allow: /ressursvenn/$",
        "Allow: /hjelp/",
        "Allow: /venn-eller-nabo/$",
        "Allow: /om/$",
        "Allow: /personvern/$",
        "Allow: /tilgjengelighet/$",
        "Allow: /bli-ressursvenn/",
        "Allow: /rod-knapp/",
        "Allow: /ta-standpunkt/$",
        "Allow: /krav/",
        "Allow: /rapporter/",
        "Allow: /tall/",
        "Allow: /sitemap.xml$",
        "Allow: /nytt.",
        "Allow: /static/",
        "Disallow: /",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@pytest.mark.parametrize("line", help_lines.HELP_LINES, ids=lambda line: line.name)
def test_a_number_has_a_source_an_owner_and_a_day_or_is_not_shown(line):
    assert line.source
    assert line.owner
    assert line.read_at == line.source.split("/")[0]
    seen_by_all = line in (*help_lines.shown(), *help_lines.places())
    assert seen_by_all == isinstance(line.checked_on, date) == isinstance(line.review_by, date)
    if seen_by_all:
        assert line.source not in (help_lines.UNSOURCED, help_lines.NOT_FOUND)


def test_half_a_year_after_it_was_read_a_number_has_to_be_read_anew():
    (line,) = [line for line in help_lines.HELP_LINES if line.number == "112"]

    assert line.review_by == date(2027, 5, 23)
    assert not line.is_stale(date(2027, 5, 23))
    assert line.is_stale(date(2027, 5, 24))


def test_what_nobody_has_checked_is_never_stale_and_stands_before_what_is_right():
    rows = help_lines.desk(date(2026, 11, 30))

    assert [row.waits for row in rows] == sorted((row.waits for row in rows), reverse=True)
    assert len(rows) == len(help_lines.HELP_LINES)
    assert not any(row.stale for row in rows)
    later = help_lines.desk(date(2027, 6, 1))
    assert [row.stale for row in later] == sorted((row.stale for row in later), reverse=True)
    assert sum(row.stale for row in later) == len(help_lines.shown())


def test_a_number_nobody_has_confirmed_is_never_shown(client):
    unconfirmed = [
        line.number for line in help_lines.HELP_LINES if line.number and not line.checked_on
    ]

    assert unconfirmed
    assert [number for number in unconfirmed if number in page(client, "/")] == []


def sent(client, address):
    """What the first visit brings, packed as it is sent: the page and everything it asks for."""
    answer = client.get(address)
    asked = re.findall(r'(?:src|href)="/static/([^"]+)"', answer.content.decode())
    files = [gzip.compress(Path(finders.find(name)).read_bytes()) for name in asked]
    return len(gzip.compress(answer.content)), [len(packed) for packed in files]


@pytest.mark.parametrize("address", [*PUBLIC, "/a/inn/", "/m/lukk/"])
def test_a_page_is_light(client, address):
    first, rest = sent(client, address)

    assert first + sum(rest) < 60_000
    assert first < 15_000
    assert 1 + len(rest) <= 5

"""What everybody may read: the list, one advert, its picture, the feeds; of published adverts alone."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from defusedxml import ElementTree

from ressursvenn.adverts import changes

from .conftest import FIVE, MOSS, drafted, fresh, published

pytestmark = pytest.mark.django_db
ALL = "/bli-ressursvenn/"
ATOM = "{http://www.w3.org/2005/Atom}"


def text(answer) -> str:
    return unescape(answer.content.decode())


class Microdata(HTMLParser):
    """The items of a page, as whoever gathers schema.org reads them."""

    EMPTY = ("meta", "link", "br", "img", "input")

    def __init__(self):
        super().__init__()
        self.open, self.items, self.said = [], [], {}

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if "itemscope" in known:
            self.items.append((known.get("itemtype"), known.get("itemprop")))
        prop = known.get("itemprop")
        if prop and "content" in known:
            self.said[prop] = known["content"]
        if tag not in self.EMPTY:
            self.open.append((tag, prop if prop and "itemscope" not in known else None))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for _, prop in self.open:
            if prop:
                self.said[prop] = self.said.get(prop, "") + data


def title_of(page: str) -> str:
    return re.search(r"<title>(.*?)</title>", page).group(1)


def read(client, advert):
    return client.get(f"{ALL}{advert.reference}/")


def test_an_open_advert_is_on_the_list_and_a_page_of_its_own(client, kari, nora):
    ours, theirs = published(kari, towns=[MOSS]), published(nora, language="nn")
    listed, page = text(client.get(ALL)), text(read(client, ours))

    assert all(f"{ALL}{row.reference}/" in listed for row in (ours, theirs))
    assert page.count("<h1") == 1
    assert f'href="/sok/?fra={ours.reference}"' in page
    assert "Hvorfor politiattest?" in page
    assert '<article class="open__text stack advert" lang="nn"' in text(read(client, theirs))


def test_a_draft_is_as_nothing(client, kari):
    draft = drafted(kari)
    nothing = client.get(f"{ALL}zzzzzzzz/")

    assert draft.reference not in text(client.get(ALL))
    assert (read(client, draft).status_code, read(client, draft).content) == (404, nothing.content)
    assert client.get(f"{ALL}{draft.reference}/bilde.png").status_code == 404


def test_a_paused_advert_says_so_and_takes_no_applications(client, kari, advert):
    changes.pause(advert=advert, by=kari)
    page = text(read(client, advert))

    assert "Akkurat nå tar vi ikke imot" in page
    assert "/sok/" not in page.partition("<main")[2].partition("</main>")[0]
    assert advert.reference not in text(client.get(ALL))


def test_a_closed_advert_is_gone_and_shows_other_ways(client, kari, advert):
    changes.close(advert=advert, by=kari)
    answer = read(client, advert)
    page = text(answer)

    assert answer.status_code == 410
    assert "Denne annonsen er over" in page
    assert 'href="/bli-ressursvenn/"' in page
    assert 'href="/sok/"' in page
    assert advert.title not in page
    assert "noindex" in answer["X-Robots-Tag"]
    assert client.get(f"{ALL}{advert.reference}/bilde.png").status_code == 404


def test_it_tells_machines_what_it_is(client, kari):
    advert = published(kari, towns=[MOSS])
    page = read(client, advert).content.decode()
    found = Microdata()
    found.feed(page)

    kinds = {kind.rpartition("/")[2] for kind, _ in found.items}
    assert kinds == {"JobPosting", "Organization", "Place", "PostalAddress"}
    assert found.said["title"] == advert.title
    assert found.said["name"] == kari.association.name
    assert found.said["employmentType"] == "VOLUNTEER"
    assert found.said["addressLocality"] == "Moss"
    assert found.said["datePosted"] == advert.published_on.isoformat()
    assert "politiattest" in found.said["description"]
    shared = dict(re.findall(r'property="og:([\w:]+)" content="([^"]*)"', unescape(page)))
    assert shared["title"] == advert.title
    assert shared["image"] == f"http://testserver{ALL}{advert.reference}/bilde.png"
    assert (shared["image:width"], shared["image:height"]) == ("1200", "630")
    assert title_of(page) == title_of(client.get(ALL).content.decode()), "none of it in the title"


def test_with_languages_nothing_on_it_names_the_association(client, kari):
    advert = published(kari, languages=FIVE, heading="languages")
    page = text(read(client, advert))
    feeds = "".join(
        client.get(f"{ALL}annonser.{kind}").content.decode() for kind in ("json", "xml")
    )

    for said in (page, text(client.get(ALL)), feeds, json.dumps(fresh(advert).told)):
        assert kari.association.name not in said
        assert "Oslo" not in said
    assert "jobLocation" not in page
    assert "tigrinja" in page


def test_the_picture_is_what_was_made_when_it_was_published(client, advert):
    answer = client.get(f"{ALL}{advert.reference}/bilde.png")

    assert answer["Content-Type"] == "image/png"
    assert answer.content == bytes(advert.picture)


def test_the_picture_may_be_shown_on_every_site_and_nothing_else_may(client, kari, advert):
    """A feed is read by script, which asks for leave in another header."""

    def leave(page):
        return client.get(ALL + page)["Cross-Origin-Resource-Policy"]

    own, draft = f"{advert.reference}/", drafted(kari)
    assert leave(f"{own}bilde.png") == "cross-origin"
    for page in ("", own, "annonser.json", "annonser.xml", f"{draft.reference}/bilde.png"):
        assert leave(page) == "same-origin", page


def test_the_json_feed_has_all_that_the_format_asks_for_and_may_be_read_by_every_site(
    client, kari, nora
):
    adverts = {published(kari).reference, published(nora, language="nn").reference}
    drafted(kari)
    changes.pause(advert=published(kari), by=kari)
    answer = client.get(f"{ALL}annonser.json")
    told = json.loads(answer.content)

    assert answer["Content-Type"] == "application/feed+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    assert "Access-Control-Allow-Credentials" not in answer
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"http://testserver{ALL}annonser.json"
    assert {item["url"] for item in told["items"]} == {
        f"http://testserver{ALL}{one}/" for one in adverts
    }
    assert {item["language"] for item in told["items"]} == {"nb", "nn"}
    for item in told["items"]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT12:00:00Z", item["date_published"])
        assert "politiattest" in item["content_text"]
        assert item["id"] == item["url"]
        assert item["authors"][0]["name"]


def test_the_atom_feed_is_whole(client, kari):
    advert = published(kari)
    answer = client.get(f"{ALL}annonser.xml")
    feed = ElementTree.fromstring(answer.content)

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert answer["Access-Control-Allow-Origin"] == "*"
    for part in ("id", "title", "updated"):
        assert feed.find(f"{ATOM}{part}").text
    (entry,) = feed.findall(f"{ATOM}entry")
    for part in ("id", "title", "updated", "published", "summary", "content"):
        assert entry.find(f"{ATOM}{part}").text
    assert entry.find(f"{ATOM}author/{ATOM}name").text == kari.association.name
    assert entry.find(f"{ATOM}id").text.endswith(f"{ALL}{advert.reference}/")


def test_with_no_advert_there_is_an_empty_list_and_two_empty_feeds(client, db):
    assert "Ingen annonse er åpen" in text(client.get(ALL))
    assert json.loads(client.get(f"{ALL}annonser.json").content)["items"] == []
    assert (
        ElementTree.fromstring(client.get(f"{ALL}annonser.xml").content).findall(f"{ATOM}entry")
        == []
    )


@pytest.mark.parametrize("page", ["", "{}/", "{}/bilde.png", "annonser.json", "annonser.xml"])
def test_nobody_who_reads_is_given_a_cookie_and_no_page_may_be_framed(client, advert, page):
    answer = client.get(ALL + page.format(advert.reference))

    assert not answer.cookies
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_staff_and_everybody_read_the_same(client, signed_in, kari, advert):
    def said(answer):
        return re.sub(rb'nonce="[^"]*"', b"", answer.content)

    for page in ("", f"{advert.reference}/", "annonser.json", "annonser.xml"):
        assert said(signed_in(kari).get(ALL + page)) == said(client.get(ALL + page))


def test_as_few_questions_for_three_as_for_one(client, kari, django_assert_max_num_queries):
    most = dict.fromkeys(("", "annonser.json", "annonser.xml"), 3)
    for more in (1, 2):
        for _ in range(more):
            published(kari)
        for page in most:
            with django_assert_max_num_queries(most[page]) as asked:
                client.get(ALL + page)
            most[page] = len(asked)


def test_the_public_side_asks_for_no_person(client, advert):
    """Whatever is registered: the questions behind the public pages touch two tables."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        for page in (
            "",
            f"{advert.reference}/",
            f"{advert.reference}/bilde.png",
            "annonser.json",
            "annonser.xml",
        ):
            assert client.get(ALL + page).status_code == 200
    tables = {table for one in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
    assert tables == {"adverts_advert", "accounts_association"}


def test_the_front_page_leads_here_and_search_engines_may_read_it(client):
    assert f'href="{ALL}"' in text(client.get("/"))
    assert f"Allow: {ALL}" in text(client.get("/robots.txt")).splitlines()

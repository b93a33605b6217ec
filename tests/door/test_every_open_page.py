"""Every open page of the alliance, found as a visitor finds it: at 320 px, from the left and from the right.

The sitemap is where she begins; links lead to the rest, and a letter to the last. One page of each kind is
looked at every day, and all of them with --full.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse

from ressursvenn.agenda import changes
from ressursvenn.agenda.models import Demand
from ressursvenn.rehearsal import agenda, alliance, door, stands, status
from ressursvenn.rehearsal import world as making
from ressursvenn.stands import links
from ressursvenn.stands.models import Stand
from ressursvenn.web import open_pages
from tests.environment import FULL
from tests.stands.conftest import _an_easy_puzzle  # noqa: F401 - a fixture
from tests.web.conftest import host
from tests.web.test_in_a_browser import violations, width_of

ROOMS = ("alliance_public", "stands_public", "agenda_public", "status_public", "door_public")
LINK = re.compile(r'(?:href|src)="(?:https?://testserver)?(/[^"#]*)"')
NARROW = 320
WIDE = """() => [...document.querySelectorAll("main *")].filter(one => {
  const box = one.getBoundingClientRect();
  const outside = box.left < -1 || box.right > innerWidth + 1;
  return box.width && outside && !one.closest(".visually-hidden, .table-frame, .table--cards thead, svg");
}).map(one => one.outerHTML.slice(0, 90))"""


@pytest.fixture
def world(transactional_db) -> Any:
    """The five rooms as the made-up world has them, and nobody of the programme."""
    made = making.stage()
    for room in (alliance, door, stands, agenda, status):
        room.lay_out(made)
    _said_anew(Demand.objects.earliest("pk"), made.people)
    return made


def _said_anew(demand: Demand, people: Any) -> None:
    """A demand with two versions, since only then is there a page for each."""
    text = changes.rewrite_demand(
        demand=demand, title="Sagt på en annen måte", body="Derfor.", why="Tydeligere",
        by=people["alliansen"],
    )  # fmt: skip
    changes.confirm_text(text=text, by=people["alliansen2"])


def found(client) -> dict[str, str]:
    """Each address that can be come to, with what kind of page it is."""
    known: dict[str, str] = {}
    left = [path for path, _ in open_pages.addresses()] + by_letter()
    while left:
        path = left.pop()
        name = name_of(path)
        if path in known or name.partition(":")[0] not in (*ROOMS, "web_public"):
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        is_page = answer["Content-Type"].startswith("text/html")
        known[path] = name if is_page and "Content-Disposition" not in answer else f"file {name}"
        left += LINK.findall(unescape(answer.content.decode())) if is_page else []
    return known


def by_letter() -> list[str]:
    """What no page links to: the thank-yous, and what the link in a letter opens."""
    words = [
        links.word_of(row.reference, links.STAND) for row in Stand.objects.filter(put_aside_on=None)
    ]
    ways = [
        reverse(f"stands_public:{way}", args=[word])
        for word in words
        for way in ("confirm", "take_back")
    ]
    thanks = [reverse("stands_public:thanks"), reverse("alliance_public:ordered")]
    return [*thanks, reverse("stands_public:out", args=["ingen"]), *ways]


def name_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""


def kinds_there_are() -> set[str]:
    """What the rooms answer in the open, by name."""
    return {
        f"{room}:{pattern.name}"
        for room in ROOMS
        for pattern in get_resolver().namespace_dict[room][1].url_patterns
        if isinstance(pattern, URLPattern)
    }


def to_look_at(known: dict[str, str]) -> list[str]:
    """All of them with --full; otherwise the first of each kind, and the one from right to left."""
    pages = {path: name for path, name in sorted(known.items()) if not name.startswith("file")}
    first = {name: path for path, name in reversed(pages.items())}
    return list(pages) if FULL else sorted({*first.values(), "/hjelp/ar/"})


def test_every_open_page_fits_both_ways_and_gives_axe_nothing(looking, client, world):
    known = found(client)
    come_to = {name.removeprefix("file ") for name in known.values()}
    assert kinds_there_are() <= come_to, kinds_there_are() - come_to
    page = looking(width=NARROW)

    wrong = {path: told for path in to_look_at(known) if (told := seen(page, path))}

    assert wrong == {}
    assert {host(address) for address in page.asked} == {"localhost"}


def seen(page, path) -> list[Any]:
    """What is wrong with one page, as it comes and turned about."""
    page.goto(path)
    told = [*page.said, *violations(page), *too_wide(page)]
    way = page.evaluate("document.documentElement.dir")
    if way != "rtl":
        page.evaluate("document.documentElement.dir = 'rtl'")
        told += [f"turned about: {one}" for one in too_wide(page)]
    page.said.clear()
    return told


def too_wide(page) -> list[str]:
    across = width_of(page)
    return [f"{across} px", *page.evaluate(WIDE)] if across > NARROW else page.evaluate(WIDE)


def test_a_page_that_is_too_wide_is_seen(looking, transactional_db):
    page = looking(width=NARROW)
    page.goto("/om/")
    assert too_wide(page) == []

    page.evaluate("document.querySelector('main').style.minInlineSize = '400px'")

    assert too_wide(page) != []


def test_the_page_in_arabic_begins_at_the_right(looking, transactional_db):
    page = looking(width=NARROW)
    page.goto("/hjelp/ar/")
    html = page.locator("html")

    assert html.get_attribute("dir") == "rtl"
    assert page.locator("h1").get_attribute("lang") == "ar"
    assert violations(page) == []
    assert too_wide(page) == []

"""What the bench of weights counts as asked for, and that it finds every kind of open page."""

from __future__ import annotations

import pytest

from benches import weights
from ressursvenn.rehearsal import alliance, door, stands
from ressursvenn.rehearsal import world as making

ONE = '<img src="/a.jpg" loading="lazy">'
TWO = '<img src="/b.jpg" loading="lazy">'


@pytest.mark.parametrize(
    ("html", "asked"),
    [
        (f"{ONE}<details><summary>Flere</summary>{TWO}</details>", {"/a.jpg"}),
        (f"{ONE}<details open><summary>Flere</summary>{TWO}</details>", {"/a.jpg", "/b.jpg"}),
        (f'<details class="x"><p>open</p></details>{ONE}<details>{TWO}</details>', {"/a.jpg"}),
        ('<details><img src="/b.jpg"></details>', {"/b.jpg"}),
        ('<link rel="icon" href="/i.svg"><link rel="canonical" href="/x/">', {"/i.svg"}),
    ],
)
def test_what_lies_folded_and_can_wait_is_not_asked_for(html, asked):
    assert weights.at_once(html) == asked


def test_links_within_the_house_are_followed_without_what_stands_behind_them():
    html = '<a class="x" href="/om/#a">a</a><a href="/sok/?q=1">b</a><a href="https://e.no/">c</a>'

    assert weights.linked(html) == ["/om/", "/sok/"]


@pytest.fixture
def world(db):
    made = making.stage()
    for room in (alliance, door, stands):
        room.lay_out(made)


def test_pages_that_no_sitemap_names_are_weighed_too_and_eight_pictures_are_light(world):
    found = dict(weights.pages())
    pictured = {path: page for path, page in found.items() if b"lite.jpg" in page}
    rows = [weights.weighed(each) for each in pictured.items()]

    assert {"/a/inn/", "/sok/", "/ekte/", "/rod-knapp/knapper/bestilt/"} <= set(found)
    assert any(path.startswith("/ta-standpunkt/bekreft/") for path in found)
    assert [path for path in found if path.endswith((".jpg", ".pdf", ".ics"))] == []
    assert max(page.count(b"lite.jpg") for page in pictured.values()) == 8
    assert max(row["requests"] for row in rows) <= weights.LIMITS["most_requests"]
    assert max(row["first"] for row in rows) <= weights.LIMITS["heaviest_first_kilobytes"]
    assert max(row["folded"] for row in rows) > 50, "a picture without grain weighs nothing"

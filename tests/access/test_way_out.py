"""«Lukk siden» stands on every page that is shown to anybody, and tells what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

import ressursvenn
from tests.environment import share

from . import addresses
from .walking import Reader

OUT = "data-leave"
AT_A_DESK = "data-by-button-alone"  # where people type, Shift is for capital letters
SAYS_WHAT_IT_DOES = "Hva «Lukk siden» gjør"
AT_LEAST = {  # so many pages, so that the walk cannot come to nothing
    "anonymous": 12, "coordinator": 60, "volunteer": 60, "national_adviser": 20, "vetting_officer": 20,
    "system_administrator": 20,
}  # fmt: skip


TO_KEEP = {
    "issued.html",
    "kort.html",
}  # files that somebody has taken with her; they tell nothing of us
SEE_MOST = ("anonymous", "coordinator", "volunteer")


def shown_to(reader: Reader, paths):
    """Every page of these as this reader meets it, looked at and posted to with nothing."""
    for path in paths:
        for method in ("get", "post"):
            answer = reader.ask_in_vain(method, path)
            html = answer.get("Content-Type", "").startswith("text/html")
            if html and not answer.streaming and b"<html" in answer.content:
                yield f"{method} {path}", answer


def paths_for(role: str, world) -> list[str]:
    """Own, another's, over, none. What is not her own is refused, the same from everywhere: a share will do."""
    turn, names = list(AT_LEAST).index(role), addresses.names()
    several = [addresses.paths(name, world) for name in names]
    own = [path for one in several for path in one.get("own", ())]
    rest = [path for one in several for kind in one if kind != "own" for path in one[kind]]
    return [*(own if role in SEE_MOST else share(own, turn=turn)), *share(rest, turn=turn)]


def fault_of(path: str, text: str) -> str:
    """What a page lacks of the way out."""
    if "<title>Vær</title>" in text:
        return ""  # the page that is left behind
    if OUT not in text:
        return f"{path}: no way out"
    if "web/leave.js" not in text:
        return f"{path}: no script"
    if AT_A_DESK in text:
        return "" if "desk__top" in text else f"{path}: not a desk, and deaf to Shift"
    return "" if SAYS_WHAT_IT_DOES in text else f"{path}: does not say what it does"


@pytest.mark.parametrize("role", AT_LEAST)
def test_the_way_out_is_on_every_page_that_this_role_can_meet(world, signed_in, role):
    reader = Reader(signed_in(world.people.get(addresses.ROLES[role])))
    faults, seen = [], 0

    for path, answer in shown_to(reader, paths_for(role, world)):
        seen += 1
        if not answer["Content-Type"].startswith("text/html"):
            continue  # a paper, a picture or a calendar file is no page to leave
        faults.append(fault_of(path, answer.content.decode(errors="replace")))

    assert list(filter(None, faults)) == []
    assert seen >= AT_LEAST[role]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<html>", "no way out"),
        (f"<html>{OUT}", "no script"),
        (f"<html>{OUT} web/leave.js", "what it does"),
        (f"<html>{OUT} web/leave.js {AT_A_DESK}", "deaf"),
    ],
)
def test_a_page_without_it_is_seen(text, fault):
    assert fault in fault_of("/x/", text)


def test_every_template_that_is_a_whole_page_carries_it():
    """Also the pages that the walk cannot bring about: each begins with a frame that has the way out."""
    house = Path(ressursvenn.__file__).parent
    frames = {path for path in house.rglob("*.html") if "<!doctype" in path.read_text("utf-8")}

    assert {path.name for path in frames} - TO_KEEP == {"page.html", "quiet.html", "gone.html"}
    for path in house.glob("web/templates/web/*.html"):
        if '{% extends "web/page.html" %}' in path.read_text("utf-8"):
            assert "_leave.html" in path.read_text("utf-8") or path.name == "staff.html", path.name

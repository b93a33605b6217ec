"""Outside one's own caseload no page about one participant opens her before somebody has said why."""

from __future__ import annotations

from tests import canary

from . import addresses
from .walking import Reader

SHOWN_IN_LISTS_TOO = {"pairs:why_not", "pairs:decision"}  # cards that the page of suggestions shows


def of_participants(answer) -> set[str]:
    found = canary.found_in(answer.content.decode(errors="replace"))
    return {marker.field for marker in found if marker.kind == "p"}


def about_her(world):
    for name in addresses.names():
        if addresses.about(name) and name not in SHOWN_IN_LISTS_TOO:
            for ownership in ("own", "ended"):
                for path in addresses.paths(name, world)[ownership]:
                    yield name, path


def test_a_colleague_meets_nobody_on_a_page_that_asks_nothing(world, signed_in):
    """The same pages show her to the one who leads her, so that there is something to meet."""
    hers, colleagues = (Reader(signed_in(world.people[name])) for name in ("kari", "kaja"))
    met, shown = set(), set()

    for name, path in about_her(world):
        shown |= {name} if of_participants(hers.ask_in_vain("get", path)) else set()
        met |= {name} if of_participants(colleagues.ask_in_vain("get", path)) else set()

    assert met == set()
    assert {"participants:one", "participants:contact", "pairs:one", "pairs:her_answer"} <= shown


def test_and_no_form_of_such_a_page_opens_her(world, signed_in):
    colleague = Reader(signed_in(world.people["kaja"]))
    met = {
        name
        for name, path in about_her(world)
        if of_participants(colleague.ask_in_vain("post", path))
    }

    assert met == set()

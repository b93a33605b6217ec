"""Thirty things that are never so, written by hand and apart from every table in the house.

Reader, whose, what, and the page where it would most likely be met. Each is first shown to be there for
somebody who may see it, so that none of these can hold because there was nothing to find.
"""

from __future__ import annotations

import pytest

from tests import canary

from .walking import Reader

NEVER = (
    # reader, house, what, the page, and who may see it where
    ("", "oslo", "called", "/", "kari", "/a/deltakere/"),
    ("", "oslo", "firstname", "/om/", "kari", "/a/ressursvenner/"),
    ("nora", "oslo", "called", "/a/deltakere/", "kari", "/a/deltakere/"),
    ("nora", "oslo", "called", "/a/deltakere/{waiting}/", "kari", "/a/deltakere/{waiting}/"),
    ("nora", "oslo", "nr", "/a/deltakere/{waiting}/kontakt/", "kari", "/a/deltakere/{waiting}/"),
    ("nora", "oslo", "called", "/a/", "kari", "/a/"),
    ("nora", "oslo", "called", "/a/koblinger/", "kari", "/a/koblinger/"),
    ("nora", "oslo", "called", "/a/koblinger/forslag/", "kari", "/a/koblinger/forslag/"),
    ("nora", "oslo", "firstname", "/a/ressursvenner/", "kari", "/a/ressursvenner/"),
    ("nora", "oslo", "firstname", "/a/regneark/{book}/", "kari", "/a/ressursvenner/"),
    ("kari", "nabo", "called", "/a/deltakere/", "nora", "/a/deltakere/"),
    ("kari", "nabo", "firstname", "/a/ressursvenner/", "nora", "/a/ressursvenner/"),
    ("gro", "oslo", "called", "/a/", "kari", "/a/"),
    ("gro", "oslo", "called", "/a/deltakere/", "kari", "/a/deltakere/"),
    ("gro", "oslo", "called", "/a/koblinger/", "kari", "/a/koblinger/"),
    ("gro", "oslo", "called", "/a/koblinger/{decided}/godkjenning/", "kari", "/a/koblinger/"),
    ("gro", "oslo", "firstname", "/a/koblinger/{decided}/godkjenning/", "kari", "/a/koblinger/"),
    ("kaja", "oslo", "called", "/a/koblinger/{decided}/godkjenning/", "kari", "/a/koblinger/"),
    ("astrid", "oslo", "called", "/a/koblinger/{decided}/godkjenning/", "kari", "/a/koblinger/"),
    ("astrid", "oslo", "firstname", "/a/koblinger/", "kari", "/a/koblinger/"),
    ("kari", "oslo", "original", "/a/deltakere/{sealed}/", "vigdis", "/a/unna/oppforing/{entry}/"),
    ("kari", "oslo", "original", "/a/unna/{sealed}/", "vigdis", "/a/unna/oppforing/{entry}/"),
    ("kari", "oslo", "original", "/a/koblinger/hvorfor/?deltaker={sealed}",
     "vigdis", "/a/unna/oppforing/{entry}/"),
    ("kaja", "oslo", "original", "/a/koblinger/forslag/", "vigdis", "/a/unna/oppforing/{entry}/"),
    ("vigdis", "oslo", "original", "/a/unna/", "vigdis", "/a/unna/oppforing/{entry}/"),
    ("vigdis", "oslo", "called", "/a/unna/oppforing/{entry}/", "kari", "/a/deltakere/"),
    ("vigdis", "oslo", "strengths", "/a/unna/oppforing/{entry}/", "kari", "/a/deltakere/{waiting}/"),
    ("vigdis", "oslo", "phone", "/a/unna/oppforing/{entry}/",
     "kari", "POST /a/ressursvenner/{free}/kontakt/"),
    ("solveig", "oslo", "strengths", "/v/", "kari", "/a/deltakere/{running}/"),
    ("solveig", "oslo", "code", "/v/", "kari", "/a/deltakere/{running}/"),
    ("solveig", "oslo", "called", "/a/deltakere/{running}/", "solveig", "/v/"),
    ("siv", "oslo", "called", "/v/", "solveig", "/v/"),
    ("siv", "oslo", "nr", "/v/", "solveig", "/v/"),
    ("nils", "oslo", "called", "/v/{pair}/treff/", "solveig", "/v/"),
    ("kirsti", "oslo", "called", "/a/deltakere/", "kari", "/a/deltakere/"),
    ("kirsti", "oslo", "called", "/a/deltakere/{waiting}/", "kari", "/a/deltakere/{waiting}/"),
    ("kirsti", "oslo", "firstname", "/a/", "kari", "/a/"),
    ("pernille", "oslo", "called", "/a/", "kari", "/a/"),
    ("pernille", "oslo", "called", "/a/innsyn/", "kari", "/a/deltakere/"),
    ("kaja", "oslo", "nr", "/a/deltakere/{waiting}/", "kari", "/a/deltakere/{waiting}/"),
    ("kaja", "oslo", "called", "/a/koblinger/{pair}/", "kari", "/a/koblinger/{pair}/"),
    ("nora", "oslo", "nr", "/a/innsyn/nod/", "kari", "/a/deltakere/{waiting}/"),
    ("gro", "oslo", "called", "/a/to/", "kari", "/a/deltakere/"),
    ("ella", "oslo", "firstname", "/a/", "kari", "/a/"),
    ("bodil", "oslo", "called", "/a/", "kari", "/a/"),
    ("siri", "oslo", "called", "/a/", "kari", "/a/"),
    ("siri", "oslo", "firstname", "/a/ressursvenner/{free}/", "kari", "/a/ressursvenner/{free}/"),
    ("kari", "oslo", "email", "/a/ressursvenner/{free}/",
     "kari", "POST /a/ressursvenner/{free}/kontakt/"),
    ("kari", "oslo", "strengths", "/a/deltakere/", "kari", "/a/deltakere/{waiting}/"),
    ("kari", "oslo", "nr", "/a/koblinger/forslag/", "kari", "/a/deltakere/{waiting}/"),
)  # fmt: skip


@pytest.fixture
def seen(world, signed_in):
    """Which fields of a house's people somebody meets on a page."""
    oslo = world.oslo
    named = {
        "waiting": oslo.participants["waiting"], "running": oslo.participants["running"],
        "sealed": oslo.participants["sealed"], "entry": oslo.kept["sealed"],
        "free": oslo.volunteers["free"], "decided": oslo.pairs["decided"],
        "pair": oslo.pairs["running"], "book": oslo.books["brought"],
    }  # fmt: skip
    references = {what: row.reference for what, row in named.items()}

    def fields(sign_name: str, house: str, page: str) -> set[str]:
        reader = Reader(signed_in(world.people.get(sign_name)))
        method, path = page.split() if page.startswith("POST") else ("GET", page)
        answer = reader.ask_in_vain(method, path.format(**references))
        met = canary.found_in(answer.content.decode(errors="replace"))
        return {marker.field for marker in met if marker.house == house and marker.kind != "s"}

    return fields


@pytest.mark.parametrize(("reader", "house", "what", "page", "knows", "where"), NEVER)
def test_never(seen, reader, house, what, page, knows, where):
    assert what in seen(knows, house, where)
    assert what not in seen(reader, house, page)


def test_there_are_as_many_as_promised():
    assert len({line[:4] for line in NEVER}) >= 30


def test_the_place_of_a_first_meeting_is_for_staff_alone(world, signed_in):
    """Not a marker, since places are public: that she will be there is not."""
    place, pair = world.oslo.places["place"].name, world.oslo.pairs["planned"].reference
    desk, phone = (Reader(signed_in(world.people[name])) for name in ("kari", "sara"))

    assert place in desk.ask("get", f"/a/koblinger/{pair}/").content.decode(errors="replace")
    assert place not in phone.ask("get", "/v/").content.decode(errors="replace")


def test_her_access_is_gone_with_the_pair(world, signed_in):
    from ressursvenn.pairs import changes as pairs

    phone = Reader(signed_in(world.people["solveig"]))
    pair = world.oslo.pairs["running"]
    called = set(canary.found_in(phone.ask("get", "/v/").content.decode(errors="replace")))
    pairs.end(pair=pair, ending="as_planned", by=world.people["kari"])

    assert {marker.field for marker in called} == {"called", "nr"}
    assert list(canary.found_in(phone.ask("get", "/v/").content.decode(errors="replace"))) == []
    assert phone.ask("get", f"/v/{pair.reference}/treff/").status_code == 404


def stops(world, what: str) -> None:
    """Something that must close her name to the volunteer before anybody has ended the pair."""
    from ressursvenn.apart import changes as apart
    from ressursvenn.participants import changes as participants

    hers, by = world.oslo.participants["running"], world.people["kari"]
    if what == "she withdrew":
        participants.withdraw_consent(participant=hers, by=by)
    else:
        apart.name_keep_apart(participant=hers, kind="community", text="et miljø", by=by)


@pytest.mark.parametrize("what", ["she withdrew", "somebody must be looked at"])
def test_her_name_is_closed_at_once_though_the_pair_is_open(world, signed_in, what):
    phone = Reader(signed_in(world.people["solveig"]))
    stops(world, what)

    assert list(canary.found_in(phone.ask("get", "/v/").content.decode(errors="replace"))) == []

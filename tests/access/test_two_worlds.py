"""Two worlds that differ by one person are one and the same to everybody who may not know of her.

Every page is asked for by everybody whom it does not concern; then something happens to one person; and
every page is asked for again. Not one byte may differ.
"""

from __future__ import annotations

import pytest

from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes as pairs
from ressursvenn.participants import aliases
from tests import marked_world

from . import addresses
from .walking import Reader, headers_of, text_of

READERS = (
    "", "bodil", "ella", "siri", "pernille", "kine", "kirsti", "solveig", "siv", "nils", "nora",
    "gro", "astrid", "vigdis",
)  # fmt: skip
DRAWN_EACH_TIME = {"mfa_activate_totp", "mfa_login_webauthn"}  # a new secret, a new challenge


def one_more_takes_part(world) -> None:
    """Referred by the coordinator herself."""
    oslo = world.oslo
    house = marked_world.House(
        oslo.slug, oslo.association, oslo.leader, oslo.second, contact=oslo.leader
    )
    marked_world.a_participant(house, "one more", settled=True)


def she_is_to_be_kept_from_somebody(world) -> None:
    apart.name_keep_apart(
        participant=world.oslo.participants["waiting"], kind="community", text="et miljø",
        by=world.oslo.leader,
    )  # fmt: skip


def her_pair_has_ended(world) -> None:
    pairs.end(pair=world.oslo.pairs["running"], ending="unsafe", by=world.oslo.leader)


HAPPENINGS = (  # what happens, and whom among the readers it concerns
    (one_more_takes_part, set()),
    (she_is_to_be_kept_from_somebody, {"vigdis"}),
    (her_pair_has_ended, {"solveig", "gro"}),  # hers, and a volunteer of the group has room again
)


@pytest.fixture(autouse=True)
def _the_same_alias_each_time(monkeypatch):
    """A suggested alias is drawn by lot: here the lot is always the first."""
    monkeypatch.setattr(aliases, "suggest", lambda taken=(): min(set(aliases.NAMES) - set(taken)))


def every_page(world, sign_names) -> set[tuple[str, str]]:
    """By reader and path: own, another's, over and none. How they are answered is in the matrix."""
    return {
        (sign_name, path)
        for sign_name in sign_names
        for name in set(addresses.names()) - DRAWN_EACH_TIME
        for several in addresses.paths(name, world).values()
        for path in several
    }


def all_that_is_shown(readers, pages) -> dict[tuple[str, str], tuple]:
    """Status, headers and body of each page."""
    shown = {}
    for sign_name, path in pages:
        answer = readers[sign_name].ask_in_vain("get", path)
        shown[sign_name, path] = answer.status_code, headers_of(answer), text_of(answer)
    return shown


def differing(before, after) -> set[tuple[str, str]]:
    return {key for key in before if before[key] != after[key]}


def test_nobody_can_tell_what_does_not_concern_them(world, signed_in):
    readers = {name: Reader(signed_in(world.people.get(name))) for name in READERS}
    before = all_that_is_shown(readers, every_page(world, readers))
    assert len(before) > 2500
    before = {key: told for key, told in before.items() if told[0] not in (403, 405)}

    for happens, concerned in HAPPENINGS:
        happens(world)
        after = all_that_is_shown(readers, before)
        told = {sign_name for sign_name, _ in differing(before, after)}
        assert told == concerned, happens.__name__
        before = after

    assert len(before) > 300


@pytest.mark.parametrize("happens", [happens for happens, _ in HAPPENINGS])
def test_those_it_concerns_can_tell(world, signed_in, happens):
    """The same comparison sees a difference where there is one, so that it can fail."""
    readers = {"kari": Reader(signed_in(world.people["kari"]))}
    pages = [("kari", path) for path in ("/a/", "/a/deltakere/", "/a/koblinger/forslag/")]
    before = all_that_is_shown(readers, pages)
    happens(world)

    assert differing(before, all_that_is_shown(readers, pages)) != set()

"""Two worlds that differ by one person are one and the same to everybody who may not know of her.

Every page of the public, and of those who see no participant, is asked for; then somebody is added, with
all that may come with her; and every page is asked for again. Not one byte may differ.
"""

from __future__ import annotations

import pytest

from ressursvenn.participants import aliases
from tests import marked_world

from . import addresses
from .walking import Reader, headers_of, text_of

MAY_NOT_KNOW = (
    "", "bodil", "ella", "siri", "pernille", "kine", "kirsti", "solveig", "siv", "sara", "nils",
    "nora", "nina", "gro", "astrid", "vigdis",
)  # fmt: skip
MAY_NOT_KNOW_OF_THE_PAIR = (
    "", "bodil", "ella", "siri", "pernille", "kine", "kirsti", "siv", "sara", "nils", "nora",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _the_same_alias_each_time(monkeypatch):
    """A suggested alias is drawn by lot: here the lot is always the first."""
    monkeypatch.setattr(aliases, "suggest", lambda taken=(): min(set(aliases.NAMES) - set(taken)))


def everything_shown(world, readers) -> dict[tuple[str, str], tuple]:
    """By reader and path: status, headers, page. Every address, own, another's, over and none."""
    shown = {}
    for sign_name, reader in readers.items():
        for name in addresses.names():
            for several in addresses.paths(name, world).values():
                for path in several:
                    answer = reader.ask_in_vain("get", path)
                    shown[sign_name, path] = answer.status_code, headers_of(answer), text_of(answer)
    return shown


def differing(before, after) -> list[tuple[str, str]]:
    return [key for key in before if before[key] != after[key]]


def test_nobody_can_tell_that_one_more_takes_part(world, signed_in):
    readers = {name: Reader(signed_in(world.people.get(name))) for name in MAY_NOT_KNOW}
    before = everything_shown(world, readers)
    house = world.oslo
    house = marked_world.House(
        house.slug, house.association, house.leader, house.second, contact=house.leader
    )
    house.participants["one more"] = marked_world.a_participant(house, "one more", settled=True)
    after = everything_shown(world, readers)

    assert differing(before, after) == []
    assert len(before) > 1500


def test_those_who_may_know_can_tell(world, signed_in):
    """The same comparison sees a difference where there is one, so that it can fail."""
    readers = {"kari": Reader(signed_in(world.people["kari"]))}
    path = "kari", "/a/deltakere/"
    before = everything_shown(world, readers)
    marked_world.a_participant(world.oslo, "one more", settled=True)
    after = everything_shown(world, readers)

    assert path in differing(before, after)


def test_nobody_can_tell_that_she_is_to_be_kept_from_somebody(world, signed_in):
    """Only the vetting officer, and a number for her coordinators."""
    from ressursvenn.apart import changes as apart

    names = [name for name in MAY_NOT_KNOW if name != "vigdis"]
    readers = {name: Reader(signed_in(world.people.get(name))) for name in names}
    before = everything_shown(world, readers)
    apart.name_keep_apart(
        participant=world.oslo.participants["waiting"], kind="community", text="et miljø",
        by=world.people["kari"],
    )  # fmt: skip
    after = everything_shown(world, readers)

    assert differing(before, after) == []


def test_nobody_can_tell_that_a_pair_has_ended(world, signed_in):
    """To everybody but the two houses' own, a year that is over is as it was before."""
    from ressursvenn.pairs import changes as pairs

    readers = {name: Reader(signed_in(world.people.get(name))) for name in MAY_NOT_KNOW_OF_THE_PAIR}
    before = everything_shown(world, readers)
    pairs.end(pair=world.oslo.pairs["running"], ending="unsafe", by=world.people["kari"])
    after = everything_shown(world, readers)

    assert differing(before, after) == []

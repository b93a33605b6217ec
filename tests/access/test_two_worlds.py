"""Two worlds that differ by one person are one and the same to everybody who may not know of her.

Every page is asked for by everybody whom it does not concern; then something happens to one person; and
every page is asked for again. Not one byte may differ, nor a header, but for the nonce and the date. By one
participant, one volunteer, one pair, one keep-apart entry; and by each of them gone again.
"""

from __future__ import annotations

import pytest

from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes as pairs
from ressursvenn.participants import aliases
from ressursvenn.participants import changes as participants
from ressursvenn.volunteers import changes as volunteers
from tests import marked_world
from tests.environment import FULL, share

from . import addresses
from .walking import Reader, headers_of, text_of

READERS = (
    "", "bodil", "ella", "siri", "pernille", "kine", "kirsti", "solveig", "siv", "nils", "nora",
    "gro", "astrid", "vigdis", "toril",
)  # fmt: skip
POSTING = (
    "",
    "bodil",
    "ella",
    "siri",
    "kine",
)  # the lowest: what their forms answer is compared too
PUBLIC = (  # addresses that are nobody's, and what is asked of the way in
    "/robots.txt", "/favicon.ico", "/sitemap.xml", "/finnes/ikke/", "/static/web/web.css", "/a/finnes/ikke/",
    "/bli-ressursvenn/annonser.json", "/bli-ressursvenn/annonser.xml", "/bli-ressursvenn/zzzzzzzz/bilde.png",
    "/lukk/?x=1", "/a/inn/?next=/a/deltakere/", "/a/inn/velkommen/finnes-ikke/",
)  # fmt: skip
COUNTING = (
    "web:my_day", "volunteers:all", "volunteers:board", "volunteers:standing", "participants:all", "pairs:all",
    "pairs:suggestions", "apart:queue", "apart:entry", "together:all", "oversight:all", "pairs_volunteer:first",
    "reporting:all", "reporting:one", "reporting_public:all", "reporting_public:one",
    "grants:all", "grants:one", "grants:report",
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


def one_more_volunteers(world) -> None:
    """As far along the road as anybody, with a name that nobody else has."""
    oslo = world.oslo
    house = marked_world.House(oslo.slug, oslo.association, oslo.leader, oslo.second, oslo.contact)
    marked_world.a_volunteer(house, 7)


def one_more_pair_is_decided(world) -> None:
    pairs.decide(
        participant=world.oslo.participants["waiting"], volunteer=world.oslo.volunteers["free"],
        reason="near", by=world.oslo.leader,
    )  # fmt: skip


def a_volunteer_is_spoken_of_with_concern(world) -> None:
    volunteers.raise_concern(
        volunteer=world.oslo.volunteers["free"], on=marked_world.ago(1), kind="other",
        by=world.oslo.leader,
    )  # fmt: skip


def a_participant_withdraws(world) -> None:
    participants.withdraw_consent(
        participant=world.oslo.participants["referred"], by=world.oslo.leader
    )


HAPPENINGS = (  # what happens, and whom among the readers it concerns
    (one_more_takes_part, set()),
    (one_more_volunteers, {"gro", "vigdis"}),  # her own group's; and somebody new to compare
    (one_more_pair_is_decided, {"gro", "astrid"}),  # who may give the second yes
    (a_volunteer_is_spoken_of_with_concern, {"gro"}),  # «en grunn du ikke kan se», and no more
    (she_is_to_be_kept_from_somebody, {"vigdis"}),
    (a_participant_withdraws, set()),
    (her_pair_has_ended, {"solveig", "gro"}),  # hers, and a volunteer of the group has room again
)


@pytest.fixture(autouse=True)
def _the_same_alias_each_time(monkeypatch):
    """A suggested alias is drawn by lot: here the lot is always the first."""
    monkeypatch.setattr(aliases, "suggest", lambda taken=(): min(set(aliases.NAMES) - set(taken)))


def every_page(world, sign_names) -> set[tuple[str, str]]:
    """By reader and path: own, another's, over and none. How they are answered is in the matrix.

    In the daily run each reader asks for the pages that count people, and for a sixteenth of the others.
    """
    return {
        (sign_name, path)
        for turn, sign_name in enumerate(sign_names)
        for name in {*COUNTING, *share(addresses.names(), turn, of=16)} - DRAWN_EACH_TIME
        for several in addresses.paths(name, world).values()
        for path in several
    }


def all_that_is_shown(readers, pages) -> dict[tuple[str, str], tuple]:
    """Status, headers and body of each page; and of what a form with nothing in it is answered there."""
    return {
        (sign_name, path): tuple(
            _answered(readers[sign_name], method, path)
            for method in (("get", "post") if sign_name in POSTING else ("get",))
        )
        for sign_name, path in pages
    }


def _answered(reader, method: str, path: str) -> tuple:
    answer = reader.ask_in_vain(method, path)
    body = b"".join(answer.streaming_content).decode() if answer.streaming else text_of(answer)
    return answer.status_code, headers_of(answer), body


def differing(before, after) -> set[tuple[str, str]]:
    return {key for key in before if before[key] != after[key]}


def is_shown(answered: tuple) -> bool:
    """Some page, that is, and not a refusal for want of a right."""
    return any(status not in (403, 405) for status, *_ in answered)


def test_nobody_can_tell_what_does_not_concern_them(world, signed_in):
    """What is refused is compared too, once all has happened."""
    readers = {name: Reader(signed_in(world.people.get(name))) for name in READERS}
    public = {(sign_name, path) for sign_name in POSTING for path in PUBLIC}
    everything = all_that_is_shown(readers, every_page(world, readers) | public)
    assert len(everything) > (1500 if FULL else 800)
    before = {key: told for key, told in everything.items() if is_shown(told)}
    assert len(before) > 120

    for happens, concerned in HAPPENINGS:
        happens(world)
        after = all_that_is_shown(readers, before)
        told = {sign_name for sign_name, _ in differing(before, after)}
        assert told == concerned, (happens.__name__, sorted(differing(before, after))[:9])
        before = after

    refused = {key: told for key, told in everything.items() if key not in before}
    assert len(refused) > 400
    refused = {key: refused[key] for key in share(sorted(refused))}
    assert differing(refused, all_that_is_shown(readers, refused)) == set()


@pytest.mark.parametrize("happens", [happens for happens, _ in HAPPENINGS])
def test_those_it_concerns_can_tell(world, signed_in, happens):
    """The same comparison sees a difference where there is one, so that it can fail."""
    readers = {"kari": Reader(signed_in(world.people["kari"]))}
    pages = [("kari", path) for path in ("/a/", "/a/deltakere/", "/a/koblinger/forslag/")]
    before = all_that_is_shown(readers, pages)
    happens(world)

    assert differing(before, all_that_is_shown(readers, pages)) != set()

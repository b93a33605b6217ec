"""Two worlds: she has said that it is heavy, or she has not. To all whom it does not concern they are one.

Every page of pairs, participants and volunteers, and every page that is about nobody, is asked for by
everybody, before and after. Not one byte may differ: it is on no participant's record, on no pair, and at
neither the crisis centre nor the national adviser.
"""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import NoReverseMatch, reverse

from ressursvenn.participants import aliases
from ressursvenn.support import changes
from tests.access.addresses import names
from tests.access.walking import Reader, headers_of, text_of
from tests.environment import share
from tests.pairs import conftest as pairing

from .conftest import TALK, days_ago

OURS = ("support:", "support_volunteer:")
CONCERNED = {("kari", "web:my_day"), ("kaja", "web:my_day"), ("gro", "web:my_day")}
READERS = ("kari", "gro", "solveig", "kirsti", "astrid", "pernille", "vigdis", "nora", "ingen")
NEAR = {"pairs", "pairs_volunteer", "participants", "volunteers", "web", "together"}
DRAWN_EACH_TIME = {"mfa_activate_totp", "mfa_login_webauthn"}
ABOUT_HER = ("web:erasing",)  # how long she is kept is counted from her last activity: hers to have


@pytest.fixture(autouse=True)
def _the_same_alias_each_time(monkeypatch):
    """A suggested alias is drawn by lot: here the lot is always the first."""
    monkeypatch.setattr(aliases, "suggest", lambda taken=(): min(set(aliases.NAMES) - set(taken)))


@pytest.fixture
def pair(kari, kaja, solveig):
    """Solveig and Linerle, introduced forty days ago."""
    volunteer = pairing.a_volunteer(kari, kaja)
    pairing.volunteers.link_account(volunteer=volunteer, person=solveig, by=kari)
    participant = pairing.a_participant(kari)
    return pairing.walked(participant, volunteer, kari, kaja, introduced=days_ago(40))


@pytest.fixture
def told_of(kari, kaja):
    """Another pair, of which the participant is to be told."""
    pair = pairing.changes.decide(
        participant=pairing.a_participant(kari, called="Erle"),
        volunteer=pairing.a_volunteer(kari, kaja, first_name="Berit"),
        reason="near",
        by=kari,
    )
    return pairing.changes.approve(pair=pair, by=kaja)


def pages(*pairs) -> dict[str, str]:
    """Path → name. About each pair, its participant and its volunteer; or about nobody."""
    found: dict[str, str] = {}
    for name in set(names()) - DRAWN_EACH_TIME:
        if name.startswith((*OURS, *ABOUT_HER)):
            continue
        for pair in pairs:
            for about in ([], [pair.reference], [pair.participant.reference]):
                _found(found, name, about)
            if name.startswith("volunteers:"):
                _found(found, name, [pair.volunteer.reference])
    return found


def _found(found: dict[str, str], name: str, about: list[str]) -> None:
    try:
        found[reverse(name, args=about)] = name
    except NoReverseMatch:
        return


def asked(paths) -> set[tuple[str, str]]:
    """Who asks for what. In the daily run each asks for a fifth of what is near, a fifteenth of what is far,
    and she for her own page."""
    hers = {("solveig", reverse("pairs_volunteer:first"))}
    near = sorted(path for path in paths if paths[path].partition(":")[0] in NEAR)
    far = sorted(set(paths) - set(near))
    return hers | {
        (who, path)
        for turn, who in enumerate(READERS)
        for path in [*share(near, turn, of=5), *share(far, turn, of=15)]
        if (who, paths[path]) not in CONCERNED
    }


def shown(readers, keys):
    """What each gets; what is done on the way is undone."""
    told = {}
    for who, path in keys:
        answer = readers[who].ask_in_vain("get", path)
        body = "" if answer.streaming else text_of(answer)
        told[who, path] = (answer.status_code, headers_of(answer), body)
    return told


def test_not_one_byte_differs(signed_in, people, pair, told_of, kari, solveig):
    readers = {who: Reader(signed_in(people.get(who))) for who in READERS}
    paths = pages(pair, told_of)
    before = shown(readers, asked(paths))
    met = Counter(paths[path].split(":")[0] for (_, path), told in before.items() if told[0] == 200)
    assert all(met[room] > 2 for room in ("pairs", "participants", "volunteers")), met
    assert met["pairs_volunteer"] >= 1

    changes.say_it_is_heavy(volunteer=pair.volunteer, by=solveig, wish="pause")
    said = shown(readers, before)
    assert [key for key in before if before[key] != said[key]] == []

    changes.note_talk(volunteer=pair.volunteer, on=days_ago(0), by=kari, **TALK)
    talked = shown(readers, before)
    assert [key for key in before if before[key] != talked[key]] == []


def test_and_it_is_where_it_should_be(signed_in, pair, kari, solveig):
    changes.say_it_is_heavy(volunteer=pair.volunteer, by=solveig, wish="pause")

    page = signed_in(kari).get("/a/veiledning/").content.decode()

    assert "vil ha pause" in page

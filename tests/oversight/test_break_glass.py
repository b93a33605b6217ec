"""One participant, now, by somebody who has no way to her: with a reason and another's yes, for an hour."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.oversight import changes, queries
from ressursvenn.programme import words
from ressursvenn.together.models import Asked

from .conftest import CALLED, NUMBER, looks, page, yes

HERE = "/a/innsyn/nod/"


@pytest.fixture(autouse=True)
def _is_witnessed(witnessed):
    """Unless a test says otherwise."""


def ask(by, row="zzzzzzzz", reason="danger", association=None):
    return changes.ask_break_glass(
        reference=getattr(row, "reference", row), reason=reason,
        association=association or by.association, by=by,
    )  # fmt: skip


@pytest.fixture
def agreed(amina, oslo, astrid, gro):
    """The national adviser asked in Oslo, and the group leader said yes."""
    return yes(ask(astrid, amina, association=oslo), gro)


def test_without_a_reason_nobody_is_asked(signed_in, amina, kaja):
    for reason in ("", "nysgjerrig"):
        told = signed_in(kaja).post(HERE, {"reference": amina.reference, "reason": reason})
        assert told.status_code == 200
        with pytest.raises(ValidationError):
            ask(kaja, amina, reason)

    assert not Asked.objects.exists()


def test_without_a_second_nothing_opens(signed_in, amina, oslo, astrid):
    asked = ask(astrid, amina, association=oslo)
    browser = signed_in(astrid)

    assert browser.post(f"{HERE}{asked.reference}/").status_code == 404
    with pytest.raises(ValidationError):
        changes.break_glass(asked=asked, by=astrid)
    with pytest.raises(ValidationError):
        yes(asked, astrid)
    assert looks() == []


def test_nobody_gives_the_yes_from_the_next_town_nor_from_a_centre(amina, oslo, astrid, people):
    asked = ask(astrid, amina, association=oslo)
    for name in ("nora", "kirsti", "siri", "pernille", "solveig"):
        with pytest.raises(ValidationError):
            yes(asked, people[name])


def test_not_while_the_log_is_not_witnessed(signed_in, amina, oslo, astrid, gro, witnessed):
    asked = ask(astrid, amina, association=oslo)
    witnessed(False)
    with pytest.raises(ValidationError, match="bevitnet"):
        ask(astrid, "aaaaaaaa", association=oslo)
    with pytest.raises(ValidationError):
        yes(asked, gro)
    assert "Kan ikke brukes akkurat nå" in signed_in(astrid).get(HERE).content.decode()

    witnessed(True)
    agreed = yes(asked, gro)
    witnessed(False)
    with pytest.raises(ValidationError, match="bevitnet"):
        changes.break_glass(asked=agreed, by=astrid)
    assert looks() == []


def test_opened_it_shows_the_card_and_safe_contact_for_an_hour(signed_in, agreed, astrid):
    browser, glass = signed_in(astrid), f"{HERE}{agreed.reference}/"
    assert browser.get(glass).status_code == 302  # not before she opens it
    assert looks() == []

    browser.post(glass)
    told = browser.get(glass).content.decode()

    assert all(word in told for word in (CALLED, NUMBER, "Sandvika"))
    assert "<title>Nødåpning" in told
    assert looks() == [("astrid", "break_glass:danger:page")]
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        again = signed_in(astrid)
        assert again.get(glass).status_code == 404
        assert again.post(glass).status_code == 404


def test_it_is_opened_once(agreed, astrid):
    changes.break_glass(asked=agreed, by=astrid)

    with pytest.raises(ValidationError):
        changes.break_glass(asked=agreed, by=astrid)


def test_whoever_said_yes_does_not_open_it_herself(amina, oslo, astrid, kaja):
    agreed = yes(ask(astrid, amina, association=oslo), kaja)

    with pytest.raises(PermissionDenied):
        changes.break_glass(asked=agreed, by=kaja)
    assert looks() == []


def test_a_yes_to_something_else_breaks_no_glass(amina, kari, gro):
    agreed = yes(changes.ask_export(participant=amina, reason="identity", by=kari), gro)

    with pytest.raises(PermissionDenied):
        changes.break_glass(asked=agreed, by=kari)


def test_a_yes_is_good_for_a_day(agreed, astrid):
    tomorrow = timezone.now() + timedelta(hours=25)
    with time_machine.travel(tomorrow), pytest.raises(ValidationError):
        changes.break_glass(asked=agreed, by=astrid)


def test_only_whoever_asked_opens_it(signed_in, agreed, amina, people):
    for name in ("kari", "kaja", "nora"):
        assert signed_in(people[name]).post(f"{HERE}{agreed.reference}/").status_code == 404
    for name in ("kari", "gro", "pernille"):
        with pytest.raises(PermissionDenied):
            changes.break_glass(asked=agreed, by=people[name])


def test_the_privacy_officer_and_her_coordinator_see_it(
    signed_in, agreed, amina, astrid, kari, pernille
):
    changes.break_glass(asked=agreed, by=astrid)
    signed_in(astrid).get(f"{HERE}{agreed.reference}/")

    (odd,) = queries.odd_ones(pernille)
    assert (odd.kind, odd.who, odd.sign.reference) == ("nødåpning", astrid, amina.reference)
    hers = signed_in(kari).get(page(amina)).content.decode()
    assert f"Astrid Lie, nødåpning med en annens ja: {words.BREAK_GLASS_REASONS['danger']}" in hers


def test_whoever_asks_learns_nothing_of_the_reference(signed_in, amina, astrid, oslo, nora):
    """One that is somebody's, somebody's elsewhere, and nobody's: the same answer."""
    browser, told = signed_in(astrid), set()
    for reference in (amina.reference, "abcd2345", "zzzzzzzz"):
        asked = {"reference": reference, "association": oslo.reference, "reason": "danger"}
        answer = browser.post(HERE, asked)
        after = browser.get(HERE).content.decode()
        told.add((answer.status_code, answer.url, "Spørsmålet er sendt" in after))

    assert told == {(302, HERE, True)}


def test_agreed_on_nobody_it_says_that_there_is_nothing(signed_in, oslo, astrid, gro):
    asked = yes(ask(astrid, "zzzzzzzz", association=oslo), gro)
    changes.break_glass(asked=asked, by=astrid)

    told = signed_in(astrid).get(f"{HERE}{asked.reference}/")

    assert told.status_code == 200
    assert "Ingenting å vise" in told.content.decode()


def test_a_coordinator_elsewhere_sees_her_too(signed_in, amina, nora, astrid):
    asked = yes(ask(nora, amina), astrid)
    changes.break_glass(asked=asked, by=nora)

    assert CALLED in signed_in(nora).get(f"{HERE}{asked.reference}/").content.decode()


@pytest.mark.parametrize("wrong", ["AMINA", "kort", "../../etc", "abcdefgh;"])
def test_what_is_no_reference_is_said_so_and_kept(signed_in, kari, wrong):
    told = signed_in(kari).post(HERE, {"reference": wrong, "reason": "danger"}).content.decode()

    assert "En referanse er åtte små bokstaver og tall." in told
    assert not Asked.objects.exists()


def test_the_second_sees_no_name(signed_in, amina, oslo, astrid, gro):
    ask(astrid, amina, association=oslo)
    told = signed_in(gro).get("/a/to/").content.decode()

    assert "Skal noen få nå én deltaker" in told
    assert words.BREAK_GLASS_REASONS["danger"] in told
    assert CALLED not in told


@pytest.mark.parametrize("who", ["gro", "solveig", "kirsti", "vigdis", "pernille", "siri", "bodil"])
def test_who_may_not_ask(signed_in, people, amina, oslo, who):
    assert signed_in(people[who]).get(HERE).status_code == 403
    with pytest.raises(PermissionDenied):
        ask(people[who], amina, association=oslo)

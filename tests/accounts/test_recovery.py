"""Getting in anew takes as much as getting in: two people, or one who stands beside a volunteer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.test import Client

import ressursvenn
from ressursvenn.accounts import changes, factors, queries
from ressursvenn.protection.models import AuditEntry

from .conftest import PASSWORD, Visitor, code_for

HOUSE = Path(ressursvenn.__file__).parent


def test_with_the_word_she_gets_in_anew_and_what_she_had_is_dead(kari, astrid, with_passkey):
    before = with_passkey(kari)
    word = changes.open_recovery(person=kari, by=astrid)
    assert before.get("/a/inn/faktorer/").status_code == 302  # signed out at once
    assert before.shows().url == "/a/"  # her passkey is hers until the word is used

    after = Visitor(kari)
    after.welcomed(word)

    assert after.get("/a/inn/faktorer/").status_code == 200
    assert before.get("/a/inn/faktorer/").status_code == 302
    thief = Visitor()
    thief.token = before.token
    assert thief.shows().url == "/a/inn/"
    assert len(factors.of(kari).passkeys) == 1


def test_a_password_from_before_is_dead_too(solveig, kari, with_app):
    with_app(solveig)
    new = Visitor(solveig)
    new.welcomed(changes.open_recovery(person=solveig, by=kari))

    thief = Visitor()
    assert thief.types("solveig").status_code == 200
    assert "_auth_user_id" not in thief.client.session
    assert factors.of(solveig).app is None
    assert factors.of(solveig).codes is None


@pytest.mark.parametrize("who", ["kari", "gro", "vigdis", "kirsti", "astrid", "pernille", "siri"])
def test_with_the_word_no_password_and_no_app_is_a_way_round_the_passkey(people, who):
    person = people[who]
    word = changes.open_recovery(person=person, by=None)
    browser = Visitor(person)
    page = browser.welcomed_page(word)
    assert 'name="password"' not in page

    browser.post("/a/inn/velkommen/", {"password": PASSWORD, "again": PASSWORD})
    browser.post("/a/inn/velkommen/app/", {"code": "000000"})
    told = {"invitation": queries.invitation_with(word), "by": person}
    with pytest.raises(PermissionDenied):
        changes.enrol_app(password_hash="x", secret="JBSWY3DPEHPK3PXP", **told)
    with pytest.raises(PermissionDenied):
        changes.choose_new_password(password=PASSWORD, **told)

    assert browser.get("/a/").status_code == 302
    assert not Authenticator.objects.exists()


def test_a_password_that_somebody_reset_for_her_never_goes_round_the_passkey(kari, with_passkey):
    with_passkey(kari)
    kari.set_password(PASSWORD)
    kari.save()
    thief = Visitor()
    thief.types("kari")

    assert thief.get("/a/").status_code == 302
    assert thief.get("/a/inn/faktorer/nokkel/").status_code == 302
    assert "_auth_user_id" not in thief.client.session


def test_one_person_alone_opens_nobodys_recovery_but_a_volunteers_coordinator(people):
    """The right is with whoever confirms accounts, and `together` has asked two before it comes here."""
    for who, by in (
        ("kari", "kaja"), ("kari", "siri"), ("kari", "gro"), ("gro", "kari"), ("astrid", "astrid"),
        ("pernille", "pernille"), ("solveig", "gro"), ("solveig", "nora"), ("solveig", "siri"),
        ("solveig", "astrid"), ("solveig", "solveig"), ("siri", "siri"),
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            changes.open_recovery(person=people[who], by=people[by])


def test_only_the_room_of_two_people_and_the_volunteers_page_open_a_recovery():
    calls = re.compile(r"\bopen_recovery\b")
    found = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if calls.search(path.read_text("utf-8"))
    }

    assert found == {
        "accounts/changes/__init__.py", "accounts/changes/ways_in.py",
        "accounts/management/commands/way_in.py",  # whoever has the machine has everything on it
        "together/accounts.py",
        "volunteers/views/account.py",
    }  # fmt: skip


def test_a_word_to_get_in_anew_works_once(kari, with_passkey):
    word = changes.open_recovery(person=kari, by=None)
    Visitor(kari).welcomed(word)
    again = Visitor(kari)

    assert "Lenken virker ikke" in again.welcomed_page(word)


def test_a_newer_word_ends_the_older(kari, astrid):
    older = changes.open_recovery(person=kari, by=astrid)
    newer = changes.open_recovery(person=kari, by=astrid)

    assert queries.invitation_with(older) is None
    assert queries.invitation_with(newer) is not None


def test_the_coordinator_does_it_for_a_volunteer_who_stands_beside_her(signed_in, kari, with_app):
    from ressursvenn.volunteers import changes as volunteers
    from tests.volunteers.conftest import applicant

    row = applicant(kari)
    person = volunteers.give_account(volunteer=row, by=kari)
    before = with_app(person)
    page = signed_in(kari).post(f"/a/ressursvenner/{row.reference}/innlogging/", {"anew": "1"})
    word = re.search(r"/a/inn/velkommen/([\w-]+)/", page.content.decode())[1]

    after = Visitor(person)
    assert "slutter å virke når du er ferdig" in after.welcomed_page(word)
    after.welcomed(word)
    assert after.get("/v/").status_code == 200
    assert before.get("/v/").status_code == 302


def test_the_steps_are_in_the_log(kari, astrid):
    Visitor(kari).welcomed(changes.open_recovery(person=kari, by=astrid))

    assert [(entry.did, entry.by) for entry in AuditEntry.objects.all()[:2]] == [
        ("accounts.enrolled", kari),
        ("accounts.recovery_opened", astrid),
    ]


def test_the_first_of_all_gets_her_word_from_the_machine_itself(kari, capsys):
    from django.core.management import call_command

    call_command("way_in", "kari")
    path = re.search(r"/a/inn/velkommen/([\w-]+)/", capsys.readouterr().out)[1]

    assert Visitor(kari).welcomed(path).url == "/a/inn/faktorer/"


def test_there_is_no_other_door_for_whoever_has_forgotten(db, kari):
    for door in ("glemt/", "ny/", "e-post/", "stengt/"):
        for method in ("get", "post"):
            assert (
                getattr(Client(), method)(f"/a/inn/{door}", {"email": "kari@example.org"}).url
                == "/a/inn/"
            )
    assert code_for("JBSWY3DPEHPK3PXP").isdigit()

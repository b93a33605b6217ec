"""Passkeys: no role that sees anybody in the programme gets in without one, used in this session."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone
from fido2.utils import websafe_encode

from ressursvenn.accounts import changes, factors
from ressursvenn.accounts.permissions import A_CODE_WILL_DO, NEEDS_PASSKEY, ROLES, Permission

from .conftest import PASSWORD, Visitor, code_for
from .token import Token

SEES = {
    Permission.SEE_VOLUNTEERS, Permission.SEE_PARTICIPANTS, Permission.REFER_PARTICIPANTS,
    Permission.SEE_PAIRS, Permission.APPROVE_PAIRS, Permission.SEE_KEEP_APART, Permission.SEE_AUDIT,
    Permission.SEE_CONCERNS,
}  # fmt: skip
NEED = sorted(NEEDS_PASSKEY)
PEOPLE = {
    "coordinator": "kari", "group_leader": "gro", "vetting_officer": "vigdis", "centre_contact": "kirsti",
    "national_adviser": "astrid", "privacy_officer": "pernille", "system_administrator": "siri",
}  # fmt: skip


def table():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mfa_authenticator")
        return cursor.fetchall()


def test_every_role_that_sees_anybody_needs_one_and_it_follows_from_the_rights():
    sees = {code for code, role in ROLES.items() if role.may & SEES}

    assert sees <= NEEDS_PASSKEY
    assert set(ROLES) - NEEDS_PASSKEY == {
        "volunteer",
        "alliance_editor",
        "funder",
        "grant_keeper",
    }
    assert not A_CODE_WILL_DO & SEES
    assert set(PEOPLE) == NEEDS_PASSKEY


def test_from_the_link_to_the_desk_with_a_passkey_and_no_password(kari, with_passkey):
    browser = with_passkey(kari)

    assert browser.get("/a/").status_code == 200
    kari.refresh_from_db()
    assert not kari.has_usable_password()


def test_the_next_time_the_passkey_is_all_it_takes(kari, with_passkey):
    later = Visitor(kari)
    later.token = with_passkey(kari).token

    assert later.shows().url == "/a/"
    assert later.get("/a/deltakere/").status_code == 200


def test_after_signing_in_she_is_where_she_was_going(kari, with_passkey):
    later = Visitor(kari)
    later.token = with_passkey(kari).token

    assert later.shows(after="/a/koblinger/").url == "/a/koblinger/"
    assert later.get("/a/inn/ut/").status_code == 200


@pytest.mark.parametrize("role", NEED)
def test_with_a_password_and_an_app_alone_no_protected_page_is_shown(people, role):
    """As if she had come from a role where that was enough. She is led to make a passkey."""
    person, secret = people[PEOPLE[role]], "JBSWY3DPEHPK3PXP"
    person.set_password(PASSWORD)
    person.save()
    Authenticator.objects.create(user=person, type="totp", data={"secret": secret})
    browser = Visitor(person)
    browser.types(person.sign_name)
    browser.post("/a/inn/kode/", {"code": code_for(secret)})

    for page in (
        "/a/",
        "/a/deltakere/",
        "/a/inn/okter/",
        "/a/inn/faktorer/",
        "/a/inn/faktorer/fjern/",
    ):
        assert browser.get(page).url == "/a/inn/igjen/"
    assert browser.get("/a/inn/igjen/").url == "/a/inn/faktorer/nokkel/"

    made = browser.token.makes(browser.options("/a/inn/faktorer/nokkel/"))
    browser.post("/a/inn/faktorer/nokkel/", {"credential": made})
    assert browser.get("/a/").status_code == 200


@pytest.mark.parametrize("role", NEED)
def test_with_a_password_alone_nothing_is_shown_and_nothing_can_be_made(people, role):
    person = people[PEOPLE[role]]
    person.set_password(PASSWORD)
    person.save()
    browser = Visitor(person)
    browser.types(person.sign_name)

    assert browser.get("/a/").url == "/a/inn/igjen/"
    assert "Du trenger en lenke" in browser.get("/a/inn/igjen/").content.decode()
    for page in ("nokkel/", "app/", "koder/", "koder/nye/", "fjern/"):
        assert browser.post(f"/a/inn/faktorer/{page}", {"code": "000000"}).status_code == 302
    assert not Authenticator.objects.exists()


def test_a_passkey_that_she_has_does_not_let_her_in_before_it_is_shown_in_this_session(
    kari, with_passkey
):
    with_passkey(kari)
    Authenticator.objects.create(user=kari, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    kari.refresh_from_db()
    kari.set_password(PASSWORD)
    kari.save()
    thief = Visitor(kari)
    thief.types("kari")
    thief.post("/a/inn/kode/", {"code": code_for("JBSWY3DPEHPK3PXP")})

    assert thief.get("/a/").url == "/a/inn/igjen/"
    assert 'name="code"' not in thief.get("/a/inn/igjen/").content.decode()
    assert thief.get("/a/inn/faktorer/nokkel/").url == "/a/inn/igjen/"
    assert len(factors.of(kari).passkeys) == 1


WRONG = {
    "no finger, face or PIN": {"verified": False},
    "another site": {"origin": "https://evil.example"},
    "a host below ours": {"origin": "http://x.localhost"},
    "a host that begins like ours": {"origin": "http://localhost.evil.example"},
    "no https": {"origin": "http://testserver"},
}


@pytest.mark.parametrize("how", WRONG)
def test_a_passkey_made_or_shown_wrongly_is_refused(kari, with_passkey, how):
    new = Visitor(kari)
    answer = new.welcomed(changes.open_recovery(person=kari, by=None), **WRONG[how])
    assert "ikke godkjent" in answer.content.decode()
    assert new.get("/a/").status_code == 302

    later = Visitor(kari)
    later.token = with_passkey(kari).token
    assert later.shows(**WRONG[how]).url == "/a/inn/"
    assert "_auth_user_id" not in later.client.session


def test_what_was_shown_once_is_worth_nothing_the_second_time(kari, with_passkey):
    token, first, second = with_passkey(kari).token, Visitor(), Visitor()
    shown = token.shows(first.get("/a/inn/nokkel/").content.decode())

    assert second.post("/a/inn/nokkel/", {"credential": shown}).url == "/a/inn/"
    assert first.post("/a/inn/nokkel/", {"credential": shown}).url == "/a/"
    first.post("/a/inn/ut/")
    assert first.post("/a/inn/nokkel/", {"credential": shown}).url == "/a/inn/"


def test_nobody_comes_in_as_somebody_else_with_a_key_of_her_own(kari, kaja, with_passkey):
    hers, mine = with_passkey(kari).token, with_passkey(kaja).token
    thief = Visitor()
    thief.token = mine

    assert thief.shows(owner=hers.owner).url == "/a/inn/"
    assert thief.shows(owner=b"1").url == "/a/inn/"
    assert thief.shows(owner=kari.reference.encode() + bytes(24)).url == "/a/inn/"
    assert "_auth_user_id" not in thief.client.session


@pytest.mark.parametrize(
    "sent", ["", "{}", "[]", "null", "1", '"x"', '{"response": {"userHandle": "é"}}', "{", "[" * 5000,
             '{"response": {"userHandle": ""}, "rawId": "", "id": "", "type": "public-key"}']
)  # fmt: skip
def test_nonsense_is_answered_like_a_wrong_passkey(kari, with_passkey, sent):
    browser = Visitor()
    browser.get("/a/inn/nokkel/")

    assert browser.post("/a/inn/nokkel/", {"credential": sent}).url == "/a/inn/"
    assert with_passkey(kari).post("/a/inn/igjen/", {"credential": sent}).status_code == 200


def test_whoever_has_left_does_not_come_in_with_it(kari, kaja, with_passkey):
    later = Visitor(kari)
    later.token = with_passkey(kari).token
    kari.left_on, kari.left_by = timezone.localdate(), kaja
    kari.save()

    assert later.shows().url == "/a/inn/"
    assert "_auth_user_id" not in later.client.session


def test_what_the_browser_is_asked_is_the_same_for_everybody(db, kari, with_passkey):
    with_passkey(kari)
    asked = [json.loads(Visitor().get("/a/inn/nokkel/").content)["publicKey"] for _ in range(2)]
    for one in asked:
        one.pop("challenge")

    assert asked[0] == asked[1] == {"rpId": "localhost", "userVerification": "required"}


# --- in the database --------------------------------------------------------------------------


def test_neither_key_nor_name_of_it_is_readable_in_the_database(
    kari, solveig, with_passkey, with_app
):
    token, secret = with_passkey(kari).token, with_app(solveig).secret
    seed = factors.of(solveig).codes.data["seed"]

    kept = str(table())
    for told in ("telefonen", "attested", websafe_encode(token.id), secret, seed):
        assert told not in kept


def test_a_row_copied_from_one_account_to_another_opens_nothing(kari, kaja, with_passkey):
    """Whoever can write in the table gives Kari her own passkey, and does not become Kari."""
    thief = Visitor()
    thief.token = with_passkey(kaja).token
    with_passkey(kari)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
            "SELECT %s, type, data, created_at FROM mfa_authenticator WHERE user_id = %s",
            [kari.pk, kaja.pk],
        )

    assert thief.shows(owner=handle(kari)).url == "/a/inn/"
    assert "_auth_user_id" not in thief.client.session


def handle(person):
    from ressursvenn.accounts import passkeys

    return passkeys._handle(person)


@pytest.mark.parametrize(
    "planted", [{"secret": "JBSWY3DPEHPK3PXP"}, {"locked": "x"}, {"locked": 7}, {}]
)
def test_a_planted_secret_of_an_app_is_not_hers(solveig, planted):
    solveig.set_password(PASSWORD)
    solveig.save()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at) VALUES (%s, 'totp', %s, %s)",
            [solveig.pk, json.dumps(planted), timezone.now()],
        )
    thief = Visitor()
    thief.types("solveig")

    thief.post("/a/inn/kode/", {"code": code_for("JBSWY3DPEHPK3PXP")})

    assert thief.get("/v/").status_code == 302
    assert factors.of(solveig).app.data["secret"] != "JBSWY3DPEHPK3PXP"


# --- once more, before what cannot be undone ------------------------------------------------------


@pytest.fixture
def late(kari, with_passkey):
    """Kari, a quarter of an hour after she showed her passkey, and not idle meanwhile."""
    browser = with_passkey(kari)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        clock.shift(timedelta(minutes=8))
        browser.get("/a/")
        clock.shift(timedelta(minutes=7))
        yield browser


DANGEROUS = ("/a/inn/faktorer/nokkel/", "/a/inn/faktorer/fjern/")


@pytest.mark.parametrize("page", DANGEROUS)
def test_after_ten_minutes_her_own_factors_ask_for_the_passkey_again(late, page):
    assert late.get("/a/").status_code == 200
    assert late.get(page).url.startswith("/a/inn/igjen/")
    assert late.post(page, {"which": "1"}).url.startswith("/a/inn/igjen/")

    assert late.proves(after=page).url == page
    assert late.get(page).status_code == 200


def test_a_password_is_never_a_fresh_proof(late, kari):
    late.post("/a/inn/igjen/", {"password": PASSWORD})

    assert late.get("/a/inn/faktorer/fjern/").status_code == 302


def test_the_session_gets_another_key_when_she_shows_who_she_is(late):
    before = late.client.cookies["desk"].value
    late.proves()

    thief = Visitor()
    thief.client.cookies["desk"] = before
    assert late.client.cookies["desk"].value != before
    assert thief.get("/a/").status_code == 302
    assert late.get("/a/").status_code == 200


def test_another_persons_passkey_proves_nothing_here(late, kaja, with_passkey):
    late.token = with_passkey(kaja).token

    assert late.proves().status_code == 200
    assert late.get("/a/inn/faktorer/fjern/").status_code == 302


# --- one more, and one less ---------------------------------------------------------------------


def test_she_makes_one_more_and_removes_the_first(kari, with_passkey):
    browser = with_passkey(kari)
    (first,) = factors.of(kari).passkeys
    second = Token()
    made = second.makes(browser.options("/a/inn/faktorer/nokkel/"))
    browser.post("/a/inn/faktorer/nokkel/", {"credential": made, "name": "maskinen"})

    assert browser.post("/a/inn/faktorer/fjern/", {"which": first.pk}).url == "/a/inn/faktorer/"

    old, new = Visitor(), Visitor()
    old.token, new.token = browser.token, second
    assert old.shows().url == "/a/inn/"
    assert new.shows().url == "/a/"


@pytest.mark.parametrize("role", NEED)
def test_the_last_passkey_of_a_role_that_needs_it_stays(people, with_passkey, role):
    person = people[PEOPLE[role]]
    browser = with_passkey(person)
    (only,) = factors.of(person).passkeys

    answer = browser.post("/a/inn/faktorer/fjern/", {"which": only.pk})

    assert "eneste passnøkkelen" in answer.content.decode()
    assert factors.of(person).passkeys == (only,)


def test_nobody_removes_or_adds_for_somebody_else(kari, kaja, with_passkey):
    with_passkey(kari)
    (hers,) = factors.of(kari).passkeys
    browser = with_passkey(kaja)

    assert browser.post("/a/inn/faktorer/fjern/", {"which": hers.pk}).status_code == 200
    with pytest.raises(PermissionDenied):
        changes.remove_factor(person=kari, factor=hers.pk, by=kaja)
    with pytest.raises(PermissionDenied):
        changes.add_passkey(person=kari, attested="x", name="", by=kaja)
    with pytest.raises(ValidationError):
        changes.remove_factor(person=kaja, factor=hers.pk, by=kaja)
    assert factors.of(kari).passkeys == (hers,)


# --- a volunteer ----------------------------------------------------------------------------------


def test_a_volunteer_may_have_a_password_and_an_app_or_a_passkey(
    solveig, nils, with_app, with_passkey
):
    assert with_app(solveig).get("/v/").status_code == 200
    assert with_passkey(nils).get("/v/").status_code == 200


def test_a_volunteer_signs_in_with_a_password_and_then_a_code(solveig, with_app):
    secret, later = with_app(solveig).secret, Visitor()

    assert later.types("solveig").url == "/a/inn/kode/"
    assert later.get("/v/").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        later.post("/a/inn/kode/", {"code": code_for(secret)})
        assert later.get("/v/").status_code == 200


def test_changing_her_app_takes_a_fresh_code_and_never_a_recovery_code(solveig, with_app):
    codes = with_app(solveig)
    paper = factors.of(solveig).codes.wrap().get_unused_codes()[0]
    later = Visitor()
    later.types("solveig")
    later.post("/a/inn/kode/", {"code": paper})

    assert later.get("/v/").status_code == 200
    assert later.get("/a/inn/faktorer/app/").url.startswith("/a/inn/igjen/")
    assert (
        later.post(
            "/a/inn/igjen/", {"code": factors.of(solveig).codes.wrap().get_unused_codes()[0]}
        ).status_code
        == 200
    )
    assert later.get("/a/inn/faktorer/nokkel/").url == "/a/inn/igjen/"
    assert codes.get("/a/inn/faktorer/app/").status_code == 200


def test_a_new_app_ends_the_old_one(solveig, with_app):
    browser = with_app(solveig)
    page = browser.get("/a/inn/faktorer/app/")
    secret = page.context["secret"]
    browser.post("/a/inn/faktorer/app/", {"code": code_for(secret)})

    assert factors.of(solveig).app.data["secret"] == secret != browser.secret


def test_the_last_way_in_of_a_volunteer_stays_too(solveig, with_app):
    browser = with_app(solveig)
    app = factors.of(solveig).app

    answer = browser.post("/a/inn/faktorer/fjern/", {"which": app.pk})

    assert "kommer du ikke inn igjen" in answer.content.decode()
    assert factors.of(solveig).app == app


def test_the_one_click_of_the_made_up_world_counts_as_all_of_it_and_only_there(
    signed_in, kari, settings
):
    browser = signed_in(kari)
    assert browser.get("/a/").status_code == 200
    assert browser.get("/a/inn/faktorer/fjern/").status_code == 200

    settings.REHEARSAL = False

    assert browser.get("/a/").url == "/a/inn/igjen/"
    assert browser.get("/a/inn/faktorer/fjern/").url == "/a/inn/igjen/"

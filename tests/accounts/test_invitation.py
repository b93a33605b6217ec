"""A volunteer's first way in: a link that works once, within a day, and what she signs in with."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from ressursvenn.accounts import changes, queries
from ressursvenn.accounts.models import Invitation, Person
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers
from tests.volunteers.conftest import applicant

from .conftest import Visitor, code_for

PASSWORD = "fire ord etter hverandre"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def ingrid(kari):
    return applicant(kari)


@pytest.fixture
def word(solveig, kari):
    return changes.invite(person=solveig, by=kari)


def choose(client, word, password=PASSWORD, again=PASSWORD):
    client.get(f"/a/inn/velkommen/{word}/")
    return client.post("/a/inn/velkommen/", {"password": password, "again": again})


def connect(client):
    page = client.get("/a/inn/velkommen/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", page)[1]
    return client.post("/a/inn/velkommen/app/", {"code": code_for(secret)})


def test_from_the_coordinators_page_to_her_own_pair_and_the_password_is_asked_for_once(
    signed_in, client, kari, ingrid
):
    page = signed_in(kari).post(f"/a/ressursvenner/{ingrid.reference}/innlogging/").content.decode()
    word = re.search(r"/a/inn/velkommen/([\w-]+)/", page)[1]

    assert choose(client, word).url == "/a/inn/velkommen/app/"
    assert connect(client).url == "/a/inn/faktorer/koder/"

    ingrid.refresh_from_db()
    assert ingrid.person.check_password(PASSWORD)
    assert (ingrid.person.role, ingrid.person.association) == ("volunteer", ingrid.association)
    assert f"<strong>{ingrid.person.sign_name}</strong>" in page
    assert client.get("/a/inn/faktorer/koder/").content.decode().count("<li>") == 10
    assert client.get("/v/").status_code == 200


def test_or_with_a_passkey_and_no_password_at_all(word, solveig):
    visitor = Visitor(solveig)

    assert visitor.welcomed(word).url == "/a/inn/faktorer/"
    assert visitor.get("/v/").status_code == 200
    solveig.refresh_from_db()
    assert not solveig.has_usable_password()


def test_before_the_app_is_connected_nothing_is_done_and_the_link_still_works(
    client, word, solveig
):
    choose(client, word)

    solveig.refresh_from_db()
    assert not solveig.has_usable_password()
    assert queries.invitation_with(word) is not None
    assert client.get("/v/").status_code == 302
    assert client.post("/a/inn/velkommen/app/", {"code": "000000"}).status_code == 200
    assert not Authenticator.objects.exists()


def test_the_app_without_a_chosen_password_leads_back(client, word):
    client.get(f"/a/inn/velkommen/{word}/")

    assert client.get("/a/inn/velkommen/app/").url == "/a/inn/velkommen/"
    assert client.post("/a/inn/velkommen/app/", {"code": "1"}).url == "/a/inn/velkommen/"


def test_the_word_does_not_stay_in_the_address(client, word):
    answer = client.get(f"/a/inn/velkommen/{word}/")

    assert answer.url == "/a/inn/velkommen/"
    assert word not in client.get(answer.url).content.decode()


def test_the_word_itself_is_not_kept(word):
    assert word not in str(list(Invitation.objects.values()))


def test_a_link_works_once(client, word, solveig):
    choose(client, word)
    connect(client)
    client.post("/a/inn/ut/")

    other = "et helt annet passord"
    assert "Lenken virker ikke" in choose(client, word, other, other).content.decode()
    solveig.refresh_from_db()
    assert solveig.check_password(PASSWORD)


def test_of_two_who_open_the_link_at_once_one_comes_in(word, solveig):
    first, second = Visitor(solveig), Visitor(solveig)
    second.get(f"/a/inn/velkommen/{word}/")
    made = second.token.makes(second.options("/a/inn/velkommen/"))
    first.welcomed(word)

    answer = second.post("/a/inn/velkommen/", {"credential": made})

    assert "Lenken virker ikke" in answer.content.decode()
    assert second.get("/v/").status_code == 302
    assert Authenticator.objects.count() == 1


def test_a_new_link_ends_the_old_one(word, solveig, kari):
    newer = changes.invite(person=solveig, by=kari)

    assert queries.invitation_with(word) is None
    assert queries.invitation_with(newer).person == solveig


def test_a_link_lives_for_a_day(word):
    with time_machine.travel(timezone.now() + timedelta(hours=23, minutes=59), tick=False):
        assert queries.invitation_with(word) is not None
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1), tick=False):
        assert queries.invitation_with(word) is None


def test_a_used_an_old_and_an_unknown_link_are_answered_alike(client, db, word):
    choose(client, word)
    connect(client)
    client.post("/a/inn/ut/")
    used = choose(client, word).content
    unknown = choose(client, "finnes-ikke").content

    def plain(page):
        return re.sub(rb'value="[\w-]{40,}"|nonce="[^"]+"', b"", page)

    assert plain(used) == plain(unknown)


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [("kort", "kort", "for kort"), (PASSWORD, PASSWORD + "x", "De to er ikke like")],
)
def test_a_poor_or_mistyped_password_is_explained_and_the_link_still_works(
    client, word, password, again, told
):
    assert told in choose(client, word, password, again).content.decode()
    assert queries.invitation_with(word) is not None


def test_a_new_password_leaves_her_second_factor_as_it_was(client, word, solveig):
    Authenticator.objects.create(user=solveig, type="totp", data={"secret": SECRET})
    assert choose(client, word).url == "/a/inn/"

    assert (
        client.post("/a/inn/", {"login": solveig.sign_name, "password": PASSWORD}).url
        == "/a/inn/kode/"
    )


def test_nobody_invites_a_colleague_or_the_neighbours_volunteer(
    kari, kaja, nils, nora, solveig, gro
):
    """Nor does a group leader, who may not see the participant that the volunteer sees."""
    for person, by in (
        (kaja, kari),
        (nils, kari),
        (solveig, nora),
        (solveig, nils),
        (solveig, gro),
    ):
        with pytest.raises(PermissionDenied):
            changes.invite(person=person, by=by)
    assert not Invitation.objects.exists()


def test_one_link_is_not_used_for_another(word, nils):
    for enrol in (
        lambda told: changes.enrol_passkey(attested="x", name="", **told),
        lambda told: changes.enrol_app(password_hash="x", secret=SECRET, **told),
        lambda told: changes.choose_new_password(password=PASSWORD, **told),
    ):
        with pytest.raises(PermissionDenied):
            enrol({"invitation": queries.invitation_with(word), "by": nils})
    assert not Authenticator.objects.exists()


def test_a_word_that_only_invites_takes_nothing_from_her(word, solveig):
    """The coordinator who made it can choose a password, and is then asked for the code she has not."""
    Authenticator.objects.create(user=solveig, type="totp", data={"secret": SECRET})
    told = {"invitation": queries.invitation_with(word), "by": solveig}

    with pytest.raises(PermissionDenied):
        changes.enrol_passkey(attested="x", name="", **told)
    with pytest.raises(PermissionDenied):
        changes.enrol_app(password_hash=make_password(PASSWORD), secret=SECRET, **told)
    assert Visitor().welcomed_page(word).count("data-passkey") == 0


def test_a_password_alone_is_no_way_in(word, solveig):
    with pytest.raises(PermissionDenied):
        changes.choose_new_password(
            invitation=queries.invitation_with(word), password=PASSWORD, by=solveig
        )


def test_a_new_password_ends_every_session_of_hers(client, word, solveig, with_app, kari):
    phone = with_app(solveig)
    choose(client, changes.invite(person=solveig, by=kari))

    assert phone.get("/v/").status_code == 302


def test_when_she_leaves_her_account_is_closed(signed_in, kari, ingrid):
    volunteers.give_account(volunteer=opened(ingrid, kari), by=kari)
    browser = signed_in(ingrid.person)
    assert browser.get("/v/").status_code == 200

    volunteers.note_leaving(volunteer=ingrid, on=timezone.localdate(), by=kari)

    assert browser.get("/v/").status_code == 302
    assert not Person.objects.get(pk=ingrid.person_id).is_active


def opened(volunteer, by):
    from ressursvenn.protection import opening

    return opening.open_record(volunteer, by=by, purpose="test")


def test_each_step_is_in_the_log(word, solveig):
    Visitor(solveig).welcomed(word)

    assert [entry.did for entry in AuditEntry.objects.all()[:2]] == [
        "accounts.enrolled",
        "accounts.invited",
    ]

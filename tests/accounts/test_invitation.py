"""A volunteer's first way in: a link that works once, within a day, and a password of her own."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts import changes, queries
from ressursvenn.accounts.models import Invitation, Person
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.views.account import squares
from tests.volunteers.conftest import applicant

PASSWORD = "fire ord etter hverandre"


@pytest.fixture
def ingrid(kari):
    return applicant(kari)


@pytest.fixture
def word(solveig, kari):
    return changes.invite(person=solveig, by=kari)


def choose(client, word, password=PASSWORD, again=PASSWORD):
    client.get(f"/a/inn/velkommen/{word}/")
    return client.post("/a/inn/velkommen/", {"password": password, "again": again})


def test_from_the_coordinators_page_to_her_own_password(signed_in, client, kari, ingrid):
    page = signed_in(kari).post(f"/a/ressursvenner/{ingrid.reference}/innlogging/").content.decode()
    word = re.search(r"/a/inn/velkommen/([\w-]+)/", page)[1]

    assert choose(client, word).url == "/a/inn/"

    ingrid.refresh_from_db()
    assert ingrid.person.check_password(PASSWORD)
    assert (ingrid.person.role, ingrid.person.association) == ("volunteer", ingrid.association)
    assert f"<strong>{ingrid.person.sign_name}</strong>" in page


def test_with_the_password_alone_she_is_led_to_the_second_factor(client, word, solveig):
    choose(client, word)
    client.post("/a/inn/", {"login": solveig.sign_name, "password": PASSWORD})

    assert client.get("/v/").url == "/a/inn/faktorer/app/"


def test_the_word_does_not_stay_in_the_address(client, word):
    answer = client.get(f"/a/inn/velkommen/{word}/")

    assert answer.url == "/a/inn/velkommen/"
    assert word not in client.get(answer.url).content.decode()


def test_the_word_itself_is_not_kept(word):
    assert word not in str(list(Invitation.objects.values()))


def test_a_link_works_once(client, word, solveig):
    choose(client, word)

    assert (
        "Lenken virker ikke"
        in choose(client, word, *["et helt annet passord"] * 2).content.decode()
    )
    solveig.refresh_from_db()
    assert solveig.check_password(PASSWORD)


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
    TOTP.activate(solveig, "JBSWY3DPEHPK3PXP")
    choose(client, word)

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
    with pytest.raises(ValidationError):
        changes.accept_invitation(
            invitation=queries.invitation_with(word), password=PASSWORD, by=nils
        )


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
    changes.accept_invitation(
        invitation=queries.invitation_with(word), password=PASSWORD, by=solveig
    )

    assert [entry.did for entry in AuditEntry.objects.all()[:2]] == [
        "accounts.invitation_accepted",
        "accounts.invited",
    ]


def test_the_picture_of_the_link_is_one_a_phone_can_read():
    """Its three corners, and as many squares as the link needs; the whole of it stands beside, in letters."""
    dark = set(squares("http://testserver/a/inn/velkommen/" + "x" * 32 + "/"))
    side = max(column for column, _ in dark)

    for left, top in ((0, 0), (side - 6, 0), (0, side - 6)):
        ring = {(left + x, top + y) for x in range(7) for y in range(7) if {x, y} & {0, 6}}
        assert ring <= dark

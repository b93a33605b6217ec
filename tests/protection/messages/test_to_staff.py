"""A notice to whoever signs in: off until she chooses it, at most one a day, and it tells nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from ressursvenn.accounts import changes as accounts
from ressursvenn.pairs import changes as pairs
from ressursvenn.participants import changes as participants
from ressursvenn.protection import audit
from ressursvenn.protection.messages import changes, post, queries
from ressursvenn.protection.messages.models import Notice, Outgoing
from ressursvenn.volunteers import changes as volunteers
from tests.pairs import conftest as pairs_conftest

from .conftest import (
    BY_SMS,
    HOUR,
    MINUTE,
    NOON,
    a_participant,
    acts,
    fresh,
    how,
    noticed,
    wants,
    written,
)


def test_nobody_gets_one_who_has_not_chosen_it(kari, noon):
    assert noticed(kari) is None
    assert not Outgoing.objects.exists()


def test_who_has_chosen_it_gets_one_and_not_two_the_same_day(kari, server, noon):
    wants(kari)
    first = noticed(kari)
    assert noticed(kari) is None
    assert post.send_due() == {"sent": 1}
    noon.shift(HOUR)
    assert noticed(kari) is None

    noon.shift(23 * HOUR)
    noticed(kari)
    assert post.send_due() == {"sent": 1}

    assert how(first) == "sent"
    assert [to for _, to, _ in server.got] == [[kari.email], [kari.email]]
    assert acts()[1:] == ["messages.sent_to_staff"] * 2


def test_one_that_arrives_late_is_the_only_one_of_that_day(kari, server, noon):
    """Written before midnight and taken after it: the new day's own is not sent as well."""
    wants(kari)
    noon.move_to(NOON.replace(hour=23, minute=59))
    late, server.mood = noticed(kari), "refuses"
    post.send_due()
    server.mood = "kind"
    noon.shift(10 * MINUTE)
    early = noticed(kari)

    post.send_due()

    assert (how(late), how(early)) == ("sent", "dropped: not_wanted")
    assert len(server.got) == 1


@pytest.mark.parametrize("what", ["not wanted", "left", "no address"])
def test_who_wants_it_no_more_gets_none(kari, people, server, noon, what):
    wants(kari)
    row = noticed(kari)
    if what == "not wanted":
        changes.choose_notices(person=kari, wanted=False, by=kari)
    elif what == "left":
        kari.left_on, kari.left_by = date(2027, 3, 3), people["siri"]
        kari.save()
    else:
        kari.email = ""
        kari.save()

    post.send_due()

    assert (how(row), server.got) == ("dropped: not_wanted", [])


@pytest.mark.parametrize("who", ["kaja", "siri", "nora"])
def test_nobody_chooses_for_somebody_else(kari, people, who):
    for wanted in (True, False):
        with pytest.raises(PermissionDenied):
            changes.choose_notices(person=kari, wanted=wanted, by=people[who])
    with pytest.raises(PermissionDenied):
        changes.choose_notices(person=kari, wanted=True, by=None)

    assert not Notice.objects.exists()


def test_a_volunteer_says_where_and_it_lies_locked(solveig, oslo, kari, server, noon):
    person = accounts.take_in_volunteer(association=oslo, by=kari)
    with pytest.raises(ValidationError, match="Skriv e-postadressen"):
        wants(person)

    wants(person, mailbox="sol@example.org")
    noticed(person)
    post.send_due()

    assert [to for _, to, _ in server.got] == [["sol@example.org"]]
    assert queries.masked_mailbox(person) == "s…@example.org"
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM post_notice")
        assert b"sol@" not in b" ".join(bytes(str(v), "utf-8") for v in cursor.fetchall()[0])


def test_another_address_is_chosen_and_an_empty_one_changes_nothing(kari, server, noon):
    wants(kari, mailbox="egen@example.org")
    wants(kari)

    noticed(kari)
    post.send_due()

    assert [to for _, to, _ in server.got] == [["egen@example.org"]]


def test_a_locked_address_moved_to_another_account_opens_nothing(kari, kaja):
    from ressursvenn.protection import vault
    from ressursvenn.protection.messages.staff import mailbox_of

    wants(kari, mailbox="egen@example.org")
    wants(kaja)
    Notice.objects.filter(person=kaja).update(mailbox=Notice.objects.get(person=kari).mailbox)

    with pytest.raises(vault.Tampered):
        mailbox_of(kaja)


def test_each_choice_is_in_the_log_without_the_address(kari):
    wants(kari, mailbox="egen@example.org")
    changes.choose_notices(person=kari, wanted=False, by=kari)

    told = list(audit.acts_on(kari.reference).filter(did__startswith="messages.").values())
    assert [entry["did"] for entry in told] == [
        "messages.notices_not_wanted", "messages.notices_wanted",
    ]  # fmt: skip
    assert "egen@" not in str(told)


def test_whoever_leads_her_hears_that_a_message_did_not_go(amina, kari, kaja, server, noon):
    for person in (kari, kaja):
        wants(person)
    written(amina, kari)
    participants.settle_contact(participant=fresh(amina), channel="nothing", by=kari)

    post.send_due()
    post.send_due()

    assert [to for _, to, _ in server.got] == [[kari.email]]


def test_a_referral_from_a_centre_is_something_new(kirsti, kari, kaja, nora, oslo, sentrum, noon):
    for person in (kari, nora):
        wants(person)

    participants.refer(
        association=oslo,
        crisis_centre=sentrum,
        called="Svale",
        by=kirsti,
        waiting_since=date(2027, 3, 1),
    )

    assert [row.to for row in Outgoing.objects.all()] == [kari.reference]


def test_her_own_referral_is_nothing_new_to_a_coordinator(kari, kaja, noon):
    for person in (kari, kaja):
        wants(person)

    a_participant(kari, **BY_SMS)

    assert not Outgoing.objects.exists()


def test_a_match_that_waits_for_a_second_yes_and_then_for_the_volunteer(kari, kaja, gro, solveig):
    row, them = pairs_conftest.a_participant(kari), pairs_conftest.a_volunteer(kari, kaja)
    volunteers.link_account(volunteer=them, person=solveig, by=kari)
    for person in (kari, gro, solveig):
        wants(person)

    pair = pairs.decide(participant=row, volunteer=them, reason="her_wish", by=kari)
    told = [row.to for row in Outgoing.objects.order_by("pk")]
    pairs.approve(pair=pair, by=gro)
    pairs.note_her_yes(pair=pairs_conftest.fresh(pair), by=kari)

    assert told == [gro.reference]
    assert [row.to for row in Outgoing.objects.order_by("pk")] == [gro.reference, solveig.reference]


def test_where_there_is_nobody_else_the_national_adviser_hears(nora, astrid, kari, kaja):
    gone = accounts.take_in(
        sign_name="gunn", name="Gunn Ås", role="group_leader", association=nora.association, by=None
    )
    row, them = pairs_conftest.a_participant(nora), pairs_conftest.a_volunteer(nora, astrid)
    type(gone).objects.filter(pk=gone.pk).update(left_on=date(2026, 3, 1), left_by=nora)
    for person in (astrid, kari, kaja, nora):
        wants(person)

    pairs.decide(participant=row, volunteer=them, reason="her_wish", by=nora)

    assert [row.to for row in Outgoing.objects.all()] == [astrid.reference]

"""Attack 7: many at the same moment."""

from __future__ import annotations

from threading import Thread

import pytest
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts import queries as invitations
from ressursvenn.accounts.models import Invitation
from ressursvenn.accounts.second_factor import REHEARSED
from ressursvenn.pairs import changes as pairs
from ressursvenn.pairs.models import Pair
from ressursvenn.volunteers import changes as volunteers
from tests.pairs.conftest import a_participant, a_place, a_volunteer
from tests.pairs.test_race import decision, raced

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 50
SECRET = "JBSWY3DPEHPK3PXP"
NEW = "en frase som ingen gjetter"


def test_07_fifty_matches_of_one_woman_at_once_make_one(alone):
    kari, kaja = alone["kari"], alone["kaja"]
    hers = a_participant(kari)
    theirs = [
        a_volunteer(kari, kaja, f"Frivillig {n}", phone="", email=f"v{n}@example.org")
        for n in range(5)
    ]

    tries = [decision(hers, theirs[n % 5], (kari, kaja)[n % 2]) for n in range(AT_ONCE)]
    answers = raced(tries)

    assert answers.count("won") == Pair.objects.count() == 1


def test_07_fifty_who_use_one_invitation_at_once_are_one(alone):
    kari, solveig = alone["kari"], alone["solveig"]
    word = accounts.invite(person=solveig, by=kari)

    def accept(n):
        invitation = invitations.invitation_with(word)
        if invitation is None:
            raise ValidationError("", code="gone")
        accounts.enrol_app(
            invitation=invitation,
            password_hash=make_password(f"{NEW} {n}"),
            secret=SECRET,
            by=solveig,
        )

    answers = raced([lambda n=n: accept(n) for n in range(AT_ONCE)])

    assert answers.count("won") == 1
    assert Invitation.objects.exclude(used_at=None).count() == 1


def running_pair(alone):
    kari, solveig = alone["kari"], alone["solveig"]
    row = a_volunteer(kari, alone["kaja"])
    volunteers.link_account(volunteer=row, person=solveig, by=kari)
    pair = pairs.decide(participant=a_participant(kari), volunteer=row, reason="near", by=kari)
    pairs.approve(pair=pair, by=alone["kaja"])
    pairs.note_her_yes(pair=pair, by=kari)
    pairs.say_yes(pair=pair, by=solveig)
    pairs.plan_introduction(pair=pair, day=timezone.localdate(), place=a_place(kari), by=kari)
    pairs.note_introduced(pair=pair, coordinator_present=True, by=kari)
    return pair


def a_phone(person):
    client = Client()
    client.force_login(person)
    session = client.session
    session[REHEARSED] = True
    session.save()
    return client


def test_07_once_a_pair_has_ended_no_read_that_begins_shows_her(alone):
    """The volunteer reads again and again while the coordinator ends it."""
    pair = running_pair(alone)
    phones = [a_phone(alone["solveig"]) for _ in range(3)]
    called, ended, seen = "Linerle", [], []
    assert called in phones[0].get("/v/").content.decode()

    def reads(phone):
        for _ in range(20):
            begun_after = bool(ended)
            shown = called in phone.get("/v/").content.decode()
            seen.append((begun_after, shown))
        connection.close()

    threads = [Thread(target=reads, args=(phone,)) for phone in phones]
    for thread in threads:
        thread.start()
    pairs.end(pair=pair, ending="unsafe", by=alone["kari"])
    ended.append(True)
    for thread in threads:
        thread.join()

    assert (True, True) not in seen
    assert called not in phones[0].get("/v/").content.decode()

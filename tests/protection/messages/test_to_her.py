"""A message to her: written with the act, looked at once more when it goes, and never tried twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from ressursvenn.participants import changes as participants
from ressursvenn.protection import audit, vault
from ressursvenn.protection.messages import post, setting
from ressursvenn.protection.messages.models import Outgoing
from tests.environment import times

from .conftest import (
    BY_EMAIL,
    BY_PHONE,
    BY_SMS,
    HOUR,
    MINUTE,
    NOON,
    SAFE,
    a_participant,
    acts,
    fresh,
    how,
    in_box,
    now_of,
    written,
)


def test_a_neutral_sms_is_written_and_sent(amina, kari):
    row = written(amina, kari)
    assert (how(row), in_box()) == ("waiting", [])

    told = post.send_due()

    assert told == {"sent": 1}
    assert in_box() == ["From: Mona\nTo: +4792769310\n\nHei, ring meg når det passer.\n"]
    assert (how(row), now_of(row).tries, acts()) == ("sent", 1, ["messages.sent_to_her"])


def test_the_outbox_knows_neither_text_nor_number(amina, kari):
    row = written(amina, kari)

    told = " ".join(map(str, Outgoing.objects.filter(pk=row.pk).values_list()[0]))
    for drawn_or_dated in (row.reference, amina.reference, "2027"):
        told = told.replace(drawn_or_dated, "")
    for word in ("Mona", "Hei", "ring", "92", "Linerle"):
        assert word not in told


def test_it_is_written_with_the_act_or_not_at_all(amina, kari):
    with transaction.atomic():
        participants.write_to_her(participant=amina, by=kari)
        assert Outgoing.objects.exists()
        transaction.set_rollback(True)

    assert not Outgoing.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_an_act_nothing_is_written(amina):
    with pytest.raises(RuntimeError, match="in the transaction of its act"):
        post.to_her(participant_reference=amina.reference, kind="call_me", by=None)


def test_what_is_for_staff_is_not_for_her(amina, kari):
    with pytest.raises(ValueError, match="not for them"):
        post.to_her(participant_reference=amina.reference, kind="something_waits", by=kari)


@pytest.mark.parametrize("who", ["nora", "gro", "kirsti", "vigdis", "siri", "solveig", "pernille"])
def test_who_may_not(amina, people, who):
    for act in (participants.write_to_her, participants.settle_messages):
        with pytest.raises(PermissionDenied):
            act(participant=amina, by=people[who])

    assert not Outgoing.objects.exists()


def test_that_she_was_looked_up_to_send_is_in_the_log(amina, kari):
    written(amina, kari)
    post.send_due()

    purposes = [entry.purpose for entry in audit.looks_at(amina.reference) if entry.by is None]
    assert purposes == ["post", "post"]


NOT_SENT = {
    "switched_off": {"channel": "nothing"},
    "ask_again": {**BY_SMS, "until": date(2027, 3, 2)},
    "untranslated": {**BY_SMS, "language": "ti"},
    "no_sender": {**BY_SMS, "sender": ""},
    "no_way": {**BY_SMS, "number": "to venner"},
    "her_word": {**BY_SMS, "never_say": ["mona"]},
}


@pytest.mark.parametrize("why", NOT_SENT)
def test_what_cannot_be_sent_is_not_written(noon, kari, why):
    amina = a_participant(kari, **NOT_SENT[why])

    with pytest.raises(ValidationError, match=setting.WHY[why]):
        participants.write_to_her(participant=amina, by=kari)

    assert not Outgoing.objects.exists()
    assert audit.looks_at(amina.reference).exists()


@pytest.mark.parametrize("channel", ["nothing", "in_person", "through_centre"])
def test_none_is_the_channel_until_she_chooses_one(noon, kari, channel):
    for chosen in ({}, {"channel": channel}):
        amina = a_participant(kari, **chosen)
        with pytest.raises(ValidationError):
            participants.write_to_her(participant=amina, by=kari)

    assert not Outgoing.objects.exists()


CHANGED = {
    "no_consent": lambda row, by: participants.withdraw_consent(participant=row, by=by),
    "erased": lambda row, by: vault.destroy_keys(row.reference),
    **{
        why: lambda row, by, told=told: participants.settle_contact(
            participant=row, by=by, forget=True, **told
        )
        for why, told in NOT_SENT.items()
    },
    "other_channel": lambda row, by: participants.settle_contact(
        participant=row, by=by, **BY_EMAIL
    ),
}


@pytest.mark.parametrize("why", CHANGED)
def test_everything_is_asked_again_when_it_goes(amina, kari, why):
    row = written(amina, kari)
    CHANGED[why](fresh(amina), kari)

    assert post.send_due() == {"dropped": 1}
    assert (how(row), in_box()) == (f"dropped: {why}", [])
    assert post.send_due() == {}


def test_a_word_that_became_banned_meanwhile_stops_it(amina, kari, settings):
    row = written(amina, kari)
    settings.MESSAGE_FROM = "post@krisesenter.example"

    post.send_due()

    assert (how(row), in_box()) == ("dropped: banned", [])


def test_two_hours_old_is_too_old(amina, kari, noon):
    row = written(amina, kari)

    noon.shift(2 * HOUR + MINUTE)
    post.send_due()

    assert (how(row), in_box()) == ("dropped: too_old", [])


def test_at_two_hours_it_still_goes(amina, kari, noon):
    row = written(amina, kari)

    noon.shift(2 * HOUR)
    post.send_due()

    assert how(row) == "sent"


EVENING = {**BY_SMS, "hours": "evening"}


def test_before_her_hours_it_waits_for_them(noon, kari):
    noon.move_to(NOON.replace(hour=15, minute=50))
    amina = a_participant(kari, **EVENING)
    row = written(amina, kari)
    looks = []

    while now_of(row).sent_at is None:
        looks.append(post.send_due())
        noon.shift(MINUTE)

    assert now_of(row).sent_at == NOON.replace(hour=17)
    assert sum(map(bool, looks)) <= 9  # and she is not opened every minute meanwhile


def test_hours_more_than_two_hours_away_are_a_no_at_once(noon, kari):
    amina = a_participant(kari, **EVENING)

    with pytest.raises(ValidationError, match=setting.WHY["closed"]):
        participants.write_to_her(participant=amina, by=kari)


def test_hours_that_were_changed_meanwhile_make_it_wait_and_then_drop(amina, kari, noon):
    row = written(amina, kari)
    participants.settle_contact(participant=fresh(amina), by=kari, **EVENING)

    while how(row) == "waiting":
        post.send_due()
        noon.shift(MINUTE)

    assert (how(row), in_box()) == ("dropped: too_old", [])


def test_one_a_day_however_often_somebody_taps(amina, kari, noon):
    written(amina, kari)
    for sent in (False, True):
        if sent:
            post.send_due()
        with pytest.raises(ValidationError, match="høyst én om dagen"):
            participants.write_to_her(participant=fresh(amina), by=kari)

    noon.shift(24 * HOUR)
    written(amina, kari)

    assert len(in_box()) == 1
    assert post.send_due() == {"sent": 1}


def test_what_was_dropped_may_be_written_anew_when_it_is_mended(amina, kari):
    written(amina, kari)
    participants.settle_contact(
        participant=fresh(amina), by=kari, **NOT_SENT["no_sender"], forget=True
    )
    post.send_due()
    participants.settle_contact(participant=fresh(amina), by=kari, **BY_SMS)

    row = written(amina, kari)
    post.send_due()

    assert how(row) == "sent"
    assert len(in_box()) == 1


def test_by_phone_nothing_is_ever_sent(noon, kari, server):
    amina = a_participant(kari, **BY_PHONE)

    row = written(amina, kari)

    assert post.send_due() == {}
    assert (how(row), in_box(), server.got) == ("waiting", [], [])


@pytest.mark.parametrize("way", ["none", "nonsense"])
def test_without_a_gateway_it_is_a_task_for_a_person(amina, kari, settings, way):
    row = written(amina, kari)
    settings.SMS_WAY = way

    post.send_due()

    assert how(row) == "dropped: refused"


def test_in_each_language_that_there_is_and_in_no_other(noon, kari):
    sent = {}
    for language in ("nb", "nn", "en", "ar", "pl", "uk", "so", "ti", "se"):
        amina = a_participant(kari, **{**BY_SMS, "language": language})
        try:
            written(amina, kari)
        except ValidationError:
            continue
        post.send_due()
        sent[language] = in_box()[-1]

    assert set(sent) == {"nb", "nn", "en", "ar", "pl", "uk"}


def test_a_consent_withdrawn_between_writing_and_sending_is_always_seen(noon, kari):
    """0 of so many."""
    for _ in range(times(500)):
        amina = a_participant(kari, **BY_SMS)
        written(amina, kari)
        participants.withdraw_consent(participant=fresh(amina), by=kari)

    assert post.send_due() == {"dropped": times(500)}
    assert in_box() == []


def test_trouble_with_one_stops_no_other(amina, kari, monkeypatch):
    other = a_participant(kari, **{**SAFE, **BY_SMS, "number": "92 76 93 11"})
    first, second = written(amina, kari), written(other, kari)
    found = setting.of

    def closed(reference):
        if reference == amina.reference:
            raise vault.Closed("the keeper is away")
        return found(reference)

    monkeypatch.setattr(setting, "of", closed)
    assert post.send_due() == {"trouble": 1, "sent": 1}
    assert (how(first), how(second)) == ("waiting", "sent")

    monkeypatch.setattr(setting, "of", found)
    assert post.send_due() == {"sent": 1}

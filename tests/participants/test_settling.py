"""The facts that are settled one by one: statements, a yes, a no, safe contact, an unknown pair."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.participants import changes, facts, rules
from ressursvenn.participants.models import Participant
from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.protection import opening

from .conftest import acts, days_ago, fresh

DATED = {
    "left_stated": (changes.note_left_him, "har-flyttet"),
    "acute_over": (changes.note_acute_phase_over, "akutt-over"),
    "consented": (changes.note_consent, "samtykke"),
    "withdrawn": (changes.withdraw_consent, "trakk-seg"),
    "unknown_pair": (changes.note_in_unknown_pair, "ukjent-kobling"),
    "contact_settled": (partial(changes.settle_contact, channel="nothing"), "kontakt"),
}
ALL = pytest.mark.parametrize("what", DATED)


def noted(participant, what):
    row = fresh(participant)
    return getattr(row, f"{what}_on"), getattr(row, f"{what}_by")


@ALL
def test_the_day_and_who_noted_it_stand_there_and_once_in_the_log(amina, kaja, what):
    DATED[what][0](participant=amina, on=days_ago(4), by=kaja)

    assert noted(amina, what) == (days_ago(4), kaja)
    assert acts() == ["participants.referred", f"participants.{what}_noted"]


@ALL
def test_without_a_day_it_is_today(amina, kari, what):
    DATED[what][0](participant=amina, by=kari)

    assert noted(amina, what) == (timezone.localdate(), kari)


@ALL
def test_a_day_to_come_leaves_neither_note_nor_entry(amina, kari, what):
    with pytest.raises(ValidationError, match="framtiden"):
        DATED[what][0](participant=amina, on=days_ago(-1), by=kari)

    assert noted(amina, what) == (None, None)
    assert acts() == ["participants.referred"]


@ALL
@pytest.mark.parametrize("who", ["nora", "gro", "kirsti", "vigdis", "siri", "solveig", "pernille"])
def test_who_may_not(amina, people, what, who):
    with pytest.raises(PermissionDenied):
        DATED[what][0](participant=amina, by=people[who])

    assert acts() == ["participants.referred"]


FIELDS = {"contact_settled": {"channel": "nothing"}, "consented": {"said_by_self": "on"}}


@ALL
def test_the_page_notes_it(signed_in, amina, kari, what):
    browser, page = signed_in(kari), f"/a/deltakere/{amina.reference}/{DATED[what][1]}/"

    shown = browser.get(page)
    answer = browser.post(page, {"on": days_ago(2).isoformat(), **FIELDS.get(what, {})})

    assert shown.status_code == 200
    assert shown.content.decode().count("<h1>") == 1
    assert answer.url == f"/a/deltakere/{amina.reference}/"
    assert noted(amina, what) == (days_ago(2), kari)


@ALL
@pytest.mark.parametrize(
    ("who", "status"), [("kari", 200), ("nora", 404), ("gro", 403), ("kirsti", 403), (None, 302)]
)
def test_who_gets_in(signed_in, people, amina, what, who, status):
    page = f"/a/deltakere/{amina.reference}/{DATED[what][1]}/"

    assert signed_in(people.get(who)).get(page).status_code == status


def codes(participant):
    terms = Terms(timezone.localdate(), Limits())
    return [no.rule for no in rules.may_be_matched(facts.of(fresh(participant)), terms)]


SEALED = ["PAR-07", "PAR-08"]  # what is on the card is unknown to a sealed row


def test_a_no_works_at_once_and_a_new_yes_opens_again(ready, kari):
    changes.withdraw_consent(participant=ready, by=kari)
    assert codes(ready) == ["PAR-05", *SEALED]

    changes.note_consent(participant=ready, by=kari)
    assert codes(ready) == SEALED


def test_a_yes_said_before_the_no_does_not_undo_it(ready, kari):
    changes.withdraw_consent(participant=ready, on=days_ago(2), by=kari)

    with pytest.raises(ValidationError, match="etter at deltakeren trakk seg"):
        changes.note_consent(participant=ready, on=days_ago(3), by=kari)

    assert codes(ready) == ["PAR-05", *SEALED]


def test_the_page_says_so_and_keeps_the_day(signed_in, ready, kari):
    changes.withdraw_consent(participant=ready, on=days_ago(2), by=kari)
    page = f"/a/deltakere/{ready.reference}/samtykke/"
    day = days_ago(3).isoformat()

    answer = signed_in(kari).post(page, {"on": day, "said_by_self": "on"})

    told = answer.content.decode()
    assert "Et nytt ja må være sagt etter at deltakeren trakk seg." in told
    assert f'value="{day}"' in told


def test_a_consent_without_the_tick_is_not_kept(signed_in, amina, kari):
    answer = signed_in(kari).post(f"/a/deltakere/{amina.reference}/samtykke/", {"on": days_ago(1)})

    assert list(answer.context["form"].errors) == ["said_by_self"]
    assert noted(amina, "consented") == (None, None)


def test_an_unknown_pair_stops_suggestions_until_it_is_settled(signed_in, ready, kari):
    changes.note_in_unknown_pair(participant=ready, by=kari)
    assert codes(ready) == ["PAR-06", *SEALED]

    page = f"/a/deltakere/{ready.reference}/kobling-avklart/"
    signed_in(kari).post(page, {"settled": "on"})

    assert codes(ready) == SEALED
    assert acts()[-1] == "participants.unknown_pair_settled"


# Safe contact


def contact_of(participant, by):
    row = opening.open_record(fresh(participant), by=by, purpose="participant_page")
    return row.contact_channel, row.contact_hours, row.contact_number


@pytest.mark.parametrize("channel", ["phone", "sms_without_name"])
def test_a_number_is_kept_where_one_is_needed(amina, kari, channel):
    changes.settle_contact(
        participant=amina, channel=channel, hours="evening", number="92 76 93 10", by=kari
    )

    assert contact_of(amina, kari) == (channel, "evening", "92 76 93 10")


@pytest.mark.parametrize("channel", ["through_centre", "in_person", "nothing"])
def test_and_nowhere_else(amina, kari, channel):
    changes.settle_contact(
        participant=amina, channel="phone", hours="any", number="92769310", by=kari
    )
    changes.settle_contact(
        participant=amina, channel=channel, hours="any", number="92769310", by=kari
    )

    assert contact_of(amina, kari) == (channel, "", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": "phone", "hours": "any"},
        {"channel": "phone", "number": "92769310"},
        {"channel": "letter"},
        {"channel": "phone", "hours": "midnight", "number": "92769310"},
    ],
)
def test_half_an_answer_is_not_settled(amina, kari, wrong):
    with pytest.raises(ValidationError):
        changes.settle_contact(participant=amina, by=kari, **wrong)

    assert noted(amina, "contact_settled") == (None, None)
    assert contact_of(amina, kari) == ("", "", "")


def test_the_form_asks_for_what_the_channel_needs(signed_in, amina, kari):
    page = f"/a/deltakere/{amina.reference}/kontakt/"
    browser = signed_in(kari)
    day = days_ago(0).isoformat()

    asked = browser.post(page, {"channel": "phone", "number": "ring meg", "on": day})
    browser.post(page, {"channel": "phone", "hours": "any", "number": "0047 92769310", "on": day})

    assert sorted(asked.context["form"].errors) == ["hours", "number"]
    assert contact_of(amina, kari) == ("phone", "any", "+47 92 76 93 10")
    assert 'value="+47 92 76 93 10"' in browser.get(page).content.decode()


def test_the_number_is_not_readable_in_the_table(amina, kari):
    changes.settle_contact(
        participant=amina, channel="phone", hours="any", number="92769310", by=kari
    )

    stored = Participant.objects.filter(pk=amina.pk).values("contact_number").get()
    assert b"92769310" not in bytes(stored["contact_number"].locked)

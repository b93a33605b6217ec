"""A referral: what the coordinator keeps, what the centre sends, a receipt that tells nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts.models import CrisisCentre
from ressursvenn.participants import aliases, changes, queries
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditEntry

from .conftest import AREA, acts, days_ago, fresh, refer

FORM = {
    "waiting_since": "2026-01-15",
    "consented": "on",
    "left_stated": "on",
    "called": "Rogn",
    "area": "Sandvika, Akershus",
    "languages": ["so", "no"],
    "avoided_areas": "Moss\nDrammen",
    "strengths": "flink til å sy",
}


def posted(association, centre=None, **changed):
    fields = {"association": association.reference, "crisis_centre": centre.slug if centre else ""}
    return {**FORM, **fields, **changed}


def test_a_referral_is_sealed_received_and_in_the_log_once(oslo, kari):
    participant = refer(oslo, kari, consented_on=days_ago(3))

    assert acts() == ["participants.referred"]
    assert (participant.referred_by, participant.received_by) == (kari, kari)
    assert (participant.consented_on, participant.consented_by) == (days_ago(3), kari)
    assert (participant.left_stated_on, participant.acute_over_on) == (None, None)
    assert vault.alive(participant.reference)
    opened = opening.open_record(fresh(participant), by=kari, purpose="participant_page")
    assert (opened.called, opened.area, opened.languages) == ("Amina", AREA, ["no", "so"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"waiting_since": days_ago(-1)},
        {"consented_on": days_ago(-1)},
        {"languages": ["xx"]},
        {"area": "nowhere"},
        {"avoided_areas": ["nowhere"]},
        {"wishes": ["xx"]},
        {"contact_channel": "letter"},
        {"called": ""},
        {"called": "x" * 41},
        {"strengths": "x" * 201},
    ],
)
def test_what_cannot_be_leaves_nothing_behind(oslo, kari, wrong):
    with pytest.raises(ValidationError) as refused:
        refer(oslo, kari, **wrong)

    assert "xx" not in str(refused.value)
    assert not Participant.objects.exists()
    assert acts() == []


@pytest.mark.parametrize("who", ["nora", "gro", "vigdis", "astrid", "siri", "solveig", "bodil"])
def test_who_may_not_refer_here(oslo, people, who):
    with pytest.raises(PermissionDenied):
        refer(oslo, people[who])


def test_a_centre_refers_where_it_cooperates_and_from_itself(oslo, nabo, sentrum, kirsti):
    participant = refer(oslo, kirsti, crisis_centre=sentrum)

    assert (participant.referred_by, participant.received_on) == (kirsti, None)
    for association, centre in ((nabo, sentrum), (oslo, None), (oslo, other_centre())):
        with pytest.raises(PermissionDenied):
            refer(association, kirsti, crisis_centre=centre)
    assert Participant.objects.count() == 1


def other_centre():
    return CrisisCentre.objects.create(slug="annet", name="Et annet krisesenter")


def test_a_contact_wish_is_kept_and_not_settled(oslo, kari):
    participant = refer(oslo, kari, contact_channel="sms_without_name", contact_hours="evening")

    opened = opening.open_record(fresh(participant), by=kari, purpose="participant_page")
    assert (opened.contact_channel, opened.contact_hours) == ("sms_without_name", "evening")
    assert opened.contact_settled_on is None


def test_the_page_keeps_what_was_written(signed_in, oslo, sentrum, kari):
    answer = signed_in(kari).post("/a/deltakere/ny/", posted(oslo, sentrum))

    participant = Participant.objects.get()
    assert answer.url == f"/a/deltakere/{participant.reference}/"
    opened = opening.open_record(participant, by=kari, purpose="participant_page")
    assert (opened.called, opened.area) == ("Rogn", AREA)
    assert opened.avoided_areas == ["no-ostfold-moss", "no-buskerud-drammen"]
    assert opened.left_stated_on == opened.consented_on == opened.waiting_since
    assert (opened.acute_over_on, opened.crisis_centre) == (None, sentrum)


def test_without_a_yes_nothing_is_sent(signed_in, oslo, kari):
    answer = signed_in(kari).post("/a/deltakere/ny/", posted(oslo, consented=""))

    assert list(answer.context["form"].errors) == ["consented"]
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    ("area", "told"), [("Vik", "Mener du"), ("Ingensteds", "Vi kjenner ikke et sted")]
)
def test_a_place_that_is_not_one_place_is_asked_about(signed_in, oslo, kari, area, told):
    answer = signed_in(kari).post("/a/deltakere/ny/", posted(oslo, area=area))

    (message,) = answer.context["form"].errors["area"]
    assert message.startswith(told)
    assert not Participant.objects.exists()
    assert 'value="Rogn"' in answer.content.decode()  # what was written is still there


def test_a_free_alias_is_suggested(signed_in, oslo, kari):
    for name in aliases.NAMES[1:]:
        refer(oslo, kari, called=name)

    page = signed_in(kari).get("/a/deltakere/ny/")

    assert page.context["form"].initial["called"] == aliases.NAMES[0]
    looked = AuditEntry.objects.filter(purpose="alias").get()
    assert looked.by == kari


def test_a_centre_is_suggested_a_name_without_opening_anybody(signed_in, oslo, kari, kirsti):
    refer(oslo, kari)
    before = AuditEntry.objects.count()

    page = signed_in(kirsti).get("/a/deltakere/ny/")

    assert page.context["form"].initial["called"] in aliases.NAMES
    assert AuditEntry.objects.count() == before


def test_a_centre_cannot_choose_another_house_or_another_centre(signed_in, nabo, sentrum, kirsti):
    browser = signed_in(kirsti)

    assert (
        "association"
        in browser.post("/a/deltakere/ny/", posted(nabo, sentrum)).context["form"].errors
    )
    assert not Participant.objects.exists()


def test_the_receipt_tells_that_it_was_received_and_nothing_more(
    signed_in, oslo, sentrum, kari, kirsti
):
    browser = signed_in(kirsti)
    browser.post("/a/deltakere/ny/", posted(oslo, sentrum))
    refer(oslo, kari, called="Vier")  # somebody else's referral
    participant = Participant.objects.get(referred_by=kirsti)
    today = timezone.localdate()

    sent = browser.get("/a/deltakere/")
    changes.receive(participant=participant, by=kari)
    received = browser.get("/a/deltakere/")
    changes.withdraw_consent(participant=participant, by=kari)
    afterwards = browser.get("/a/deltakere/")

    receipt = queries.Receipt(participant.reference, today, None)
    assert sent.context["receipts"] == [receipt]
    assert "Rogn" not in sent.content.decode()
    assert "Vier" not in sent.content.decode()
    assert received.context["receipts"] == [queries.Receipt(participant.reference, today, today)]
    assert afterwards.context["receipts"] == received.context["receipts"]
    assert browser.get(f"/a/deltakere/{participant.reference}/").status_code == 403


def test_receiving_is_for_the_coordinators_here(oslo, sentrum, kirsti, kaja, nora):
    participant = refer(oslo, kirsti, crisis_centre=sentrum)

    for person in (kirsti, nora):
        with pytest.raises(PermissionDenied):
            changes.receive(participant=participant, by=person)
    changes.receive(participant=participant, by=kaja)

    assert fresh(participant).received_by == kaja
    assert acts() == ["participants.referred", "participants.received_noted"]


def test_a_referral_by_mistake_goes_with_its_keys(oslo, kari, nora, kirsti):
    participant = refer(oslo, kari)

    for person in (nora, kirsti):
        with pytest.raises(PermissionDenied):
            changes.take_back_referral(participant=participant, by=person)
    changes.take_back_referral(participant=participant, by=kari)

    assert not Participant.objects.exists()
    assert not vault.alive(participant.reference)
    assert acts() == ["participants.referred", "participants.referral_taken_back"]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("kari", 200), ("nora", 200), ("kirsti", 200), ("gro", 403), ("vigdis", 403),
        ("astrid", 403), ("siri", 403), ("pernille", 403), ("solveig", 403), (None, 302),
    ],
)  # fmt: skip
def test_who_gets_to_the_form(signed_in, people, who, status):
    assert signed_in(people.get(who)).get("/a/deltakere/ny/").status_code == status


def test_a_future_referral_is_refused_on_the_page_too(signed_in, oslo, kari):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    answer = signed_in(kari).post("/a/deltakere/ny/", posted(oslo, waiting_since=tomorrow))

    assert list(answer.context["form"].errors) == ["waiting_since"]

"""A coordinator decides that two people are to be asked. Somebody else must agree."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair
from ressursvenn.participants import changes as participants
from ressursvenn.programme.states import PairState
from ressursvenn.protection import opening
from ressursvenn.volunteers import changes as volunteers

from .conftest import a_participant, a_volunteer, acts, ahead, days_ago


def refused(**given):
    with pytest.raises(ValidationError) as told:
        changes.decide(**given)
    return [error.code for error in told.value.error_list]


def test_a_decision_keeps_its_reason_and_the_numbers_it_was_made_under(amina, volunteer, kari):
    pair = changes.decide(participant=amina, volunteer=volunteer, reason="language", by=kari)

    assert pair.state is PairState.DECIDED
    assert (pair.decided_by, pair.decision_reason, pair.was_suggested) == (kari, "language", False)
    assert pair.terms_name == "nasjonal 2026-01-01"
    assert acts() == ["pairs.decided"]


def test_as_suggested_is_a_reason_only_for_what_was_suggested(amina, volunteer, kari):
    given = {"participant": amina, "volunteer": volunteer, "reason": "as_suggested", "by": kari}

    assert refused(**given) == ["PAI-07"]
    assert changes.decide(**given, was_suggested=True).was_suggested


@pytest.mark.parametrize("reason", ["", "because"])
def test_no_reason_or_one_that_is_not_on_the_list_is_refused(amina, volunteer, kari, reason):
    with pytest.raises(ValidationError):
        changes.decide(participant=amina, volunteer=volunteer, reason=reason, by=kari)

    assert not Pair.objects.exists()
    assert acts() == []


def test_all_three_layers_are_asked_and_all_are_told(amina, kari, kaja):
    other = a_volunteer(kari, kaja, "Ingrid", languages=["pl"], phone="", email="i@example.org")
    volunteers.pause(volunteer=other, until=ahead(30), by=kari)
    participants.withdraw_consent(participant=amina, by=kari)

    told = refused(participant=amina, volunteer=other, reason="near", by=kari)

    assert told == ["VOL-06", "PAR-05", "MAT-03"]


def test_somebody_kept_apart_is_refused_without_a_word_of_why(amina, volunteer, kari):
    apart.name_keep_apart(participant=amina, kind="person", text="Solveig Moen", by=kari)

    assert refused(participant=amina, volunteer=volunteer, reason="near", by=kari) == ["–"]


def test_a_participant_is_in_one_open_pair_at_a_time(decided, amina, kari, kaja):
    other = a_volunteer(kari, kaja, "Ingrid", phone="", email="i@example.org")

    assert refused(participant=amina, volunteer=other, reason="near", by=kari) == ["PAR-06"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Pair.objects.create(
            association=kari.association, participant=amina, volunteer=other, decided_by=kari,
            decided_on=days_ago(0), decision_reason="near", terms_name="x",
        )  # fmt: skip


def test_a_volunteers_places_are_capped_by_the_associations_limit(decided, volunteer, kari):
    opening.open_record(volunteer, by=kari, purpose="test")
    volunteers.correct_card(volunteer=volunteer, places=3, by=kari)
    another = a_participant(kari, "Blåmeis")

    told = refused(participant=another, volunteer=decided.volunteer, reason="near", by=kari)

    assert told == ["VOL-05"]


def test_a_day_ahead_is_refused(amina, volunteer, kari):
    with pytest.raises(ValidationError, match="fram i tid"):
        changes.decide(participant=amina, volunteer=volunteer, reason="near", by=kari, on=ahead(1))


@pytest.mark.parametrize("who", ["gro", "solveig", "astrid", "kirsti", "vigdis", "bodil"])
def test_only_a_coordinator_decides(people, amina, volunteer, who):
    with pytest.raises(PermissionDenied):
        changes.decide(participant=amina, volunteer=volunteer, reason="near", by=people[who])


def test_the_neighbours_coordinator_does_not_decide_for_ours(amina, volunteer, nora):
    with pytest.raises(PermissionDenied):
        changes.decide(participant=amina, volunteer=volunteer, reason="near", by=nora)

    assert not Pair.objects.exists()


def test_the_page_shows_every_layer_and_then_decides(signed_in, amina, volunteer, kari):
    desk = signed_in(kari)
    address = f"/a/koblinger/bestem/?deltaker={amina.reference}&ressursvenn={volunteer.reference}"

    page = desk.get(address).content.decode()
    answer = desk.post(address, {"reason": "near"})

    assert "forslaget passer" not in page
    assert answer.url == "/a/koblinger/"
    assert [pair.decision_reason for pair in Pair.objects.all()] == ["near"]


def test_a_made_up_mark_does_not_make_it_a_suggestion(signed_in, amina, volunteer, kari):
    address = f"/a/koblinger/bestem/?deltaker={amina.reference}&ressursvenn={volunteer.reference}"

    page = signed_in(kari).post(f"{address}&forslag=abc", {"reason": "as_suggested"})

    assert page.status_code == 200
    assert not Pair.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("kari", 200), ("nora", 404), ("gro", 403)])
def test_who_gets_in(signed_in, people, amina, volunteer, who, status):
    address = f"/a/koblinger/bestem/?deltaker={amina.reference}&ressursvenn={volunteer.reference}"

    assert signed_in(people[who]).get(address).status_code == status

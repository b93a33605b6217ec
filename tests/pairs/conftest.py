"""Amina (called Linerle) and Solveig, whom nothing stands between; and their pair at every step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import changes as neighbourhood
from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair
from ressursvenn.participants import changes as participants
from ressursvenn.participants.models import Participant
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes as together
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Volunteer
from tests.people import both_wrote, third

AREA = "no-akershus-sandvika"
NUMBER = "900 00 001"


def days_ago(number: int) -> date:
    return timezone.localdate() - timedelta(days=number)


def ahead(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def a_participant(by: Person, called: str = "Linerle", **card) -> Participant:
    """Somebody nothing stands in the way of."""
    usual = {
        "area": AREA,
        "languages": ["no", "so"],
        "interests": ["walking", "film"],
        "times": ["saturday"],
        "waiting_since": days_ago(100),
        "left_stated_on": days_ago(400),
        "acute_over_on": days_ago(400),
        "consented_on": days_ago(400),
    }
    card = {**usual, **card}
    row = participants.refer(
        association=by.association, crisis_centre=None, called=called, by=by, **card
    )
    participants.settle_contact(
        participant=row, channel="phone", hours="evening", number=NUMBER, on=days_ago(400), by=by
    )
    return Participant.objects.get(pk=row.pk)


def a_volunteer(by: Person, other: Person, first_name: str = "Solveig", **card) -> Volunteer:
    """Somebody nothing stands in the way of."""
    usual = {
        "last_name": "Moen",
        "areas": [AREA],
        "languages": ["no", "so", "en"],
        "interests": ["walking", "coffee"],
        "times": ["saturday", "sunday"],
        "phone": "400 00 001",
        "email": f"{first_name.lower()}@example.org",
        "birth_year": 1980,
    }
    row = volunteers.note_application(
        association=by.association,
        first_name=first_name,
        applied_on=days_ago(500),
        by=by,
        **{**usual, **card},
    )
    volunteers.note_interview(
        volunteer=row, on=days_ago(480), first_interviewer=by, second_interviewer=third(by, other),
        outcome="suitable", by=by,
    )  # fmt: skip
    both_wrote(row)
    volunteers.note_course_hours(volunteer=row, on=days_ago(460), hours=12, by=by)
    volunteers.note_confidentiality_signed(volunteer=row, on=days_ago(455), by=by)
    volunteers.ask_for_certificate(volunteer=row, on=days_ago(454), by=by)
    volunteers.note_certificate_seen(
        volunteer=row, issued_on=days_ago(453), on=days_ago(450), seen_by=by, by=by
    )
    volunteers.note_agreement(volunteer=row, on=days_ago(440), months=12, by=by)
    together.answer(asked=volunteers.ask_for_approval(volunteer=row, by=by), yes=True, by=other)
    return Volunteer.objects.get(pk=row.pk)


def fresh(pair: Pair) -> Pair:
    """As the database has it: sealed."""
    return Pair.objects.select_related("participant", "volunteer", "association").get(pk=pair.pk)


def acts() -> list[str]:
    """What was done to pairs, oldest first; not what was read."""
    done = AuditEntry.objects.filter(did__startswith="pairs.").order_by("id")
    return list(done.values_list("did", flat=True))


def a_place(by: Person, name: str = "Biblioteket") -> str:
    place = neighbourhood.note_place(area=AREA, name=name, kind="library", source="kommunen", by=by)
    return place.reference


@pytest.fixture
def amina(kari) -> Participant:
    return a_participant(kari)


@pytest.fixture
def volunteer(kari, kaja, solveig) -> Volunteer:
    """Solveig, with the account she signs in with."""
    row = a_volunteer(kari, kaja)
    volunteers.link_account(volunteer=row, person=solveig, by=kari)
    return Volunteer.objects.get(pk=row.pk)


@pytest.fixture
def decided(amina, volunteer, kari) -> Pair:
    return fresh(changes.decide(participant=amina, volunteer=volunteer, reason="her_wish", by=kari))


@pytest.fixture
def approved(decided, kaja) -> Pair:
    return fresh(changes.approve(pair=decided, by=kaja))


@pytest.fixture
def asked(approved, kari) -> Pair:
    """She has said yes; the volunteer is to answer."""
    return fresh(changes.note_her_yes(pair=approved, by=kari))


@pytest.fixture
def both(asked, solveig) -> Pair:
    return fresh(changes.say_yes(pair=asked, by=solveig))


@pytest.fixture
def planned(both, kari) -> Pair:
    """Tomorrow, at the library."""
    return fresh(changes.plan_introduction(pair=both, day=ahead(1), place=a_place(kari), by=kari))


@pytest.fixture
def running(amina, volunteer, kari, kaja) -> Pair:
    """Introduced forty days ago."""
    return walked(amina, volunteer, kari, kaja, introduced=days_ago(40))


def walked(participant, volunteer, decider, approver, introduced: date) -> Pair:
    """A pair led all the way to its first meeting, in the days before it."""
    day = introduced - timedelta(days=10)
    pair = changes.decide(
        participant=participant, volunteer=volunteer, reason="near", by=decider, on=day
    )
    changes.approve(pair=pair, by=approver, on=day)
    changes.note_her_yes(pair=pair, by=decider, on=day)
    changes.note_volunteer_yes(pair=pair, by=decider, on=day)
    changes.plan_introduction(
        pair=pair, day=introduced, place=a_place(decider, f"Parken {pair.pk}"), by=decider, on=day
    )
    changes.note_introduced(pair=pair, coordinator_present=True, by=decider, on=introduced)
    return fresh(pair)

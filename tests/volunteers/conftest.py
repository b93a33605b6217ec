"""Volunteers in all readiness, ours and the neighbour's. All invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.together import changes as together
from ressursvenn.volunteers import changes
from ressursvenn.volunteers.models import Volunteer
from tests.people import both_wrote, third

DAY = timedelta(days=1)


def days_ago(days: int) -> date:
    return timezone.localdate() - days * DAY


def applicant(by: Person, **more: Any) -> Volunteer:
    """Somebody has applied and nothing more has happened."""
    known = {
        "first_name": "Ingrid",
        "last_name": "Solbakken",
        "applied_on": days_ago(60),
        "areas": ["no-oslo-oslo"],
        "languages": ["no", "so"],
        "interests": ["walking"],
        "times": ["saturday"],
        "phone": "400 00 001",
        "email": "ingrid.solbakken@example.org",
        "birth_year": 1980,
    }
    return changes.note_application(association=by.association, by=by, **{**known, **more})


def ready(by: Person, other: Person, **more: Any) -> Volunteer:
    """Somebody whom no rule stands in the way of."""
    return approved(walked(by, other, **more), by, other)


def walked(by: Person, other: Person, **more: Any) -> Volunteer:
    """Somebody who lacks only that two approve her."""
    one = applicant(by, **more)
    changes.note_interview(
        volunteer=one,
        on=days_ago(50),
        first_interviewer=by,
        second_interviewer=third(by, other),
        outcome="suitable",
        by=by,
    )
    both_wrote(one)
    changes.note_course_hours(volunteer=one, on=days_ago(30), hours=12, by=by)
    changes.note_confidentiality_signed(volunteer=one, on=days_ago(30), by=by)
    changes.ask_for_certificate(volunteer=one, on=days_ago(45), by=by)
    changes.note_certificate_seen(
        volunteer=one, issued_on=days_ago(35), on=days_ago(20), seen_by=by, by=by
    )
    changes.note_agreement(volunteer=one, on=days_ago(10), months=12, by=by)
    return one


def approved(volunteer: Volunteer, by: Person, other: Person) -> Volunteer:
    """One has asked, another has said yes."""
    question = changes.ask_for_approval(volunteer=volunteer, by=by)
    together.answer(asked=question, yes=True, by=other)
    return volunteer


def fresh(volunteer: Volunteer) -> Volunteer:
    """The same row as the database has it: sealed."""
    return Volunteer.objects.get(pk=volunteer.pk)


@pytest.fixture
def volunteer(kari) -> Volunteer:
    return fresh(applicant(kari))


@pytest.fixture
def ready_volunteer(kari, kaja) -> Volunteer:
    return fresh(ready(kari, kaja))


@pytest.fixture
def neighbours_volunteer(nora) -> Volunteer:
    return fresh(applicant(nora, first_name="Borghild", last_name="Nabo"))


@pytest.fixture
def audited():
    """What has been audited since the last time somebody asked."""
    from ressursvenn.protection.models import AuditEntry

    seen = {"upto": 0}

    def since() -> list[str]:
        entries = AuditEntry.objects.filter(pk__gt=seen["upto"]).order_by("pk")
        seen["upto"] = AuditEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        return [entry.did for entry in entries]

    return since


def pair(volunteer: Volunteer, by: Person, **more: Any) -> Any:
    """A row of the room above, as far as this room asks of it."""
    from django.apps import apps

    from ressursvenn.participants import changes as participants

    somebody = participants.refer(
        association=by.association, crisis_centre=None, called="Måne", by=by
    )
    return apps.get_model("pairs.Pair").objects.create(
        association=by.association,
        participant=somebody,
        volunteer=volunteer,
        decided_on=days_ago(5),
        decided_by=by,
        decision_reason="as_suggested",
        terms_name="test",
        **more,
    )

"""Amina has somebody she must never meet; Ole has applied to be a volunteer."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.utils import timezone

from ressursvenn.apart import changes, queries
from ressursvenn.apart.models import KeepApart
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers
from tests.participants.conftest import days_ago, fresh, refer

__all__ = ["days_ago", "fresh", "refer"]


def apply(association, by, first_name="Ole", last_name="Vik", **more):
    """An applicant, as the database has it."""
    applied = volunteers.note_application(
        association=association, first_name=first_name, last_name=last_name, by=by, **more
    )
    return type(applied).objects.get(pk=applied.pk)


def name(participant, by, text="Ole Vik", kind="person", **more) -> KeepApart:
    """An entry, as the database has it."""
    entry = changes.name_keep_apart(participant=participant, kind=kind, text=text, by=by, **more)
    return KeepApart.objects.select_related("participant__association").get(pk=entry.pk)


def answer(participant, volunteer):
    """Must the two be kept apart?"""
    told = queries.answers([participant], [volunteer])
    return told[participant.reference, volunteer.reference]


def pair(participant, volunteer, by, **days):
    """An open pair, unless a day says otherwise."""
    return apps.get_model("pairs.Pair").objects.create(
        association=participant.association,
        participant=participant,
        volunteer=volunteer,
        decided_on=timezone.localdate(),
        decided_by=by,
        decision_reason="as_suggested",
        terms_name="prøve",
        **days,
    )


def acts() -> list[str]:
    """What was done in this room, oldest first."""
    done = AuditEntry.objects.filter(did__startswith="apart.").order_by("id")
    return list(done.values_list("did", flat=True))


@pytest.fixture
def amina(oslo, kari):
    return fresh(refer(oslo, kari))


@pytest.fixture
def ole(oslo, kari):
    return apply(oslo, kari, phone="92769310", email="ole.vik@example.org")

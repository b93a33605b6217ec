"""Amina takes part. Ready is somebody nothing stands in the way of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ressursvenn.participants import changes
from ressursvenn.participants.models import Participant
from ressursvenn.protection.models import AuditEntry

AREA = "no-akershus-sandvika"


def days_ago(number: int) -> date:
    return timezone.localdate() - timedelta(days=number)


def fresh(participant: Participant) -> Participant:
    """As the database has it: sealed again."""
    return Participant.objects.get(pk=participant.pk)


def acts() -> list[str]:
    """What was done, oldest first; not what was read, nor how the cast was taken in."""
    done = AuditEntry.objects.exclude(did="protection.opened").exclude(did__startswith="accounts.")
    done = done.order_by("id")
    return list(done.values_list("did", flat=True))


def refer(association, by, **card) -> Participant:
    """A referral with a card of the usual kind."""
    usual = {
        "crisis_centre": None,
        "called": "Amina",
        "area": AREA,
        "languages": ["no", "so"],
        "waiting_since": days_ago(30),
    }
    return changes.refer(association=association, by=by, **{**usual, **card})


@pytest.fixture
def amina(oslo, kari) -> Participant:
    """Referred with a card, and nothing stated yet."""
    return fresh(refer(oslo, kari))


@pytest.fixture
def ready(oslo, kari) -> Participant:
    """Nothing stands in the way."""
    stated = dict.fromkeys(("left_stated_on", "acute_over_on", "consented_on"), days_ago(20))
    participant = refer(oslo, kari, called="Linerle", waiting_since=days_ago(60), **stated)
    changes.settle_contact(participant=participant, channel="through_centre", by=kari)
    return fresh(participant)

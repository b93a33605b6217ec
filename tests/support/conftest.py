"""Solveig, approved long ago and with an account; a group that Gro leads; and the neighbours. All invented."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.utils import timezone

from ressursvenn.support import changes
from ressursvenn.support.models import Presence
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers.models import Approval
from tests.volunteers.conftest import applicant, audited, days_ago, fresh, ready

__all__ = ["applicant", "audited", "days_ago", "fresh", "ready"]
DAY = timedelta(days=1)


def ahead(days: int):
    return timezone.localdate() + days * DAY


def long_approved(by, other, **more):
    """Approved a hundred days ago: guidance is due."""
    row = ready(by, other, **more)
    Approval.objects.filter(volunteer=row).update(approved_on=days_ago(100))
    return fresh(row)


@pytest.fixture
def hers(kari, kaja, solveig):
    """Solveig's own row, sealed."""
    row = long_approved(kari, kaja, first_name="Solveig", last_name="Moen")
    volunteers.link_account(volunteer=row, person=solveig, by=kari)
    return fresh(row)


@pytest.fixture
def neighbours(nora, nils):
    row = applicant(nora, first_name="Nils", last_name="Hagen")
    volunteers.link_account(volunteer=row, person=nils, by=nora)
    return fresh(row)


def a_group(by, leader, **more):
    told = {"name": "Tirsdagsgruppen", "places": 3, **more}
    return changes.lay_out_group(association=by.association, leader=leader, by=by, **told)


@pytest.fixture
def group(kari, gro):
    return a_group(kari, gro)


@pytest.fixture
def in_group(group, hers, kari):
    """The group, with Solveig in it since long."""
    row = changes.take_in(group=group, volunteer=hers, by=kari)
    type(row).objects.filter(pk=row.pk).update(joined_on=days_ago(90))
    type(group).objects.filter(pk=group.pk).update(led_since=days_ago(90))
    return fresh_group(group)


def fresh_group(group):
    return type(group).objects.get(pk=group.pk)


def an_evening(group, by, on, **more):
    told = {"begins": time(18), "ends": time(20), "place": "Nabolagshuset", **more}
    return changes.set_evening(group=group, on=on, by=by, **told)


def came(evening, volunteer, by, how="came"):
    """She was there."""
    changes.note_who_came(evening=evening, came={volunteer.reference: how}, by=by)
    return Presence.objects.get(evening=evening, volunteer=volunteer)


TALK = {"length": "15_30", "mood": "heavy", "next_step": "talk_again"}

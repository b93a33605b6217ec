"""A course of two evenings, and volunteers who may come. All invented."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.training import changes
from ressursvenn.volunteers import changes as volunteers
from tests.volunteers.conftest import applicant


def ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def evening(course: Any, by: Any, days: int, *topics: str, **more: Any) -> Any:
    """One of today has begun, at whatever hour the tests are run."""
    begins = time(17, 30) if days > 0 else time(0, 0)
    told = {"begins": begins, "ends": time(20, 30), "hours": 3, "place": "Biblioteket"}
    return changes.put_in_evening(
        course=course, day=ahead(days), topics=topics, by=by, **{**told, **more}
    )


def a_course(by: Any, *, first: int = 7, places: int = 2, **more: Any) -> Any:
    """Two evenings a week apart; sign-up is open while the first is to come."""
    told = {"title": "Kurs for nye", "places": places}
    course = changes.lay_out_course(association=by.association, by=by, **{**told, **more})
    evening(course, by, first, "programme", "role")
    evening(course, by, first + 7, "violence", "trauma")
    return course


@pytest.fixture
def course(kari):
    return a_course(kari)


@pytest.fixture
def ingrid(kari):
    return applicant(kari)


@pytest.fixture
def hers(kari, solveig):
    """The volunteer whose account is Solveig's."""
    one = applicant(kari, first_name="Solveig")
    return volunteers.link_account(volunteer=one, person=solveig, by=kari)

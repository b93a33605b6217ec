"""Somebody applies by herself. All invented."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from ressursvenn.arrivals import changes
from ressursvenn.arrivals.models import Arrival
from ressursvenn.volunteers.models import Volunteer

SHE = {
    "first_name": "Ingrid",
    "last_name": "Solbakken",
    "phone": "400 00 001",
    "email": "ingrid.solbakken@example.org",
    "birth_year": 1980,
    "areas": ["no-oslo-oslo"],
    "languages": ["no", "so"],
    "times": ["saturday"],
    "interests": ["walking"],
}


@pytest.fixture(autouse=True)
def _nobody_has_applied_today(db):
    cache.clear()


def typed(**more: Any) -> dict[str, Any]:
    """What she types into the form. A name with the value None was left alone."""
    form = {
        **SHE,
        "association": "oslo",
        "birth_year": "1980",
        "areas": "Sandvika, Akershus",
        "told": "Jeg har god tid på lørdager.",
        "consent": "on",
        "do": "send",
    }
    return {name: value for name, value in {**form, **more}.items() if value is not None}


def applies(client: Client | None = None, path: str = "/sok/", **more: Any) -> Any:
    return (client or Client()).post(path, typed(**more))


def arrival(association: Any, **more: Any) -> Arrival:
    told = {"consent": "2026-11", "told": "God tid", **SHE, **more}
    return changes.receive(association=association, **told)


def held(association: Any) -> Volunteer:
    """The fourth of a day from one number."""
    for _ in range(3):
        arrival(association)
    return fresh(arrival(association).volunteer)


def fresh(row: Any) -> Any:
    """The same row as the database has it: sealed."""
    return type(row).objects.get(pk=row.pk)


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

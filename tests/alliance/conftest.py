"""Two editors of the alliance, and the small things that most tests begin with. All invented."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.alliance import changes
from ressursvenn.alliance.models import CampaignAction, Order
from ressursvenn.protection.models import AuditEntry
from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.web.conftest import looking  # noqa: F401 - a fixture

MOSS = "no-ostfold-moss"


def ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def text(**more: Any) -> dict[str, Any]:
    """What an editor writes of an action."""
    return {
        "kind": "stand", "title": "Stand på torget", "told": "Vi deler ut knapper.", "area": MOSS,
        "place": "Kongens gate", "day": ahead(10), "organiser": "Moss sanitetsforening", **more,
    }  # fmt: skip


def planned(by: Person, **more: Any) -> CampaignAction:
    return changes.plan(by=by, **text(**more))


def shown(by: Person, second: Person, **more: Any) -> CampaignAction:
    """Written by one and shown by another."""
    action = planned(by, **more)
    changes.show(action=action, read=action.version, by=second)
    return fresh(action)


def ordered(**more: Any) -> Order:
    told = {
        "kind": "school", "who": "Solbakken skole", "county": "Østfold", "number": 200,
        "attention": "Rektor Vår Lien", "street": "Skoleveien 1", "postcode": "1511", "town": "Moss",
        "email": "rektor@example.org", **more,
    }  # fmt: skip
    return changes.order_buttons(**told)


def stocked(by: Person, number: int = 1000) -> None:
    changes.note_stock(kind="in", number=number, day=ahead(0), by=by)


def fresh(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def a_photo(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **more: Any) -> bytes:
    """A picture as a camera leaves it."""
    from PIL import Image

    out = BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(out, kind, **more)
    return out.getvalue()


def pictured(action: CampaignAction, by: Person, **more: Any) -> Any:
    told = {"described": "Et bord med knapper", "consent": "nobody", "came": a_photo(), **more}
    return changes.add_photo(action=action, by=by, **told)


@pytest.fixture
def eva(people) -> Person:
    """A second editor."""
    return accounts.take_in(
        sign_name="eva", name="Eva Myhre", role="alliance_editor", email="eva@example.org", by=None
    )


@pytest.fixture
def audited():
    """What has been audited since the last time somebody asked."""
    seen = {"upto": 0}

    def since() -> list[str]:
        entries = list(AuditEntry.objects.filter(pk__gt=seen["upto"]).order_by("pk"))
        seen["upto"] = entries[-1].pk if entries else seen["upto"]
        return [entry.did for entry in entries]

    since()
    return since

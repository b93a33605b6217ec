"""Adverts put together the way the page does it."""

from __future__ import annotations

from typing import Any

import pytest

from ressursvenn.accounts.models import Person
from ressursvenn.adverts import blocks, changes, queries
from ressursvenn.adverts.models import Advert

MOSS = "no-ostfold-moss"
FIVE = ["ar", "so", "ti", "tr", "uk"]


def chosen(**more: Any) -> dict[str, Any]:
    """What a coordinator has chosen; nothing of where, when or languages."""
    return {
        "language": "nb", "heading": "walk", "doing": ["walk", "cook"], "getting": ["guidance"],
        "languages": [], "towns": [], "times": [], **more,
    }  # fmt: skip


def drafted(by: Person, **more: Any) -> Advert:
    return changes.write_draft(association=by.association, by=by, **chosen(**more))


def published(by: Person, **more: Any) -> Advert:
    advert = drafted(by, **more)
    shown = blocks.print_of(queries.text_of(advert))
    return changes.publish(advert=advert, shown=shown, by=by)


def fresh(advert: Advert) -> Advert:
    return Advert.objects.get(pk=advert.pk)


@pytest.fixture
def advert(kari) -> Advert:
    return published(kari)


@pytest.fixture
def audited():
    """What has been audited since the last time somebody asked."""
    from ressursvenn.protection.models import AuditEntry

    seen = {"upto": 0}

    def since() -> list[str]:
        entries = list(AuditEntry.objects.filter(pk__gt=seen["upto"]).order_by("pk"))
        seen["upto"] = entries[-1].pk if entries else seen["upto"]
        return [entry.did for entry in entries]

    return since

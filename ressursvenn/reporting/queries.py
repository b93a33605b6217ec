"""Releases that everybody may read, and proposals that whoever releases may."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from ressursvenn.together import queries as together

from . import words
from .models import FirstCount, Proposal, Release

ISSUE = "reporting.issue"  # the act that takes two
FILES = ("json", "csv", "metadata")


def releases() -> QuerySet[Release]:
    """Those that are out, newest year first, without their files."""
    return Release.objects.defer(*FILES)


def one_release(year: int) -> Release | None:
    """One of them, with its files: for whoever reads it."""
    return Release.objects.filter(year=year).first()


def told_by_releases(before: int | None = None) -> list[dict[str, Any]]:
    """What each says, oldest first; of years before one, if one is given."""
    rows = Release.objects.order_by("year").only("json", "year")
    if before is not None:
        rows = rows.filter(year__lt=before)
    return [json.loads(bytes(row.json)) for row in rows]


def seen_before(year: int) -> list[dict[str, Any]]:
    """The same of years before one, as whoever proposed them has them: as each was first counted."""
    kept = FirstCount.objects.filter(year__lt=year).values_list("year", "told")
    first: dict[int, dict[str, Any]] = dict(kept)
    return [first.get(told["year"], told) for told in told_by_releases(before=year)]


def proposals() -> list[Any]:
    """All of them, newest year first, each with its `state`."""
    waits = together.is_waiting(ISSUE, OuterRef("reference"))
    rows = Proposal.objects.select_related("proposed_by", "release").defer(
        *(f"release__{name}" for name in FILES)
    )
    return [_with_state(row) for row in rows.annotate(waits=waits).order_by("-year")]


def proposal(reference: str) -> Any:
    """One of them, the same way; None when there is none."""
    return next((row for row in proposals() if row.reference == reference), None)


def _with_state(row: Any) -> Any:
    out = hasattr(row, "release")
    row.state = words.RELEASED if out else words.ASKED if row.waits else words.PROPOSED
    row.state_word = words.STATES[row.state]
    return row


def site() -> str:
    """Where everybody reads us, from https on: the first address that is not the desk's."""
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    open_hosts = (one for one in settings.ALLOWED_HOSTS if one != settings.DESK_HOST)
    return f"{scheme}://{next(open_hosts)}"


def open_addresses() -> list[tuple[str, date | None]]:
    """Every open page with the day it last changed, for whoever tells search engines."""
    out = [(_address(row), row.issued_on) for row in releases()]
    newest = max((day for _, day in out), default=None)
    return [
        (reverse("reporting_public:all"), newest),
        (reverse("reporting_public:definitions"), None),
        (reverse("reporting_public:about_data"), None),
        *out,
    ]


def _address(row: Release) -> str:
    return reverse("reporting_public:one", args=[row.year])

"""That a page is published takes two, as the room of what takes two people knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.together.acts import Act, Told

from . import queries
from .models import Version
from .queries import PUBLISH


def stands(*, about: str, detail: str, association: Association | None) -> str:
    """A version never changes; what everybody reads meanwhile may."""
    version = queries.version(about)
    if version is None:
        raise ValidationError("Versjonen finnes ikke.")
    now = queries.current(version.place, version.language)
    if now and now.version_id == version.pk:
        raise ValidationError("Det er denne versjonen alle leser nå.")
    return now.version.reference if now else "-"


def told(rows: Sequence[Any]) -> dict[str, Told]:
    """Which page, and which version of it: the words are read where the version is."""
    found = Version.objects.filter(reference__in=[row.about for row in rows])
    known = {version.reference: _told_of(version) for version in found}
    return {row.reference: known[row.about] for row in rows if row.about in known}


def _told_of(version: Version) -> Told:
    return (
        ("Side", version.place_word),
        ("Språk", version.tongue.word),
        ("Versjon", str(version.number)),
    )


def page_of(about: str) -> str:
    """The version itself, beside what everybody reads now."""
    return reverse("door:version", args=[about])


def publish(done: Callable[..., Any]) -> Act:
    """`done` is what the second yes does; it lies with the changes, above this module."""
    return Act(
        code=PUBLISH,
        question="Skal alle lese denne versjonen?",
        may_ask=Permission.EDIT_ALLIANCE,
        may_answer=Permission.EDIT_ALLIANCE,
        done=done,
        stands=stands,
        summary=told,
        read_at=page_of,
        fresh=False,  # an earlier text comes back as easily
    )

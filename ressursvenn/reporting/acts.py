"""That numbers are released takes two, as the room of what takes two people knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.together.acts import Act, Told

from . import making, queries
from .models import Proposal


def stands(*, about: str, detail: str, association: Association | None) -> str:
    """A print of all that it tells, and of what made it: both say yes to the same."""
    row = Proposal.objects.filter(reference=about, release=None).first()
    if row is None:
        raise ValidationError("Forslaget finnes ikke, eller er alt gitt ut.")
    return making.print_of(making.canonical({**row.told, "made_with": making.versions()}))


def told(rows: Sequence[Any]) -> dict[str, Told]:
    """Which year: the numbers themselves are read where they are."""
    found = Proposal.objects.filter(reference__in=[row.about for row in rows])
    known = {row.reference: _told_of(row) for row in found}
    return {row.reference: known[row.about] for row in rows if row.about in known}


def _told_of(row: Proposal) -> Told:
    hidden = row.told["protection"]["hidden"]
    return (
        ("År", str(row.year)),
        ("Tabeller", str(len(row.told["tables"]))),
        ("Skjulte ruter", str(hidden)),
    )


def issue(done: Callable[..., Any]) -> Act:
    """`done` is what the second yes does; it lies with the changes, above this module."""
    return Act(
        code=queries.ISSUE,
        question="Skal årets tall gis ut?",
        may_ask=Permission.RELEASE_FIGURES,
        may_answer=Permission.RELEASE_FIGURES,
        done=done,
        stands=stands,
        summary=told,
    )

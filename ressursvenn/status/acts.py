"""That a report is issued takes two, as the room of what takes two people knows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from ressursvenn.accounts.models import Association
from ressursvenn.accounts.permissions import Permission
from ressursvenn.shapes.days import in_words
from ressursvenn.together.acts import Act, Told

from . import queries, words
from .models import Report


def stands(*, about: str, detail: str, association: Association | None) -> str:
    """All that it tells, figures and words: both say yes to the same."""
    report = Report.objects.filter(reference=about, issue=None).first()
    if report is None:
        raise ValidationError("Rapporten finnes ikke, eller er alt gitt ut.")
    return queries.stands(report)


def told(rows: Sequence[Any]) -> dict[str, Told]:
    """Which period, in which language: the report itself is read where it is."""
    found = Report.objects.filter(reference__in=[row.about for row in rows])
    known = {report.reference: _told_of(report) for report in found}
    return {row.reference: known[row.about] for row in rows if row.about in known}


def _told_of(report: Report) -> Told:
    period = f"{in_words(report.first_day)} – {in_words(report.last_day)}"
    return ("Periode", period), ("Språk", words.WRITTEN_IN[report.language])


def page_of(about: str) -> str:
    """The report as it would be, with its paper."""
    return reverse("status:one", args=[about])


def issue(done: Callable[..., Any]) -> Act:
    """`done` is what the second yes does; it lies with the changes, above this module."""
    return Act(
        code=queries.ISSUE,
        question="Skal denne statusrapporten gis ut?",
        may_ask=Permission.EDIT_ALLIANCE,
        may_answer=Permission.EDIT_ALLIANCE,
        done=done,
        stands=stands,
        summary=told,
        read_at=page_of,
    )

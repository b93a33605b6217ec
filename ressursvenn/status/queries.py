"""Reports that everybody may read, and those that are written on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Value
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.together import queries as together

from . import compiling, making, words
from .models import Issue, Report

ISSUE = "status.issue"  # the act that takes two
NOT_OUT = "status.not_out"  # the line in Min dag
FILES = ("html", "pdf", "json", "csv")


def issued() -> QuerySet[Issue]:
    """Those that are out, newest first, without their files."""
    rows = Issue.objects.select_related("report", "issued_by").defer(*FILES)
    return rows.order_by("-issued_on", "-pk")


def one_issued(reference: str) -> Issue | None:
    """One of them, with its files: for whoever reads it."""
    return Issue.objects.select_related("report").filter(report__reference=reference).first()


def reports() -> list[Any]:
    """All of them, newest period first, each with its `state`."""
    waits = together.is_waiting(ISSUE, OuterRef("reference"))
    rows = Report.objects.select_related("written_by", "issue").defer(
        *(f"issue__{name}" for name in FILES)
    )
    return [_with_state(row) for row in rows.annotate(waits=waits).order_by("-last_day", "-pk")]


def report(reference: str) -> Any:
    """One of them, the same way; None when there is none."""
    return next((row for row in reports() if row.reference == reference), None)


def _with_state(row: Any) -> Any:
    out = hasattr(row, "issue")
    row.state = words.ISSUED if out else words.ASKED if row.waits else words.DRAFT
    row.state_word = words.STATES[row.state]
    return row


def data_of(row: Report) -> compiling.Data:
    """What it would tell today."""
    return {**compiling.of_period(row.first_day, row.last_day), "slots": row.slots}


def stands(row: Report) -> str:
    """A print of all that it would tell: when it changes, two people no longer agree about the same thing."""
    told = {**data_of(row), "language": row.language, "made_with": making.versions()}
    return compiling.print_of(compiling.canonical(told))


def open_addresses() -> list[tuple[str, date | None]]:
    """Every open page with the day it last changed, for whoever tells search engines."""
    out = [(_address(row), row.issued_on) for row in issued()]
    newest = max((day for _, day in out), default=None)
    return [
        (reverse("status_public:all"), newest),
        (reverse("status_public:about_data"), None),
        *out,
    ]


def news() -> list[tuple[str, str, str, date]]:
    """Reports that are out: title, what is new, path, day."""
    return [
        (
            "Statusrapport",
            "En ny rapport om arbeidet til alliansen er gitt ut.",
            _address(row),
            row.issued_on,
        )
        for row in issued()
    ]


def _address(row: Issue) -> str:
    return reverse("status_public:one", args=[row.report.reference])


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """Her own reports of a period that is over, which nobody has been asked to issue.

    What somebody asks to issue is told by the room of what takes two.
    """
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    rows = Report.objects.filter(written_by=person, issue=None, last_day__lt=terms.today)
    named = (
        rows.filter(~together.is_waiting(ISSUE, OuterRef("reference")))
        .order_by()
        .annotate(what=Value(NOT_OUT, CharField()), about=F("reference"), since=F("last_day"))
    )
    return [named.values_list("what", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One of them."""
    return Line(
        weight=Weight.TO_SETTLE,
        who="",
        sentence="En rapport er begynt, og perioden er over.",
        act="Gjør den ferdig",
        url=reverse("status:one", args=[about]),
        since=since,
    )

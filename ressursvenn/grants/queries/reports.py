"""Reports that are written, and those that were issued, for whoever may read them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from .. import facts
from ..models import Goal, Grant, Issue, Report, Result, Verdict

FILES = ("pdf", "xlsx", "json")
OF_A_REPORT = (
    "grant__call__scheme__funder", "grant__association", "grant__award", "grant__owner", "issue", "read_by",
)  # fmt: skip
WITHOUT_FILES = tuple(f"issue__{name}" for name in FILES)


def reports_of(grant: Grant) -> QuerySet[Any]:
    """Those of a grant, the newest first, without their files."""
    rows = Report.objects.filter(grant=grant).select_related("issue", "noted_by")
    return rows.defer(*WITHOUT_FILES, "figures")


def report_called(reference: str) -> Any:
    """One of them with all that it tells of, or None."""
    rows = Report.objects.select_related(*OF_A_REPORT).defer(*WITHOUT_FILES)
    return rows.filter(reference=reference).first()


def is_issued(report: Any) -> bool:
    return hasattr(report, "issue")


def texts_of(report: Report) -> dict[tuple[str, str], str]:
    """What is written in it, by measure and heading."""
    return {(row.part, row.code): row.says for row in report.slots.all()}


def asked_of(report: Report) -> list[tuple[str, str]]:
    """The texts that its form asks for, by measure and heading, in the order of the form."""
    return facts.asked_of(report, Goal.objects.filter(grant=report.grant_id))


def verdicts_of(report: Report) -> dict[int, Verdict]:
    """By goal."""
    return {row.goal_id: row for row in report.verdicts.all()}


def results_of(report: Report) -> dict[int, int]:
    """What people counted, by indicator."""
    return dict(Result.objects.filter(report=report).values_list("indicator", "value"))


def issued_visible_to(person: Person) -> QuerySet[Issue]:
    """What was issued: all of it to whoever keeps grants, and to a funder's reader what is that funder's."""
    rows = Issue.objects.select_related("report__grant__call__scheme__funder", "issued_by")
    rows = rows.defer(*FILES, "report__figures").order_by("-issued_on", "-pk")
    if person.may(Permission.KEEP_GRANTS):
        return rows
    if not person.may(Permission.READ_GRANTS):
        return rows.none()
    hers = {"person": person, "ended_on": None}
    way = "report__grant__call__scheme__funder__readers"
    return rows.filter(**{f"{way}__{name}": value for name, value in hers.items()}).distinct()


def one_issued(person: Person, reference: str) -> Issue | None:
    """One of them, for whoever may read it, with its files."""
    found = issued_visible_to(person).filter(report__reference=reference).first()
    return found and Issue.objects.select_related("report__grant").get(pk=found.pk)


def issued_before(report: Report) -> Issue | None:
    """The one that this report is held against: the same scheme and place, and a period just before."""
    grant = report.grant
    rows = Issue.objects.filter(
        report__grant__call__scheme=grant.call.scheme_id,
        report__grant__association=grant.association_id,
        report__last_day__lt=report.first_day,
    )
    return (
        rows.defer("pdf", "xlsx")
        .select_related("report")
        .order_by("-report__last_day", "-pk")
        .first()
    )

"""What happens to a report: begun, written in, thrown away, asked about, issued. What is issued stands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.paper import setting
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not
from ressursvenn.together import changes as together

from . import compiling, facts, making, queries, rules
from .models import Issue, Report

FROZEN = "Rapporten er gitt ut og kan ikke endres. Lag en ny for samme periode."

UNPRINTABLE = (
    "Papiret lot seg ikke lage: det står et tegn i rapporten som skriftene våre ikke har. Se etter uvanlige "
    "tegn, og skriv dem på en annen måte."
)


@transaction.atomic
def begin_report(*, first_day: date, last_day: date, language: str, by: Person) -> Report:
    """A period is to be told of. Nobody outside sees it yet."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = Report(first_day=first_day, last_day=last_day, language=language)
    return _keep(row, by=by, did="report_begun")


@transaction.atomic
def write_in_report(
    *,
    report: Report,
    authors: str,
    foreword: str,
    press: str,
    deviations: str,
    plans: str,
    by: Person,
) -> Report:
    """What figures cannot tell. An answer that waits falls, since the report is another."""
    row = _draft(report, by)
    row.authors, row.foreword, row.press = authors, foreword, press
    row.deviations, row.plans = deviations, plans
    return _keep(row, by=by, did="report_written_in")


@transaction.atomic
def throw_away_report(*, report: Report, by: Person) -> None:
    """It will not be issued. What is issued is never thrown away."""
    row = _draft(report, by)
    audit.record(by=by, did="status.report_thrown_away", to=row)
    row.delete()


@transaction.atomic
def ask_to_issue(*, report: Report, by: Person) -> Any:
    """One of two has said that it should be issued as it stands. Raises ValidationError with why not."""
    row = _draft(report, by)
    or_why_not(rules.may_be_issued(facts.of(row), accounts.terms(None)))
    _files(row)
    return together.ask(act=queries.ISSUE, about=row.reference, association=None, by=by)


def _issued(*, asked: Any, by: Person) -> Issue:
    """The second yes: the files are made, and kept as they are from now on."""
    report = Report.objects.get(reference=asked.about)
    or_why_not(rules.may_be_issued(facts.of(report), accounts.terms(None)))
    files = _files(report)
    row = Issue(report=report, **files, asked_by=asked.asked_by, issued_by=by)
    row.prints = {kind: compiling.print_of(content) for kind, content in files.items()}
    row.made_with, row.issued_on = making.versions(), timezone.localdate()
    row.full_clean()
    row.save()
    audit.record(by=by, did="status.issued", to=report)
    return row


def _files(report: Report) -> dict[str, bytes]:
    """Raises ValidationError when there is a letter in it that none of our fonts has."""
    try:
        return making.made(
            queries.data_of(report), language=report.language, on=timezone.localdate()
        )
    except setting.Unprintable:
        raise ValidationError(UNPRINTABLE) from None


def _draft(report: Report, by: Person) -> Report:
    """As it is in the database now, and so until we are done."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = Report.objects.select_for_update(of=("self",)).filter(pk=report.pk).first()
    if row is None:
        raise ValidationError("Rapporten er kastet.")
    if Issue.objects.filter(report=row).exists():
        raise ValidationError(FROZEN)
    return row


def _keep(row: Report, *, by: Person, did: str) -> Report:
    row.written_at, row.written_by = timezone.now(), by
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"status.{did}", to=row)
    return row

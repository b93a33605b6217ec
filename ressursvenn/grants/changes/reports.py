"""A report: begun, written, judged, counted, issued. What is issued stands, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.paper import setting
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import compiling, facts, making, prefilling, queries, rules, standing, words
from ..models import Award, Goal, Grant, Indicator, Issue, Report, Result, Slot, Verdict
from ._noting import kept, locked, noted, of_work_alone, terms
from .giving import NOT_GIVEN

FROZEN = "Rapporten er gitt ut og kan ikke endres. Lag en ny for samme periode."
UNPRINTABLE = (
    "Papiret lot seg ikke lage: det står et tegn i rapporten som skriftene våre ikke har. Se etter uvanlige "
    "tegn, og skriv dem på en annen måte."
)


@transaction.atomic
def begin_report(
    *, grant: Grant, kind: str, first_day: date, last_day: date, language: str, by: Person
) -> Report:
    """The funder is to be told of these days. What was recorded stands there to begin with."""
    row = locked(grant, by=by)
    if not Award.objects.filter(grant=row).exists():
        raise ValidationError(NOT_GIVEN)
    if kind == words.FINAL:
        _whole(row, first_day, last_day)
    report = Report(grant=row, kind=kind, first_day=first_day, last_day=last_day, language=language)
    _read(report, by)
    noted(report, by=by, did="report_begun")
    Slot.objects.bulk_create(
        Slot(report=report, part=part, code=code, says=says)
        for (part, code), says in prefilling.texts_for(report).items()
    )
    return report


def _whole(grant: Grant, first_day: date, last_day: date) -> None:
    if (first_day, last_day) != (grant.first_day, standing.lasts_until(grant)):
        raise ValidationError(
            "En sluttrapport gjelder hele tiden tilskuddet gjelder. Velg de dagene."
        )


@transaction.atomic
def read_figures(*, report: Report, by: Person) -> Report:
    """The figures are read anew from the rooms."""
    row = _draft(report, by)
    _read(row, by)
    return kept(row, by=by, did="figures_read")


def _read(report: Report, by: Person) -> None:
    report.figures = compiling.figures_of(report)
    report.read_on, report.read_by = timezone.localdate(), by


@transaction.atomic
def write_in_report(
    *,
    report: Report,
    texts: Mapping[tuple[str, str], str],
    signer: str,
    signer_role: str,
    by: Person,
) -> Report:
    """What figures cannot tell, and who signs. A text about one person is refused."""
    row = _draft(report, by)
    asked = set(queries.asked_of(row))
    for (part, code), says in texts.items():
        if (part, code) in asked:
            told = of_work_alone(f"{part}-{code}", says)
            Slot.objects.update_or_create(report=row, part=part, code=code, defaults={"says": told})
    row.signer, row.signer_role = signer, signer_role
    return kept(row, by=by, did="report_written_in")


@transaction.atomic
def judge_goals(
    *,
    report: Report,
    verdicts: Mapping[int, tuple[str, str]],
    results: Mapping[int, int | None],
    by: Person,
) -> Report:
    """Whether each goal was met, and what people counted."""
    row = _draft(report, by)
    for goal in Goal.objects.filter(grant=row.grant_id, pk__in=verdicts):
        how, why = verdicts[goal.pk]
        told = {"how": how, "why": of_work_alone(f"why-{goal.reference}", why)}
        Verdict.objects.update_or_create(report=row, goal=goal, defaults=told)
    by_hand = Indicator.objects.filter(goal__grant=row.grant_id, figure="", pk__in=results)
    for one in by_hand:
        value = results[one.pk]
        if value is None:
            Result.objects.filter(report=row, indicator=one).delete()
        else:
            Result.objects.update_or_create(report=row, indicator=one, defaults={"value": value})
    return kept(row, by=by, did="goals_judged")


@transaction.atomic
def throw_away_report(*, report: Report, by: Person) -> None:
    """It will not be issued. What is issued is never thrown away."""
    row = _draft(report, by)
    audit.record(by=by, did="grants.report_thrown_away", to=row)
    row.delete()


@transaction.atomic
def issue(*, report: Report, by: Person) -> Issue:
    """The figures are read once more, the files are made, and they are kept as they are from now on."""
    row = _draft(report, by)
    _read(row, by)
    row.full_clean()
    row.save()
    or_why_not(not_met(rules.may_be_issued(facts.of_report(row), terms())))
    files = _files(row)
    out = Issue(report=row, **files, prints=making.prints_of(files), made_with=making.versions())
    out.issued_on, out.issued_by = timezone.localdate(), by
    out.full_clean()
    out.save()
    audit.record(by=by, did="grants.issued", to=row)
    return out


def _files(report: Report) -> dict[str, bytes]:
    """Raises ValidationError when there is a letter in it that none of our fonts has."""
    whole: Any = queries.report_called(report.reference)
    try:
        return making.made(compiling.data_of(whole), on=timezone.localdate())
    except setting.Unprintable:
        raise ValidationError(UNPRINTABLE) from None


def _draft(report: Report, by: Person) -> Report:
    row = locked(report, by=by)
    if Issue.objects.filter(report=row).exists():
        raise ValidationError(FROZEN)
    return row

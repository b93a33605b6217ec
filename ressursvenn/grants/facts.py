"""From tables to what the rules ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from . import counting, funder_forms, standing
from .models import (
    Charge,
    Expense,
    FunderMeeting,
    Goal,
    Grant,
    Indicator,
    Line,
    Report,
    Result,
    Verdict,
)
from .rules import ApplicationFacts, ChargeFacts, CountFacts, ReportFacts
from .words import NOT_MET, PARTLY, SHARED


def of_application(grant: Grant) -> ApplicationFacts:
    """What is written of it so far."""
    goals = list(grant.goals.annotate(counted=Count("indicators")))
    lines = list(grant.lines.all())
    paid = {line.part for line in lines}
    return ApplicationFacts(
        deadline_day=grant.call.deadline_day,
        goals=len(goals),
        goals_without_indicator=sum(not goal.counted for goal in goals),
        lines=len(lines),
        parts_without_line=len({goal.part for goal in goals} - paid) if SHARED not in paid else 0,
    )


def of_count(grant: Grant, figure: str) -> CountFacts:
    """One of those below."""
    (facts,) = of_counts(grant, [figure])
    return facts


def of_counts(grant: Grant, figures: Sequence[str], last: date | None = None) -> list[CountFacts]:
    """Of each, the other grants that it counts for: in the same place or one that holds it, in the same days.

    Only a letter says whether it may be shared, so an application stands in nobody's way, and nobody in its.
    `last` is until when the grant lasts, where that is known already.
    """
    known, may_share = counting.may_be_counted(grant.association), _may_share(grant)
    others = _given_others(grant, figures, last) if hasattr(grant, "award") and figures else []
    return [
        CountFacts(
            place_has_it=figure in known,
            we_may_share=may_share,
            others=[_may_share(one) for one in others if one.counts == figure],
        )
        for figure in figures
    ]


def _given_others(grant: Grant, figures: Sequence[str], last: date | None) -> list[Any]:
    """Each as often as there are figures that it `counts` too."""
    rows = Grant.objects.filter(award__isnull=False, counted__figure__in=figures)
    told: Any = standing.with_last_day(rows.annotate(counts=F("counted__figure")))
    meet = told.exclude(pk=grant.pk).filter(
        first_day__lte=last or standing.lasts_until(grant), lasts_until__gte=grant.first_day
    )
    if grant.association_id:
        meet = meet.filter(Q(association=None) | Q(association=grant.association_id))
    return list(meet.select_related("award"))


def _may_share(grant: Any) -> bool:
    return hasattr(grant, "award") and bool(grant.award.shares.strip())


def of_charges(amounts: Mapping[Expense, Decimal], line: Line) -> list[ChargeFacts]:
    """Of each expense, with so much of it charged to this line. Two questions, however many they are."""
    rows = standing.with_last_day(Grant.objects.select_related("award"))
    grant = rows.get(pk=line.grant_id)
    elsewhere = Charge.objects.filter(expense__in=amounts).exclude(line=line)
    charged: dict[int, list[Charge]] = {}
    for row in elsewhere.select_related("line__grant__award"):
        charged.setdefault(row.expense_id, []).append(row)
    return [
        _of_charge(expense, amount, grant, charged.get(expense.pk, []))
        for expense, amount in amounts.items()
    ]


def _of_charge(
    expense: Expense, amount: Decimal, grant: Any, elsewhere: Sequence[Charge]
) -> ChargeFacts:
    """With what is charged already to other lines, this amount included."""
    here = (row.amount for row in elsewhere if row.line.grant_id == grant.pk)
    return ChargeFacts(
        amount=expense.amount,
        here=sum(here, amount),
        in_all=sum((row.amount for row in elsewhere), amount),
        all_may_share=all(map(_may_share, [grant, *(row.line.grant for row in elsewhere)])),
        day=expense.day,
        first_day=grant.first_day,
        last_day=grant.lasts_until,
        same_accounts=grant.association_id in (None, expense.association_id),
        awarded=hasattr(grant, "award"),
    )


def of_report(report: Report) -> ReportFacts:
    """What is in it, what is not, and the budget it is held against. As many questions however long it is."""
    grant = report.grant
    texts = {(row.part, row.code): row.says for row in report.slots.all()}
    goals = list(Goal.objects.filter(grant=grant).annotate(judged=Exists(_verdicts(report))))
    verdicts = list(report.verdicts.values_list("how", "why"))
    summed = Grant.objects.filter(pk=grant.pk).annotate(divided=Sum("lines__awarded", default=0))
    stands = standing.with_last_day(summed).get()
    award = getattr(grant, "award", None)
    return ReportFacts(
        last_day=report.last_day,
        counts=of_counts(grant, list(report.figures.get("counted", {})), stands.lasts_until),
        read=report.read_on is not None,
        goals_without_verdict=sum(not goal.judged for goal in goals),
        unmet_without_why=sum(how in (PARTLY, NOT_MET) and not why for how, why in verdicts),
        without_result=_uncounted(report),
        empty=[
            code
            for part, code in asked_of(report, goals)
            if not texts.get((part, code), "").strip()
        ],
        written=[*texts.values(), *_printed(report)],
        amount=award.amount if award else None,
        divided=stands.divided,
        signer=report.signer,
        signer_role=report.signer_role,
        wholly_within=grant.first_day <= report.first_day and report.last_day <= stands.lasts_until,
    )


def _printed(report: Report) -> list[str]:
    """What the report prints that somebody typed elsewhere. One question."""
    grant = report.grant
    met = FunderMeeting.objects.filter(
        funder=grant.call.scheme.funder_id, day__range=(report.first_day, report.last_day)
    )
    typed: list[tuple[Any, str]] = [
        (report.verdicts, "why"), (grant.goals, "says"), (grant.partners, "name"), (grant.partners, "does"),
        (Indicator.objects.filter(goal__grant=grant), "says"), (grant.lines, "name"),
        (grant.conditions, "says"), (grant.amendments, "says"),
        (met, "place"), (met, "who"), (met, "presented"),
    ]  # fmt: skip
    first, *rest = (rows.order_by().values_list(name, flat=True) for rows, name in typed)
    return [grant.title, *first.union(*rest, all=True)]


def _verdicts(report: Report) -> QuerySet[Verdict]:
    return Verdict.objects.filter(report=report, goal=OuterRef("pk"))


def _uncounted(report: Report) -> int:
    by_hand = Indicator.objects.filter(goal__grant=report.grant_id, figure="")
    counted = Result.objects.filter(report=report, indicator=OuterRef("pk"))
    return by_hand.filter(~Q(Exists(counted))).count()


def asked_of(report: Report, goals: Iterable[Goal]) -> list[tuple[str, str]]:
    """Each text that the funder's form asks for: for which measure, under which heading."""
    parts = measures_of(goals)
    form = funder_forms.form_called(report.grant.call.scheme.funder.form)
    return [(part, code) for code, each in form.written() for part in (parts if each else [SHARED])]


def measures_of(goals: Iterable[Goal]) -> list[str]:
    """The measures that a grant is for, in the order of its goals."""
    return list(dict.fromkeys(goal.part for goal in goals))

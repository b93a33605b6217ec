"""From tables to what the rules ask."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from . import counting, funder_forms, standing
from .models import Charge, Counted, Expense, Goal, Grant, Indicator, Line, Report, Result, Verdict
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
    """The other grants that the same counts for: in the same place or one that holds it, in the same days."""
    others = Counted.objects.filter(figure=figure).exclude(grant=grant)
    rows = [row.grant for row in others.select_related("grant__award") if _meet(grant, row.grant)]
    return CountFacts(
        place_has_it=figure in counting.may_be_counted(grant.association),
        we_may_share=_may_share(grant),
        others=[_may_share(row) for row in rows],
    )


def _meet(one: Grant, other: Grant) -> bool:
    apart = (
        one.association_id and other.association_id and one.association_id != other.association_id
    )
    live = not other.refused_on
    first, last = max(one.first_day, other.first_day), min(_last(one), _last(other))
    return live and not apart and first <= last


def _last(grant: Grant) -> Any:
    return standing.lasts_until(grant)


def _may_share(grant: Any) -> bool:
    return hasattr(grant, "award") and bool(grant.award.shares.strip())


def of_charge(expense: Expense, line: Line, amount: Decimal) -> ChargeFacts:
    """With what is charged already, this amount included."""
    grant = Grant.objects.select_related("award").get(pk=line.grant_id)
    charges = Charge.objects.filter(expense=expense).exclude(line=line)
    others = Grant.objects.filter(lines__charges__in=charges).exclude(pk=grant.pk).distinct()
    awarded = hasattr(grant, "award")
    return ChargeFacts(
        amount=expense.amount,
        here=_sum(charges.filter(line__grant=grant)) + amount,
        in_all=_sum(charges) + amount,
        all_may_share=all(map(_may_share, [grant, *others.select_related("award")])),
        day=expense.day,
        first_day=grant.first_day,
        last_day=standing.lasts_until(grant),
        same_accounts=expense.association_id == grant.association_id,
        awarded=awarded,
    )


def _sum(charges: QuerySet[Charge]) -> Decimal:
    return Decimal(charges.aggregate(many=Sum("amount", default=Decimal(0)))["many"])


def of_report(report: Report) -> ReportFacts:
    """What is in it, what is not, and the budget it is held against. As many questions however long it is."""
    grant = report.grant
    texts = {(row.part, row.code): row.says for row in report.slots.all()}
    goals = list(Goal.objects.filter(grant=grant).annotate(judged=Exists(_verdicts(report))))
    unmet = report.verdicts.filter(how__in=(PARTLY, NOT_MET), why="").count()
    lines = grant.lines.aggregate(many=Sum("awarded", default=0))
    award = getattr(grant, "award", None)
    return ReportFacts(
        last_day=report.last_day,
        read=report.read_on is not None,
        goals_without_verdict=sum(not goal.judged for goal in goals),
        unmet_without_why=unmet,
        without_result=_uncounted(report),
        empty=[
            code
            for part, code in asked_of(report, goals)
            if not texts.get((part, code), "").strip()
        ],
        written=[*texts.values(), *report.verdicts.values_list("why", flat=True)],
        amount=award.amount if award else None,
        divided=lines["many"],
        signer=report.signer,
        signer_role=report.signer_role,
        wholly_within=grant.first_day <= report.first_day
        and report.last_day <= standing.lasts_until(grant),
    )


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

"""What the press has told of us: a year at a time on the desk, a period at a time in a report."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet

from ..models import CampaignAction, Mention

MOST_IN_A_YEAR = 300  # on one page of the desk; a report has them all
MOST_ACTIONS = 60  # to choose among


def mentions_of(year: int) -> list[Mention]:
    """Those of a year, the newest first, struck or not. One more than a page holds says that there are more."""
    rows = Mention.objects.filter(day__year=year).select_related("noted_by", "action")
    return list(rows.order_by("-day", "-pk")[: MOST_IN_A_YEAR + 1])


def mentions_counted(since: date, until: date) -> QuerySet[Mention]:
    """Those that stand, from one day to another, the first first. The order is the rows' own."""
    rows = Mention.objects.filter(struck_on=None, day__gte=since, day__lte=until)
    return rows.order_by("day", "medium", "headline")


def years_with_mentions() -> dict[int, int]:
    """How many stand in each year that has any, struck or not; the newest year first."""
    standing = Count("pk", filter=Q(struck_on=None))
    rows = Mention.objects.order_by("-day__year").values_list("day__year")
    return dict(rows.annotate(many=standing))


def mentionable(also: str = "") -> list[CampaignAction]:
    """The latest actions on the open pages, and the one she came from."""
    rows = CampaignAction.objects.filter(shown__isnull=False).order_by("-day", "-pk")
    latest = list(rows[:MOST_ACTIONS])
    if also and also not in {row.reference for row in latest}:
        latest += rows.filter(reference=also)
    return latest

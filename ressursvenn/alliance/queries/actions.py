"""Campaign actions: what everybody may read, and what editors work with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from .. import kinds
from ..models import CampaignAction, HandOut, Item, Mention, Photo, ShownAction
from .buttons import counted


@dataclass(frozen=True, slots=True)
class Run:
    """A campaign with what happens in it."""

    campaign: kinds.Campaign
    actions: tuple[ShownAction, ...]

    @property
    def by_day(self) -> list[tuple[date, list[ShownAction]]]:
        """Every day of it, with what goes on that day; also when nothing does."""
        return [
            (day, [one for one in self.actions if one.day <= day <= one.through])
            for day in self.campaign.days
        ]


def everything_shown() -> QuerySet[ShownAction]:
    """All that everybody may read, the first day first; those called off say so."""
    return ShownAction.objects.select_related("action").order_by("day", "begins", "pk")


def shown_one(reference: str) -> ShownAction | None:
    """One of them, with how it went and its pictures, as far as two editors have seen those."""
    seen = Photo.objects.filter(shown_on__isnull=False).defer("picture", "small")
    rows = everything_shown().select_related("action__report")
    pictures = Prefetch("action__photos", seen, to_attr="pictures")
    given = Prefetch("action__hand_outs", counted(), to_attr="given")
    return rows.prefetch_related(pictures, given).filter(action__reference=reference).first()


def coming(today: date, most: int = 5) -> list[ShownAction]:
    """The next ones."""
    rows = everything_shown().filter(action__called_off_on=None)
    return list(rows.filter(Q(day__gte=today) | Q(last_day__gte=today))[:most])


def calendar_of(year: int) -> list[ShownAction]:
    """All of a year."""
    return list(everything_shown().filter(day__year=year))


def campaigns_of(year: int, rows: Sequence[ShownAction]) -> tuple[list[Run], list[ShownAction]]:
    """The same, under the campaigns of that year; and those that lie in none."""
    runs = [Run(one, tuple(r for r in rows if _lies_in(r, one))) for one in kinds.campaigns(year)]
    placed = {row.pk for run in runs for row in run.actions}
    return runs, [row for row in rows if row.pk not in placed]


def _lies_in(row: ShownAction, campaign: kinds.Campaign) -> bool:
    return row.day <= campaign.last and row.through >= campaign.first


def years_with_actions() -> list[int]:
    return [day.year for day in ShownAction.objects.dates("day", "year")]


def photo_shown_to_all(reference: str) -> Photo | None:
    """A picture that two have seen, of an action that everybody may read."""
    rows = Photo.objects.filter(shown_on__isnull=False, action__shown__isnull=False)
    return rows.filter(reference=reference).first()


def visible_to(person: Person) -> QuerySet[Any]:
    """Every action for an editor, with what is left to do; nothing for anybody else."""
    if not person.may(Permission.EDIT_ALLIANCE):
        return CampaignAction.objects.none()
    left = Count("items", filter=Q(items__done_on=None), distinct=True)
    rows = CampaignAction.objects.select_related("shown", "report", "written_by")
    return rows.annotate(left=left).order_by("-day", "-pk")


def one_visible_to(person: Person, reference: str) -> Any:
    """One of them, with its list, its pictures, its buttons and what the press told."""
    items = Item.objects.select_related("done_by")
    photos = Photo.objects.defer("picture", "small").select_related("noted_by")
    given = HandOut.objects.filter(struck_on=None)
    mentions = Mention.objects.filter(struck_on=None).order_by("day", "pk")
    found = visible_to(person).prefetch_related(
        Prefetch("items", items), Prefetch("photos", photos), Prefetch("hand_outs", given, to_attr="given"),
        Prefetch("mentions", mentions, to_attr="mentioned"),
    )  # fmt: skip
    return found.select_related("shown__shown_by", "report__written_by").filter(
        reference=reference
    ).first()  # fmt: skip


def unread() -> QuerySet[CampaignAction]:
    """Those that another editor has not read as they are now, and that are not over."""
    as_it_is = Exists(
        ShownAction.objects.filter(action=OuterRef("pk"), version=OuterRef("version"))
    )
    return CampaignAction.objects.filter(~as_it_is, called_off_on=None).order_by("day", "pk")


def without_report(today: date) -> QuerySet[CampaignAction]:
    """Those that everybody could read of, that have been, and of which nobody has told."""
    rows = CampaignAction.objects.filter(called_off_on=None, report=None, shown__isnull=False)
    return rows.filter(Q(last_day=None, day__lt=today) | Q(last_day__lt=today)).order_by("day")

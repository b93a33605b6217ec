"""Counts of a stretch of days, for the status report: of organisations, meetings and actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from . import queries
from .models import Decision, Meeting, Order, Report, ShownAction, StockMove


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """What was recorded from one day to another, both of them counted in."""

    since: date
    until: date
    members_at_start: tuple[str, ...]
    members_at_end: tuple[str, ...]
    perhaps_at_end: tuple[str, ...]
    meetings: int
    decisions: int
    decisions_done: int
    actions: int
    called_off: int
    by_hole: Mapping[str, int]  # "" is of no hole in particular
    by_county: Mapping[str, int]
    by_kind: Mapping[str, int]
    came: int
    media: int
    media_by_kind: Mapping[str, int]
    buttons_in: int
    buttons_ordered: int
    buttons_sent: int
    buttons_handed_out: int
    handed_out_by_county: Mapping[str, int]
    counter_at_end: queries.Counter

    @property
    def joined(self) -> tuple[str, ...]:
        return tuple(name for name in self.members_at_end if name not in self.members_at_start)

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(name for name in self.members_at_start if name not in self.members_at_end)


def of_period(since: date, until: date) -> Period:
    """The same rows give the same figures. Ten or so questions, however much there is."""
    return Period(
        since=since, until=until, counter_at_end=queries.counter(until),
        **_members(since, until), **_meetings(since, until), **_actions(since, until),
        **_media(since, until), **_buttons(since, until),
    )  # fmt: skip


def _within(rows: QuerySet[Any], since: date, until: date, day: str = "day") -> QuerySet[Any]:
    return rows.filter(**{f"{day}__gte": since, f"{day}__lte": until})


def _members(since: date, until: date) -> dict[str, Any]:
    rows, read = queries.membership_history(), list(queries.lists())
    first, last = (queries.members_on(day, rows, read) for day in (since, until))
    return {
        "members_at_start": tuple(first.names),
        "members_at_end": tuple(last.names),
        "perhaps_at_end": tuple(row.organisation.name for row in last.perhaps),
    }


def _meetings(since: date, until: date) -> dict[str, Any]:
    made = _within(Decision.objects.all(), since, until, "meeting__day")
    return {
        "meetings": _within(Meeting.objects.all(), since, until).count(),
        "decisions": made.count(),
        "decisions_done": made.filter(done_on__isnull=False, done_on__lte=until).count(),
    }


def _actions(since: date, until: date) -> dict[str, Any]:
    """Those that were shown to everybody, by the day they began."""
    rows = list(_within(ShownAction.objects.select_related("action"), since, until))
    held = [row for row in rows if row.action.called_off_on is None]
    told = Report.objects.filter(action__in=[row.action_id for row in held], shown_on__isnull=False)
    return {
        "actions": len(held),
        "called_off": len(rows) - len(held),
        "by_hole": _sorted(Counter(row.hole for row in held)),
        "by_county": _sorted(Counter(row.county for row in held)),
        "by_kind": _sorted(Counter(row.kind for row in held)),
        **told.aggregate(came=Sum("came", default=0)),
    }


def _media(since: date, until: date) -> dict[str, Any]:
    """Dated mentions that have not been struck."""
    kinds = Counter(queries.mentions_counted(since, until).values_list("kind", flat=True))
    return {"media": kinds.total(), "media_by_kind": _sorted(kinds)}


def _buttons(since: date, until: date) -> dict[str, Any]:
    given = _within(queries.counted(), since, until)
    by_county = given.values_list("county").annotate(many=Sum("number")).order_by("county")
    ordered = _within(Order.objects.all(), since, until)
    sent = _within(Order.objects.all(), since, until, "sent_on")
    moved = _within(StockMove.objects.all(), since, until)
    return {
        "buttons_in": _sum(moved, "number", Q(kind="in")),
        "buttons_ordered": _sum(ordered, "number"),
        "buttons_sent": _sum(sent, "sent_number"),
        "buttons_handed_out": _sum(given, "number"),
        "handed_out_by_county": {county: int(many or 0) for county, many in by_county},
    }


def handed_out(since: date, until: date, who: str = "") -> int:
    """Buttons, by all or by one who is called so."""
    given = _within(queries.counted(), since, until)
    return _sum(given.filter(who=who) if who else given, "number")


def _sum(rows: QuerySet[Any], field: str, only: Q | None = None) -> int:
    return int(rows.aggregate(many=Sum(field, filter=only, default=0))["many"])


def _sorted(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items()))

"""What is new on the open pages: gathered from the rooms, for whoever follows a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.urls import reverse
from django.utils import timezone

from ressursvenn.agenda import queries as agenda
from ressursvenn.alliance import queries as alliance
from ressursvenn.door import queries as door
from ressursvenn.status import queries as status

AT_MOST = 50
NEVER = date(
    2026, 1, 1
)  # a feed with nothing in it has a day all the same, and not the day it is read


@dataclass(frozen=True, slots=True)
class News:
    """Something new on an open page. What is new there once more is another thing, so `id` has the day."""

    title: str
    summary: str
    path: str
    on: date

    @property
    def id(self) -> str:
        return f"{self.path}#{self.on.isoformat()}"

    @property
    def at(self) -> str:
        """Noon of the day: nobody needs to know the hour."""
        return _noon(self.on)


def newest() -> list[News]:
    """Newest first, and no more than somebody reads."""
    told = [News(*each) for room in ROOMS for each in room()]
    return sorted(told, key=lambda each: (each.on, each.path), reverse=True)[:AT_MOST]


def updated(told: Iterable[News]) -> str:
    """The newest day."""
    return _noon(max((each.on for each in told), default=NEVER))


def _noon(day: date) -> str:
    return datetime.combine(day, time(12), UTC).isoformat().replace("+00:00", "Z")


Told = tuple[str, str, str, date]


def _actions() -> Iterator[Told]:
    for row in alliance.everything_shown().filter(action__called_off_on=None):
        path = reverse("alliance_public:action", args=[row.action.reference])
        yield row.title, row.told, path, timezone.localdate(row.shown_at)


def _demands() -> Iterator[Told]:
    for one in agenda.all_told():
        first = one.versions[0]
        if first.confirmed_on:
            path = reverse("agenda_public:one", args=[one.reference])
            yield first.title, "Et nytt krav er reist.", path, first.confirmed_on


ROOMS: tuple[Callable[[], Iterable[Told]], ...] = (door.news, status.news, _actions, _demands)

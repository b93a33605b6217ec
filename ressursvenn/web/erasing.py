"""When somebody is erased, for whoever leads her association: found by reference, told in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.participants import queries as participants
from ressursvenn.protection import opening, retention
from ressursvenn.volunteers import queries as volunteers

ROOMS = {"participant": participants, "volunteer": volunteers}
PURPOSE = "erasing"


@dataclass(frozen=True, slots=True)
class Found:
    """A row, sealed, and how it stands."""

    sort: retention.Sort
    kept: retention.Kept
    row: Any

    @property
    def is_participant(self) -> bool:
        return self.sort.keep == "participant"

    @property
    def goes_on(self) -> date | None:
        return self.kept.goes_on(self._limits)

    @property
    def days(self) -> int | None:
        return self.kept.stay.days(self._limits)

    @property
    def longer(self) -> int:
        return self._limits.keep_longer_days

    @property
    def warning(self) -> int:
        return self._limits.keep_warning_days

    @property
    def is_warned(self) -> bool:
        return self.kept.is_warned(timezone.localdate())

    @property
    def times_left(self) -> int:
        return retention.times_left(self.kept, timezone.localdate())

    @property
    def _limits(self) -> Any:
        return retention.limits_on(timezone.localdate())


def found(person: Person, reference: str) -> Found | None:
    """One of her own association's participants or volunteers."""
    for sort in retention.sorts():
        room = ROOMS.get(sort.keep)
        row = room.visible_to(person).filter(reference=reference).first() if room else None
        if row is not None:
            (kept,) = sort.read(sort.rows().filter(pk=row.pk))
            return Found(sort, kept, row)
    return None


def called(one: Found, person: Person) -> str:
    """What her card calls her, opened for this; "" when her keys are gone. May ask why first."""
    row = one.row
    purpose = participants.purpose(row, person, PURPOSE) if one.is_participant else PURPOSE
    opened = opening.open_cards([row], by=person, purpose=purpose)
    if not opened:
        return ""
    name: str = row.called if one.is_participant else row.first_name
    return name

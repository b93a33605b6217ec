"""Who may hear that it is heavy: the coordinators, and whoever leads the group she is in. Nobody else.

A leader hears what was said in the days she has led the group and the volunteer has been in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening

from .. import words
from ..models import Strain, Talk

OPEN = Q(taken_back_on=None, answered_on=None, volunteer__left_on=None)


def _heard_by(person: Person, day: str) -> Q | None:
    """None: she hears of nobody. `day` is the field that says when it was said."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return None
    here = Q(volunteer__association_id=person.association_id)
    if person.may(Permission.SEE_CONCERNS):
        return here
    hers = "volunteer__guidance_groups"
    then = {f"{hers}__{since}__lte": F(day) for since in ("joined_on", "group__led_since")}
    return here & Q(**{f"{hers}__left_on": None, f"{hers}__group__leader": person, **then})


def open_strains_heard_by(person: Person) -> QuerySet[Strain]:
    """What is said and neither answered nor taken back, the oldest first; sealed."""
    hers = _heard_by(person, "said_on")
    rows = Strain.objects.filter(OPEN, hers) if hers else Strain.objects.none()
    return rows.select_related("volunteer").order_by("said_on", "pk")


def talks_heard_by(person: Person, volunteer: Any) -> QuerySet[Talk]:
    """Talks with one volunteer, for those who may hear of her, and one's own; the latest first."""
    hers = _heard_by(person, "held_on")
    if hers is None:
        return Talk.objects.none()
    here = Q(volunteer__association_id=person.association_id, held_by=person)
    rows = Talk.objects.filter(hers | here, volunteer=volunteer).select_related(
        "volunteer", "held_by"
    )
    return rows.order_by("-held_on", "-pk").distinct()


@dataclass(frozen=True, slots=True)
class Heard:
    """A word of hers as those see it who may."""

    strain: Strain
    wish: str


def heard(strains: Iterable[Strain], *, by: Person, purpose: str) -> list[Heard]:
    """Opened, with one entry in the log."""
    opened = opening.open_records(strains, by=by, purpose=purpose)
    return [Heard(row, words.ASKED_FOR.get(row.wish, "")) for row in opened]

"""Following up, and worry: somebody has called, is worried, or has looked into it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from ..models import FollowUp, MeetUp, Pair, PairConcern
from . import _ground

WITH_VOLUNTEER = frozenset({"volunteer", "both"})


@transaction.atomic
def note_follow_up(
    *, pair: Pair, with_whom: str, outcome: str, by: Person, on: date | None = None
) -> FollowUp:
    """A talk with one or both. A concern becomes an open one; "ring meg" is settled by the talk."""
    row = _ground.led(pair, by)
    day = on or timezone.localdate()
    if row.introduced_on is None or not row.introduced_on <= day <= timezone.localdate():
        raise ValidationError(
            {"on": "Velg en dag etter første møte, og ikke fram i tid."}, code="PAI-16"
        )
    talk = FollowUp(pair=row, held_on=day, held_by=by, with_whom=with_whom, outcome=outcome)
    talk.full_clean()
    talk.save()
    if with_whom in WITH_VOLUNTEER:
        asked = MeetUp.objects.filter(pair=row, wants_talk=True, talked_on=None, day__lte=day)
        asked.update(talked_on=day, talked_by=by)
    if outcome == "concern" and not _open_concern(row):
        _raised(row, day, by)
    audit.record(by=by, did="pairs.followed_up", to=row)
    return talk


@transaction.atomic
def raise_concern(*, pair: Pair, by: Person) -> PairConcern:
    """Somebody is worried. It goes to the top of the coordinator's day; no story is kept."""
    row = _ground.led_or_own(pair, by)
    if noted := _open_concern(row):
        return noted
    concern = _raised(row, timezone.localdate(), by)
    audit.record(by=by, did="pairs.concern_raised", to=row)
    return concern


@transaction.atomic
def settle_concern(*, pair: Pair, by: Person) -> None:
    """The coordinator has talked with those it concerns, and knows what to do."""
    row = _ground.led(pair, by)
    concern = _open_concern(row)
    if concern is None:
        raise ValidationError("Det er ingen åpen bekymring.", code="settled")
    concern.settled_on, concern.settled_by = timezone.localdate(), by
    concern.full_clean()
    concern.save()
    audit.record(by=by, did="pairs.concern_settled", to=row)


def _raised(row: Pair, day: date, by: Person) -> PairConcern:
    concern = PairConcern(pair=row, raised_on=day, raised_by=by)
    concern.full_clean()
    concern.save()
    return concern


def _open_concern(row: Pair) -> PairConcern | None:
    return PairConcern.objects.filter(pair=row, settled_on=None).first()

"""Something pleasant together: a day, and afterwards how many came."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit

from ..models import Gathering
from ._ground import has_been, kept, may_guide


@transaction.atomic
def set_gathering(
    *, association: Association, on: date, for_whom: str, by: Person, place: str = ""
) -> Gathering:
    """A day. Where participants will be is said, and never written."""
    gathering = Gathering(association=association, held_on=on, for_whom=for_whom, noted_by=by)
    may_guide(by, gathering)
    gathering.place = place.strip()
    kept(gathering)
    audit.record(by=by, did="support.gathering_set", to=gathering)
    return gathering


@transaction.atomic
def note_how_many_came(*, gathering: Gathering, came: int, by: Person) -> Gathering:
    """A number, and no names. Counted again, the last count stands."""
    may_guide(by, gathering)
    has_been(gathering.held_on, "came")
    gathering.came, gathering.counted_on, gathering.counted_by = came, timezone.localdate(), by
    kept(gathering)
    audit.record(by=by, did="support.gathering_counted", to=gathering)
    return gathering

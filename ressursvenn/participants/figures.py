"""How many wait, for whoever releases numbers and for nobody else. Counts, never rows."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from .models import Participant

WAITED = {"under_3": 91, "3_6": 183, "over_6": 0}  # under so many days; the last has no end


def waiting_on(day: date, *, by: Person) -> Counter[str]:
    """Those who had said yes themselves and met no volunteer yet, by how long since the yes."""
    guard.check(by, Permission.RELEASE_FIGURES)
    said_yes = Participant.objects.filter(consented_on__lte=day, unknown_pair_on=None)
    still_here = said_yes.exclude(withdrawn_on__lte=day)
    met = Participant.objects.filter(pairs__introduced_on__lte=day).values("pk")
    unmet = still_here.filter(paired_until=None).exclude(pk__in=met)
    days = unmet.order_by().values_list("consented_on", flat=True)
    return Counter(_waited(day - since) for since in days if since)


def _waited(span: timedelta) -> str:
    return next((band for band, under in WAITED.items() if span.days < under), "over_6")

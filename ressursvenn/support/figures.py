"""Guidance and gatherings: how many, and how many came. Counts, never rows, and nothing about how it went."""

from __future__ import annotations

from datetime import date

from django.db.models import Sum

from ressursvenn.accounts.models import Association

from . import words
from .models import Evening, Gathering, Presence, Talk


def between(first: date, last: date, association: Association | None = None) -> dict[str, int]:
    """Evenings of guidance, talks and gatherings within these days.

    Only gatherings of volunteers are counted in people: where participants come too, a number is about them.
    """
    evenings = Evening.objects.filter(called_off_on=None, held_on__range=(first, last))
    gatherings = Gathering.objects.filter(called_off_on=None, held_on__range=(first, last))
    talks = Talk.objects.filter(held_on__range=(first, last))
    if association is not None:
        evenings = evenings.filter(group__association=association)
        gatherings = gatherings.filter(association=association)
        talks = talks.filter(volunteer__association=association)
    came = Presence.objects.filter(evening__in=evenings, how=words.CAME)
    own = gatherings.filter(for_whom=words.VOLUNTEERS)
    return {
        "evenings": evenings.count(),
        "people": came.values("volunteer").distinct().count(),
        "attendances": came.count(),
        "talks": talks.count(),
        "gatherings": gatherings.count(),
        "came_to_gatherings": int(own.aggregate(many=Sum("came", default=0))["many"]),
    }

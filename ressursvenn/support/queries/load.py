"""Who has not been to guidance for long. A talk counts as much as an evening."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms

from .. import rules, words
from ..models import Membership, Presence, Talk
from .groups import approved


def overdue(person: Person, terms: Terms) -> QuerySet[Any]:
    """Approved before, with neither evening nor talk since, and not on a pause; sealed."""
    since = rules.long_ago(terms)
    been = _came().filter(evening__held_on__gte=since)
    talked = Talk.objects.filter(volunteer=OuterRef("pk"), held_on__gte=since)
    here = Q(paused_until=None) | Q(paused_until__lte=terms.today)
    return approved(person, before=since).filter(here, ~Exists(been), ~Exists(talked))


def with_last_days(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Each with her last evening, her last talk, and the group she is in."""
    talks = Talk.objects.filter(volunteer=OuterRef("pk")).order_by("-held_on")
    group = Membership.objects.filter(volunteer=OuterRef("pk"), left_on=None)
    return rows.annotate(
        last_evening=Subquery(_came().order_by("-evening__held_on").values("evening__held_on")[:1]),
        last_talk=Subquery(talks.values("held_on")[:1]),
        group_name=Subquery(group.values("group__name")[:1]),
    )


def _came() -> QuerySet[Presence]:
    return Presence.objects.filter(volunteer=OuterRef("pk"), how=words.CAME)

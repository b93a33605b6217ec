"""What in Min dag concerns adverts: a draft that was left lying."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from .rows import own

DRAFT = "adverts.draft"
LEFT_LYING = timedelta(days=7)


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """Drafts that nobody has touched for a week."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return []
    waiting = own(person).filter(published_on=None, written_on__lte=terms.today - LEFT_LYING)
    named = waiting.order_by().annotate(
        kind=Value(DRAFT, CharField()), about=F("reference"), since=F("written_on")
    )
    return [named.values_list("kind", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One draft."""
    return Line(
        weight=Weight.TO_SETTLE,
        who="",
        sentence="En annonse er skrevet og ikke publisert.",
        act="Les den, eller kast den",
        url=reverse("adverts:one", args=[about]),
        since=since,
    )

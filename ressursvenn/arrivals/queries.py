"""Every read of this room: what came lately, what is held back, and a draft for whoever has its link."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.adverts import queries as adverts
from ressursvenn.programme.limits import Terms, in_force
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import vault
from ressursvenn.volunteers import queries as volunteers

from . import drafts
from .models import Arrival, Draft

HELD = "arrivals.held"
LATELY = timedelta(days=60)
AT_MOST = 40  # rows of one list: more are a flood, and are counted


def lately(person: Person) -> QuerySet[Arrival]:
    """What came in the last two months, to whoever may answer, newest first. Sealed."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return Arrival.objects.none()
    since = timezone.localdate() - LATELY
    hers = volunteers.visible_to(person).filter(applied_on__gte=since, left_on=None)
    rows = Arrival.objects.filter(volunteer__in=hers).select_related("volunteer", "advert")
    return rows.defer("advert__picture").order_by("-volunteer__applied_on", "-pk")


def arrival_of(volunteer: Any) -> Arrival | None:
    """How this application came; None when a colleague noted it in another way."""
    return Arrival.objects.filter(volunteer=volunteer).select_related("volunteer").first()


def held(person: Person) -> QuerySet[Any]:
    """Applications held back in the person's own association, oldest first. Sealed."""
    return volunteers.held_for(person).order_by("applied_on", "pk")


def open_advert(reference: str) -> Any:
    """The advert that she answers, if it may be answered now."""
    return adverts.published(reference) if reference else None


def title_of(advert: Any) -> str:
    return str(adverts.text_of(advert)["title"])


def published_adverts(person: Person) -> list[tuple[str, str]]:
    """References and titles of the association's own, newest first: what a pasted e-mail may be about."""
    rows = adverts.visible_to(person).filter(published_on__isnull=False)
    return [(row.reference, row.told["title"]) for row in rows]


def own_advert(person: Person, reference: str) -> Any:
    return adverts.visible_to(person).filter(reference=reference).first() if reference else None


def draft_with(token: str) -> drafts.Content | None:
    """What was written, if there is a draft with this link; for a wrong link the same as for none."""
    row = draft_row(token)
    if row is None:
        return None
    try:
        return drafts.opened(token, bytes(row.content))
    except vault.Tampered:
        return None


def draft_row(token: str) -> Draft | None:
    """The locked row, if it is not too old."""
    if not drafts.is_token(token):
        return None
    today = timezone.localdate()
    oldest = today - timedelta(days=in_force(today).limits.keep_draft_days)
    return Draft.objects.filter(token_print=drafts.print_of(token), saved_day__gt=oldest).first()


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """For Min dag: how many are held back, and since when. One row, or none."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return []
    waiting = volunteers.held_for(person).order_by().values("association")
    told = waiting.annotate(
        kind=Value(HELD, CharField()),
        about=Cast(Count("pk"), CharField()),
        since=Min("applied_on"),
    )
    return [told.values_list("kind", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """All that is held back, in one line."""
    what = "søknad holdes" if about == "1" else "søknader holdes"
    return Line(
        weight=Weight.APPLICANT_UNANSWERED,
        who="",
        sentence=f"{about} {what} tilbake, fordi det kom mange fra samme sted på én dag.",
        act="Slipp inn eller avslå",
        url=f"{reverse('arrivals:all')}#holdt",
        since=since,
    )

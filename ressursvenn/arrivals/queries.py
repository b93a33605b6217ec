"""Every read of this room: what came lately, what is held back, and a draft for whoever has its link."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.adverts import queries as adverts
from ressursvenn.programme.limits import Terms, in_force
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import vault
from ressursvenn.protection.references import is_reference
from ressursvenn.volunteers import queries as volunteers

from . import drafts
from .models import Arrival, Draft

HELD = "arrivals.held"
LATELY = timedelta(days=60)
AT_MOST = 40  # rows of one list: more are a flood, and are counted


def lately(person: Person) -> QuerySet[Arrival]:
    """For whoever may answer: those who wait, the one who has waited longest first; then what came in the
    last two months, newest first. Sealed."""
    if not person.may(Permission.SCREEN_VOLUNTEERS):
        return Arrival.objects.none()
    here = Q(volunteer__in=volunteers.visible_to(person).filter(left_on=None))
    since = timezone.localdate() - LATELY
    rows = Arrival.objects.filter(here).annotate(waits_since=_waits_since())
    shown = rows.filter(Q(waits_since__isnull=False) | Q(volunteer__applied_on__gte=since))
    first = F("waits_since").asc(nulls_last=True)
    named = shown.select_related("volunteer", "advert").defer("advert__picture")
    return named.order_by(first, "-volunteer__applied_on", "-pk")


def _waits_since() -> Any:
    """The day she applied, while she is neither answered nor interviewed."""
    same = Arrival.objects.filter(pk=OuterRef("pk"))
    met = Q(volunteer__answered_on__isnull=False) | Exists(
        same.filter(volunteer__interviews__isnull=False)
    )
    return Case(When(met, then=None), default=F("volunteer__applied_on"))


def arrival_of(volunteer: Any) -> Arrival | None:
    """How this application came; None when a colleague noted it in another way."""
    return Arrival.objects.filter(volunteer=volunteer).select_related("volunteer").first()


def held(person: Person) -> QuerySet[Any]:
    """Applications held back in the person's own association, oldest first. Sealed."""
    return volunteers.held_for(person).order_by("applied_on", "pk")


def open_advert(reference: str) -> Any:
    """The advert that she answers, if it may be answered now."""
    return adverts.published(reference) if is_reference(reference) else None


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

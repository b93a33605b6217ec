"""What in Min dag is about papers, promises, and who may be asked back. Counts, and no name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, ExtractMonth, ExtractYear, Greatest, TruncDate
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.volunteers.rules import months_after

from .. import texts, words
from ..models import ExitTalk, Signing
from .papers import WAITS_FOR_US, here, promise, visible_to

OURS, RENEW, AGAIN = "agreements.ours", "agreements.renew", "agreements.again"
CHANGED, OVER = "agreements.changed", "agreements.over"


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """What waits for our signature, what is to be gone through anew, who may be asked again."""
    if not person.may(Permission.SCREEN_VOLUNTEERS) or not person.association_id:
        return []
    ours = _counted(
        OURS, visible_to(person).filter(WAITS_FOR_US), "volunteer__association_id",
        Min(TruncDate("she_signed_at")),
    )  # fmt: skip
    again = ExitTalk.objects.filter(
        volunteer__association_id=person.association_id,
        volunteer__left_on__isnull=False,
        asked_again_on=None,
        ask_again_from__lte=terms.today,
    ).order_by()
    old = here(person).filter(declared_on__lte=_in_window(terms))
    changed = _changed(person, terms)
    return [
        ours,
        _counted(RENEW, old, "association_id", Min("declared_on")),
        _counted(CHANGED, changed, "volunteer__association_id", Min("issued_on")),
        _counted(OVER, _over(person, terms), "association_id", Value(None)),
        again.values_list(
            Value(AGAIN, CharField()), F("volunteer__reference"), F("ask_again_from")
        ),
    ]


def _in_window(terms: Terms) -> date:
    """Declarations of this day or older are within the window."""
    soon = terms.today + timedelta(days=terms.limits.declaration_window_days)
    return months_after(soon, -terms.limits.declaration_renewal_months)


def _changed(person: Person, terms: Terms) -> QuerySet[Signing]:
    """The latest that both signed, where the text has a newer version that nobody has begun on with her."""
    now = Q()
    for kind in words.KINDS:
        now |= Q(kind=kind, version=texts.in_force(kind, terms.today).version)
    same = Signing.objects.filter(volunteer=OuterRef("volunteer"), kind=OuterRef("kind"))
    newer = same.filter(pk__gt=OuterRef("pk"), laid_aside_on=None)
    signed = visible_to(person).filter(issued_on__isnull=False, volunteer__left_on=None)
    return signed.exclude(now).filter(~Exists(newer))


def _over(person: Person, terms: Terms) -> QuerySet[Any]:
    """Those whose promise has run out, as `rules.commitment_ends` counts it. The day tells of a pair."""
    if not person.may(Permission.SEE_PAIRS):
        return here(person).none()
    today, months = terms.today, F("promised_months")
    ends_this_month = 31 if (today + timedelta(days=1)).day == 1 else today.day
    rows = here(person).annotate(**promise(person)).filter(met_on__isnull=False)
    rows = rows.filter(promised_on__isnull=False).annotate(
        from_on=Greatest("promised_on", "met_on")
    )
    rows = rows.annotate(ends_in=ExtractYear("from_on") * 12 + ExtractMonth("from_on") + months)
    now = today.year * 12 + today.month
    return rows.filter(Q(ends_in__lt=now) | Q(ends_in=now, from_on__day__lte=ends_this_month))


def _counted(kind: str, rows: QuerySet[Any], house: str, since: Any) -> QuerySet[Any]:
    """One row for the association, or none: how many, and since when."""
    told: Any = (
        rows.order_by()
        .values(house)
        .annotate(
            kind=Value(kind, CharField()),
            about=Cast(Count("pk"), CharField()),
            since=Cast(since, DateField()),
        )
    )
    counted: QuerySet[Any] = told.values_list("kind", "about", "since")
    return counted


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """One line: a count, or one who may be asked again."""
    weight, one, many, act = LINES[kind]
    if kind == AGAIN:
        url = reverse("agreements:leaving", args=[about])
        return Line(weight=weight, who="", sentence=one, act=act, url=url, since=since)
    sentence = one if about == "1" else many.format(about)
    url = reverse("agreements:all")
    return Line(weight=weight, who="", sentence=sentence, act=act, url=url, since=since)


LINES = {
    OURS: (
        Weight.WAITS_FOR_YOU,
        "1 papir er underskrevet av ressursvennen og venter på dere.",
        "{} papirer er underskrevet av ressursvennene og venter på dere.",
        "Skriv under",
    ),
    RENEW: (
        Weight.TO_SETTLE,
        "1 taushetserklæring bør snart gås gjennom på nytt.",
        "{} taushetserklæringer bør snart gås gjennom på nytt.",
        "Se hvem",
    ),
    CHANGED: (
        Weight.TO_SETTLE,
        "1 underskrevet papir er i en versjon som ikke gjelder lenger.",
        "{} underskrevne papirer er i en versjon som ikke gjelder lenger.",
        "Se hvem",
    ),
    OVER: (
        Weight.TO_SETTLE,
        "1 avtale har vart så lenge det var lovet. Snakk sammen om veien videre.",
        "{} avtaler har vart så lenge det var lovet. Snakk sammen om veien videre.",
        "Se hvem",
    ),
    AGAIN: (
        Weight.NEXT_STEP,
        "En som har sluttet, ville gjerne spørres igjen nå.",
        "",
        "Se hva dere ble enige om",
    ),
}

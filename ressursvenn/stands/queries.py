"""Every read of stands: what everybody sees, what an editor has to read, what waits to be sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import CharField, Count, F, Min, Q, QuerySet, Value
from django.urls import reverse

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight

from . import links
from .models import News, NewsReader, Stand

SHOWN = Q(confirmed_day__isnull=False, passed_on__isnull=False, put_aside_on=None)
UNREAD = Q(passed_on=None, put_aside_on=None)
TO_READ = UNREAD & (Q(confirmed_day__isnull=False) | Q(solved=False))
WAITS = Q(put_aside_on=None) & (Q(confirmed_day=None) | Q(passed_on=None))
AT_A_TIME = 40  # in the queue of an editor
READ_TO = "stands.to_read"


def shown() -> QuerySet[Stand]:
    """What everybody may read, newest first. Nothing here depends on who reads."""
    return Stand.objects.filter(SHOWN).defer("mailbox").order_by("-confirmed_day", "-pk")


def shown_one(reference: str) -> Stand | None:
    return shown().filter(reference=reference).first()


def shown_from(county: str) -> QuerySet[Stand]:
    """The same, of one county; of all when none is named."""
    return shown().filter(county=county) if county else shown()


def by_link(word: str) -> Stand | None:
    """The stand that a link of ours leads to, whatever became of it; not one that is put aside."""
    reference = links.reference_in(word, links.STAND)
    return (
        Stand.objects.filter(reference=reference, put_aside_on=None).first() if reference else None
    )


def reader_by_link(word: str) -> NewsReader | None:
    reference = links.reference_in(word, links.NEWS)
    return NewsReader.objects.filter(reference=reference).first() if reference else None


def visible_to(person: Person) -> QuerySet[Stand]:
    """Every stand, for an editor of the alliance; nothing for others."""
    rows = Stand.objects.select_related("passed_by", "put_aside_by").defer("mailbox")
    return rows if person.may(Permission.EDIT_ALLIANCE) else rows.none()


def to_read(person: Person) -> QuerySet[Stand]:
    """What an editor has to read: those that are confirmed first, and within them the oldest."""
    return (
        visible_to(person).filter(TO_READ).order_by(F("confirmed_day").asc(nulls_last=True), "pk")
    )


def put_aside(person: Person) -> QuerySet[Stand]:
    """What was put aside lately and can still be fetched back."""
    return visible_to(person).filter(put_aside_on__isnull=False).order_by("-put_aside_on", "-pk")


def numbers() -> dict[str, int]:
    """How many there are of each, for the head of the queue, in one question."""
    return Stand.objects.aggregate(
        shown=Count("pk", filter=SHOWN),
        to_read=Count("pk", filter=TO_READ),
        confirmed=Count("pk", filter=TO_READ & Q(confirmed_day__isnull=False)),
        not_confirmed=Count("pk", filter=Q(put_aside_on=None, confirmed_day=None, solved=True)),
        put_aside=Count("pk", filter=Q(put_aside_on__isnull=False)),
    )


def waiting(*, solved: bool) -> int:
    """How many wait for something, of those whose puzzle was solved or of the others."""
    return Stand.objects.filter(WAITS, solved=solved).count()


def letters_due(at_most: int) -> list[int]:
    """Stands whose letter has not left: solved, or read by an editor; by key, oldest first."""
    may = Q(solved=True) | Q(passed_on__isnull=False)
    due = Stand.objects.filter(may, letter_day=None, put_aside_on=None).exclude(mailbox=b"")
    return list(due.order_by("pk").values_list("pk", flat=True)[:at_most])


def news(person: Person) -> QuerySet[News]:
    """Letters to the readers of news, newest first, for an editor."""
    rows = News.objects.select_related("written_by", "sent_by").order_by("-pk")
    return rows if person.may(Permission.EDIT_ALLIANCE) else rows.none()


def days_kept() -> int:
    """How long a stand waits that nobody confirmed, or that was put aside. It is the programme's number."""
    return accounts.terms(None).limits.keep_stand_days


def readers() -> int:
    return NewsReader.objects.count()


def readers_due(newest: News, at_most: int) -> list[NewsReader]:
    """Those who asked for news before this letter was sent, and have not had it."""
    not_had = Q(had=None) | ~Q(had=newest)
    waits = NewsReader.objects.filter(not_had, since_day__lte=newest.sent_on)
    return list(waits.order_by("pk")[:at_most])


def day_rows(person: Person, terms: Terms) -> list[QuerySet[Any]]:
    """One row when anything waits to be read: the day the oldest came."""
    if not person.may(Permission.EDIT_ALLIANCE):
        return []
    waits = (
        Stand.objects.filter(TO_READ).order_by().values("kind").annotate(first=Min("received_day"))
    )
    named = waits.annotate(what=Value(READ_TO, CharField()), about=F("kind"), since=F("first"))
    return [named.values_list("what", "about", "since")]


def day_line(kind: str, about: str, since: date | None, terms: Terms) -> Line:
    """What waits, of people or of organisations."""
    whose = "organisasjoner" if about == "organisation" else "privatpersoner"
    return Line(
        weight=Weight.TO_SETTLE,
        who="",
        sentence=f"Standpunkter fra {whose} venter på å bli lest.",
        act="Les dem",
        url=reverse("stands:all"),
        since=since,
    )


def rows_of(references: Iterable[str], person: Person) -> list[Stand]:
    """Several at once, as they were ticked."""
    return list(visible_to(person).filter(reference__in=list(references)[:AT_A_TIME]))

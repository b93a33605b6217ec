"""What became of messages, and what waits for a person because of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone

from .models import Notice, Outgoing
from .setting import PHONE_LIST
from .staff import mailbox_of
from .texts import HERS

TASK = (
    Q(channel=PHONE_LIST, dropped_at=None)
    | Q(unknown_at__isnull=False)
    | Q(dropped_at__isnull=False)
)
UNKNOWN, DROPPED, RING = "unknown", "dropped", "ring"
HOW = Case(
    When(unknown_at__isnull=False, then=Value(UNKNOWN)),
    When(dropped_at__isnull=False, then=Value(DROPPED)),
    default=Value(RING),
)


def to_her(reference: str, last: int = 3) -> list[Outgoing]:
    """The newest messages to one of them, newest first."""
    return list(Outgoing.objects.filter(audience=HERS, to=reference).order_by("-pk")[:last])


def tasks_about(references: Iterable[str]) -> QuerySet[Outgoing]:
    """What somebody has to do herself: ring, or find out; oldest first. Settled once is settled."""
    listed = list(references)
    rows = Outgoing.objects.filter(TASK, audience=HERS, settled_at=None, to__in=listed)
    return rows.order_by("pk")


def with_tasks(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The same rows, each with the first open task about it: `message_how`, `_why` and `_day`.

    A message nobody knows the fate of comes before the others. Without a question of its own.
    """
    about = Outgoing.objects.filter(TASK, audience=HERS, settled_at=None, to=OuterRef("reference"))
    first = about.annotate(how=HOW).order_by(F("unknown_at").asc(nulls_last=True), "pk")
    told = {f"message_{what}": Subquery(first.values(what)[:1]) for what in ("how", "why", "day")}
    annotated: QuerySet[Any] = rows.annotate(**told)
    return annotated


def written_today(reference: str) -> bool:
    """One a day is enough; what was dropped does not count."""
    today = timezone.localdate()
    rows = Outgoing.objects.filter(audience=HERS, to=reference, day=today, dropped_at=None)
    return rows.exists()


def wants_notice(person: Any) -> bool:
    return Notice.objects.filter(person=person).exists()


def masked_mailbox(person: Any) -> str:
    """Enough for her to know it again, and nobody else: k…@example.org. "" when none is known."""
    name, at, host = (mailbox_of(person) or str(person.email)).partition("@")
    return f"{name[:1]}…@{host}" if at else ""

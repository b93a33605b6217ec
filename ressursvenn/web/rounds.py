"""What the house does by itself: each round with how often, and when it was last done.

`manage.py keep_house` does what is due. A round that fails is tried again in a while and stops no other; two
caretakers at once do nothing twice. Every round may be done again without harm, so that one that was stopped
in the middle is simply done once more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.pairs import changes as pairs
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import checkpoints, retention
from ressursvenn.protection.messages import post
from ressursvenn.stands import changes as stands

from .models import LastRun

log = logging.getLogger(__name__)

NIGHTLY = timedelta(days=1)
AT_IT = timedelta(minutes=5)  # so long a round is left to whoever began it, or failed at it
# The shared cache drops what is old only when it is full, and it has no other door to its table.
OLD_IN_CACHE = "DELETE FROM {} WHERE expires < %s"


@dataclass(frozen=True, slots=True)
class Round:
    """`does` is called with nothing; `what` tells whoever runs the machine what it is."""

    name: str
    every: timedelta
    does: Callable[[], object]
    what: str

    @property
    def often(self) -> str:
        """In words."""
        minutes = int(self.every.total_seconds() // 60)
        if self.every >= NIGHTLY:
            return "hver natt"
        return (
            "hver time"
            if minutes == 60
            else f"hvert {minutes}. minutt"
            if minutes > 1
            else "hvert minutt"
        )

    def is_due(self, last: datetime | None, now: datetime) -> bool:
        """A nightly round is done once a day in Oslo, however long that day is."""
        if last is None:
            return True
        if self.every >= NIGHTLY:
            return timezone.localdate(now) - timezone.localdate(last) >= self.every
        return now - last >= self.every

    def is_late(self, last: datetime | None, now: datetime) -> bool:
        """It should have been done several times by now."""
        return last is None or now - last > max(3 * self.every, timedelta(minutes=15))


def clear_cache() -> None:
    """What has run out in the shared cache: how often somebody tried, and the like."""
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(OLD_IN_CACHE.format(table), [now])


def erase_in_time() -> None:
    """Raises RuntimeError when something could not be erased, so that it is told of and tried again."""
    if retention.erase_what_is_due()[retention.FAILED]:
        raise RuntimeError("not everything was erased")


ROUNDS: tuple[Round, ...] = (
    Round("post", timedelta(minutes=1), post.send_due, "sender det som ligger klart i utboksen"),
    Round(
        "stands", timedelta(minutes=1), lambda: stands.send_letters(by=None),
        "sender brev til dem som har tatt standpunkt eller bedt om nyheter",
    ),
    Round("checkpoint", timedelta(hours=1), checkpoints.write, "får loggen signert og bevitnet"),
    Round("days", timedelta(hours=1), pairs.erase_past_days, "sletter dager og steder som er forbi"),
    Round("retention", NIGHTLY, erase_in_time, "sletter det som har nådd fristen"),
    Round("keys", NIGHTLY, retention.forget_unused_keys, "ødelegger nøkler ingen bruker"),
    Round(
        "sessions", timedelta(hours=1), lambda: call_command("clearsessions"),
        "sletter økter som er over",
    ),
    Round("cache", timedelta(hours=1), clear_cache, "sletter det som er utløpt i mellomlageret"),
)  # fmt: skip


def do_what_is_due(now: datetime | None = None, rounds: Iterable[Round] | None = None) -> list[str]:
    """Names of those that were done now."""
    listed = list(ROUNDS if rounds is None else rounds)
    return [each.name for each in listed if _done(each, now or timezone.now())]


def _done(each: Round, now: datetime) -> bool:
    if not _taken(each, now):
        return False
    row = LastRun.objects.filter(name=each.name)
    try:
        each.does()
    except Exception:
        log.exception("a round failed")
        _failed(each)
        return False
    row.update(last_run=now, busy_until=None, failures=0)
    return True


def _failed(each: Round) -> None:
    """It is left alone for a while, and its last time stands."""
    row = LastRun.objects.get(name=each.name)
    row.failures += 1
    row.save(update_fields=["failures"])


def _taken(each: Round, now: datetime) -> bool:
    """It is due, and nobody else is at it: one write decides."""
    row, _ = LastRun.objects.get_or_create(name=each.name)
    if not each.is_due(row.last_run, now):
        return False
    as_it_was = LastRun.objects.filter(pk=row.pk, last_run=row.last_run)
    free = as_it_was.filter(Q(busy_until=None) | Q(busy_until__lte=now))
    return free.update(busy_until=now + AT_IT) == 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A round as it is told on the page."""

    round: Round
    last: datetime | None
    failures: int
    late: bool


def standings(now: datetime | None = None) -> list[Standing]:
    """Every round, in one query."""
    now = now or timezone.now()
    rows = {row.name: row for row in LastRun.objects.all()}
    found = ((each, rows.get(each.name, LastRun())) for each in ROUNDS)
    return [
        Standing(each, _here(row.last_run), row.failures, each.is_late(row.last_run, now))
        for each, row in found
    ]


def _here(moment: datetime | None) -> datetime | None:
    return None if moment is None else timezone.localtime(moment)


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """One line for whoever runs the system, while any round is late."""
    if not person.may(Permission.RUN_SYSTEM):
        return []
    late = [one for one in standings() if one.late]
    if not late:
        return []
    names = "; ".join(one.round.what for one in late)
    sentence = f"Huset gjør ikke alle rundene sine. Dette er ikke gjort i tide: {names}."
    return [
        Line(
            weight=Weight.GONE_QUIET,
            who="",
            sentence=sentence,
            act="Se rundene",
            url=reverse("web:rounds"),
        )
    ]

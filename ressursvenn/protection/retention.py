"""What is erased when, by class, and the erasing itself.

Every model says in `Handling.keep` which class it is of; STAYS says when each class goes. This room knows no
other: `<room>/retention.py` registers what the room owns (`register`), what it holds about somebody who is
erased (`forgets`), and rows that go by age alone (`goes`). When something is erased is never stored: it is
read off dated facts whenever it is asked, so that a row that is reopened or touched moves by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import autodiscover_modules

from ressursvenn.programme.limits import Limits, in_force
from ressursvenn.programme.lines import Line, Weight

from . import audit, chain, checkpoints, keeping, vault
from .models import AuditAbout, KeptLonger
from .stays import STAYS, Stay

ERASED = "protection.erased"
KEPT_LONGER = "protection.kept_longer"
log = logging.getLogger(__name__)


class InTheWay(Exception):
    """It cannot be erased now. `args[0]` is a sentence that says why."""


def limits_on(today: date) -> Limits:
    """The national numbers: no association keeps anybody longer by numbers of its own."""
    return in_force(today).limits


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """One row whose time may come, as its facts stand now.

    `last_on` is the last dated fact. `touched_on` is the last act in the log: whatever the facts say, a
    row that somebody has acted on stands through a whole warning. `held` says why nothing is erased.
    """

    reference: str
    stay: Stay
    last_on: date
    touched_on: date | None = None
    longer_until: date | None = None
    held: str = ""

    def goes_on(self, limits: Limits) -> date | None:
        """The day it is erased; None while something is in the way, or when it never goes by itself."""
        days = self.stay.days(limits)
        if days is None or self.held:
            return None
        goes = [_later(self.last_on, days)]
        if self.stay.warned and self.touched_on:
            goes.append(_later(self.touched_on, limits.keep_warning_days))
        return max(goes + ([self.longer_until] if self.longer_until else []))

    def is_due(self, today: date) -> bool:
        goes = self.goes_on(limits_on(today))
        return goes is not None and goes <= today

    def is_warned(self, today: date) -> bool:
        """It is told of: it goes within the time of warning."""
        limits = limits_on(today)
        return self.stay.warned and self._within(limits.keep_warning_days, limits, today)

    def is_in_grace(self, today: date) -> bool:
        """The last days in which somebody can say that it is still needed."""
        limits = limits_on(today)
        return self.stay.warned and self._within(limits.keep_grace_days, limits, today)

    def _within(self, days: int, limits: Limits, today: date) -> bool:
        goes = self.goes_on(limits)
        return goes is not None and goes - timedelta(days=days) <= today


def _later(day: date, days: int) -> date:
    """So many days after, or the last day there is: no day that somebody typed stops the night's round."""
    return day + timedelta(days=min(days, (date.max - day).days))


@dataclass(frozen=True, kw_only=True)
class Sort:
    """Rows that a room owns and that go one by one, each with an entry in the log.

    `read` says how each row stands. `before` does what must be done while it can still be opened.
    """

    keep: str
    rows: Callable[[], QuerySet[Any]]
    read: Callable[[QuerySet[Any]], list[Kept]]
    before: Callable[[Any], None] = lambda row: None
    has_keys: bool = True


_sorts: dict[str, Sort] = {}
_forgets: dict[str, Callable[[str], None]] = {}
_by_age: dict[str, Callable[[date], int]] = {}


def register(sort: Sort) -> None:
    """From `<room>/retention.py`, which is found when it is needed."""
    _sorts[sort.keep] = sort


def forgets(act: Callable[[str], None]) -> Callable[[str], None]:
    """What a room does about somebody, told by reference, in the transaction of her erasure."""
    _forgets[act.__module__] = act
    return act


def goes(stay: str) -> Callable[[Callable[[date], int]], Callable[[date], int]]:
    """`@goes("outbox")`: the act erases what is older than a day, and says how much it was."""

    def named(act: Callable[[date], int]) -> Callable[[date], int]:
        _by_age[stay] = act
        return act

    return named


@lru_cache(maxsize=1)
def find_rooms() -> None:
    """Read every `<room>/retention.py`."""
    autodiscover_modules("retention")


def sorts() -> list[Sort]:
    find_rooms()
    return list(_sorts.values())


def all_that_forget() -> list[Callable[[str], None]]:
    find_rooms()
    return list(_forgets.values())


def by_age() -> dict[str, Callable[[date], int]]:
    find_rooms()
    return dict(_by_age)


# --- what a room reads its facts with -----------------------------------------------------------

# A look is no activity, nor is the reason given for one, nor what this room itself has done.
NO_ACTIVITY = Q(entry__did__startswith="protection.") & ~Q(entry__did=ERASED)
NO_ACTIVITY |= Q(entry__did__endswith=".reason_given")


def with_touched(rows: Any) -> Any:
    """The same rows, each with the last act in the log and how long somebody has asked to keep it."""
    acts = AuditAbout.objects.filter(reference=OuterRef("reference")).exclude(NO_ACTIVITY)
    asked = KeptLonger.objects.filter(about=OuterRef("reference"))
    return rows.annotate(
        touched_at=Subquery(_one(acts, "reference", Max("entry__at"))),
        longer_until=Subquery(_one(asked, "about", Max("until"))),
    )


def _one(rows: Any, by: str, what: Any) -> Any:
    return rows.order_by().values(by).annotate(answer=what).values("answer")


def day_of(moment: datetime | None) -> date | None:
    """The day in Oslo."""
    return None if moment is None else timezone.localdate(moment)


def latest(*days: date | None) -> date:
    """The last of the days that are known; long ago when none is."""
    return max((day for day in days if day is not None), default=date(1900, 1, 1))


def line(one: Kept, who: str) -> Line | None:
    """What Min dag says while it is not too late; nothing before that."""
    today = timezone.localdate()
    day = one.goes_on(limits_on(today))
    if day is None or not one.is_warned(today):
        return None
    told = date_format(max(day, today), "j. F")
    return Line(
        weight=Weight.ERASED_NEXT if one.is_in_grace(today) else Weight.ERASED_SOON,
        who=who,
        sentence=f"Slettes {told}. Er det noe som gjør at dere fortsatt trenger det?",
        act="Behold eller slett",
        url=reverse("web:erasing", args=[one.reference]),
    )


# --- the acts -----------------------------------------------------------------------------------


def kept(keep: str, reference: str) -> Kept | None:
    """How one row stands now."""
    sort = next((sort for sort in sorts() if sort.keep == keep), None)
    found = sort.read(sort.rows().filter(reference=reference)) if sort else []
    return found[0] if found else None


def times_left(one: Kept, today: date) -> int:
    """How many times more it may be kept longer, since the last activity."""
    since = KeptLonger.objects.filter(about=one.reference, kept_on__gt=one.last_on)
    counted = since.exclude(reason__in=KeptLonger.WITHOUT_LIMIT).aggregate(times=Count("pk"))
    return max(0, limits_on(today).keep_longer_times - int(counted["times"]))


@transaction.atomic
def keep_longer(one: Kept, *, reason: str, by: Any) -> KeptLonger:
    """Somebody has said, with a reason from the list, that this is still needed. Raises InTheWay."""
    today = timezone.localdate()
    day = one.goes_on(limits_on(today))
    if day is None or not one.is_warned(today):
        raise InTheWay("Dette skal ikke slettes ennå.")
    if reason not in KeptLonger.WITHOUT_LIMIT and not times_left(one, today):
        raise InTheWay("Fristen er alt flyttet så mange ganger den kan.")
    until = max(day, today) + timedelta(days=limits_on(today).keep_longer_days)
    row = KeptLonger(about=one.reference, until=until, reason=reason, kept_on=today, kept_by=by)
    row.full_clean()
    row.save()
    audit.record(by=by, did=KEPT_LONGER, about=[one.reference], purpose=reason)
    return row


@transaction.atomic
def erase(sort: Sort, reference: str, *, by: Any = None) -> bool:
    """Everything about one row, and then its keys. False when it is not there, or its time has moved.

    The keys go last and nothing comes after: whatever stops the act before that leaves all as it was, and
    if only the end of it is lost, nobody can be read and the next night takes the rest. Raises InTheWay.
    """
    row = sort.rows().filter(reference=reference).select_for_update(of=("self",)).first()
    if row is None:
        return False
    one = next(iter(sort.read(sort.rows().filter(pk=row.pk))), None)
    if one is None or one.held:
        raise InTheWay(one.held if one else "Dette er ikke over.")
    if by is None and not one.is_due(timezone.localdate()):
        return False
    sort.before(row)
    for forget in all_that_forget():
        forget(reference)
    KeptLonger.objects.filter(about=reference).delete()
    sort.rows().filter(pk=row.pk).delete()
    audit.record(by=by, did=ERASED, about=[reference], purpose=sort.keep)
    if sort.has_keys:
        vault.destroy_keys(reference)
    return True


FAILED = "failed"


def erase_what_is_due(today: date | None = None) -> dict[str, int]:
    """The night's round: how much went of each class, and how many failed. One that fails stops no other."""
    day = today or timezone.localdate()
    gone: dict[str, int] = {FAILED: 0}
    for sort in sorts():
        gone[sort.keep] = _tried(gone, _erase_all_due, sort, day, gone)
    for code, act in by_age().items():
        days = STAYS[code].days(limits_on(day))
        if days is not None:
            gone[code] = _tried(gone, act, day - timedelta(days=days))
    leave_nothing_behind()
    return gone


def _erase_all_due(sort: Sort, day: date, gone: dict[str, int]) -> int:
    due = [one.reference for one in sort.read(sort.rows()) if one.is_due(day)]
    return sum(_tried(gone, erase, sort, reference) for reference in due)


def _tried(gone: dict[str, int], act: Callable[..., int], *to: Any) -> int:
    """What the act says it did; when it failed the log of the machine tells where."""
    try:
        return int(act(*to))
    except InTheWay:
        return 0
    except Exception:
        log.exception("not erased")
        gone[FAILED] += 1
        return 0


def leave_nothing_behind() -> None:
    """Move what SQLite still holds beside its file into it, and empty what lies beside."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_unused_keys(people: Iterable[str] | None = None) -> int:
    """Keys of an act that came to nothing. So many at once is no accident: then nothing is touched."""
    in_use = set(people) if people is not None else set(_people())
    kept_keys = int(keeping.ask("standing")["kept"])
    if kept_keys - len(in_use) > max(50, kept_keys // 10):
        raise RuntimeError("more keys than people: is this the right database?")
    return vault.forget_unused(in_use)


def _people() -> Iterable[str]:
    for sort in sorts():
        if sort.has_keys:
            yield from sort.rows().values_list("reference", flat=True)


def classes() -> set[str]:
    """Every class that some model of ours names."""
    from django.apps import apps

    ours: list[Any] = [
        model for model in apps.get_models() if model.__module__.startswith("ressursvenn.")
    ]
    return {model.Handling.keep for model in ours}


@goes("log")
def forget_the_old_log(before: date) -> int:
    """Up to a signed point that is 24 months old. The database itself lets nothing younger go."""
    checkpoint = checkpoints.forgettable()
    return chain.forget_before(checkpoint) if checkpoint else 0

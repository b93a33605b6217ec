"""Reads: what is odd in the log and what was said about it; openings that two agreed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.pairs import queries as pairs
from ressursvenn.participants import queries as participants
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditAbout, AuditEntry
from ressursvenn.together import queries as together

from .acts import BREAK_GLASS
from .models import VERDICTS, Verdict
from .signs import IN_PASSING, KINDS, Entry, Sign, signs

LOOKS_BACK = timedelta(days=31)
LINES = 6  # in Min dag; the rest is a count


@dataclass(frozen=True, slots=True)
class Odd:
    """A sign, who it is about, and what was said about it last."""

    sign: Sign
    who: Person
    verdict: Verdict | None

    @property
    def kind(self) -> str:
        return KINDS[self.sign.kind]

    @property
    def is_open(self) -> bool:
        """Nobody has said anything about it, or there is more of it since."""
        return self.verdict is None or self.verdict.newest < self.sign.newest

    @property
    def is_followed_up(self) -> bool:
        return not self.is_open and self.verdict is not None and self.verdict.said == "followed_up"

    @property
    def said(self) -> str:
        return VERDICTS[self.verdict.said] if self.verdict and not self.is_open else ""

    @property
    def several(self) -> str:
        """How many participants, when it is about more than one."""
        number = len(self.sign.references)
        return f"{number} deltakere" if number > 1 else ""

    @property
    def until(self) -> str:
        """When it was seen last: a time alone when that was on the same day."""
        sign = self.sign
        same = sign.first.date() == sign.last.date()
        return date_format(sign.last, "H:i" if same else "j. F H:i")

    @property
    def references(self) -> list[str]:
        return sorted(self.sign.references)


def odd_ones(person: Person) -> list[Odd]:
    """What is odd in the last month, in the whole country. For the privacy officer; five queries."""
    if not person.may(Permission.SEE_AUDIT):
        return []
    found = signs(_entries(), accounts.terms(None).limits)
    people = Person.objects.in_bulk({sign.by for sign in found})
    verdicts: dict[Any, Verdict] = {}
    for said in Verdict.objects.filter(person__in=list(people)).order_by("id"):
        verdicts[said.key] = said
    return [Odd(sign, people[sign.by], verdicts.get(sign.key)) for sign in found]


def _entries() -> Iterable[Entry]:
    """The log of the last month as signs are read from it: codes, references and moments in Oslo."""
    log = AuditEntry.objects.filter(at__gte=timezone.now() - LOOKS_BACK, by__isnull=False)
    log = log.exclude(purpose__in=IN_PASSING)
    known = set(participants.references())
    about = defaultdict(set)
    for entry, reference in AuditAbout.objects.filter(entry__in=log).values_list(
        "entry", "reference"
    ):
        about[entry].add(reference)
    rows = log.order_by("id").values_list("id", "at", "by", "did", "purpose")
    for number, at, by, did, purpose in rows:
        met = frozenset(about[number])
        yield Entry(number, timezone.localtime(at), by, did, purpose, met, met & known)


def odd_one(person: Person, key: tuple[Any, ...]) -> Odd | None:
    """The same odd thing as it is now, if it still is."""
    return next((odd for odd in odd_ones(person) if odd.sign.key == key), None)


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """For the privacy officer: a line for each odd thing nobody has looked at, and a count for the rest."""
    waits = [odd for odd in odd_ones(person) if odd.is_open]
    lines = [_line(odd) for odd in waits[:LINES]]
    if more := waits[LINES:]:
        lines.append(_count_line(more))
    return lines


def _line(odd: Odd) -> Line:
    return Line(
        weight=Weight.WAITS_FOR_YOU,
        who=odd.sign.reference,
        sentence=f"I loggen: {odd.kind}. {odd.who.name}, {_times(odd)}.",
        act="Se på det",
        url=reverse("oversight:all"),
        since=timezone.localdate(odd.sign.first),
    )


def _times(odd: Odd) -> str:
    if odd.several:
        return odd.several
    return "én gang" if odd.sign.times == 1 else f"{odd.sign.times} ganger"


def _count_line(more: list[Odd]) -> Line:
    return Line(
        weight=Weight.WAITS_FOR_YOU,
        who=f"{len(more)} til",
        sentence="Mer i loggen som ingen har sett på.",
        act="Se alt",
        url=reverse("oversight:all"),
        since=timezone.localdate(min(odd.sign.first for odd in more)),
    )


# --- what takes two -------------------------------------------------------------------------------

OPEN_FOR = timedelta(hours=1)  # from the moment it was opened


def glass_of(person: Person) -> QuerySet[Any]:
    """The break-glasses that another has said yes to: to be opened, or open for what is left of an hour."""
    now = timezone.now()
    hers = together.within_sight(person).filter(act=BREAK_GLASS, asked_by=person, yes=True)
    still = Q(used_at=None, good_until__gt=now) | Q(used_at__gt=now - OPEN_FOR)
    return hers.filter(still).select_related("answered_by").order_by("-answered_at")


def asked_about(person: Person, act: str) -> QuerySet[Any]:
    """What this person has asked for with such an act, and nobody has answered yet."""
    return together.asked_by(person).filter(act=act)


def opened_glass(asked: Any, *, by: Person) -> Any | None:
    """The card and the safe contact, in the log; None when there is nothing to show for the reference."""
    row = participants.anywhere(asked.about)
    if row is None:
        return None
    try:
        return opening.open_record(row, by=by, purpose=f"break_glass:{asked.detail}:page")
    except vault.Erased:
        return None


def courses(person: Person, participant: Any) -> list[tuple[Any, int]]:
    """The participant's pairs, the oldest first, each with how many times the two have met."""
    rows = pairs.with_meet_ups(pairs.visible_to(person).filter(participant=participant))
    return [
        (row, sum(meet_up.happened for meet_up in row.meet_ups.all()))
        for row in sorted(rows, key=lambda row: row.pk)
    ]


def agreed(person: Person, act: str, about: str) -> Any | None:
    """What another has said yes to, when this person asked for it, and it still counts."""
    found = together.agreed(act, about)
    return found if found and found.asked_by_id == person.pk else None


def waits_about(act: str, about: str) -> Any | None:
    """The same act has been asked for, and nobody has answered."""
    return together.open_about(act, about)

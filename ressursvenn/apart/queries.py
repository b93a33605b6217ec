"""Who must never meet whom: the answer for the engine, and the vetting officer's own list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.programme.words import KEEP_APART_KINDS
from ressursvenn.protection import likeness
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.likeness.prints import unpacked
from ressursvenn.volunteers import queries as volunteers_room

from .holding import Held, decided, hold_against
from .models import Decision, KeepApart

Answers = dict[tuple[str, str], bool | None]


def answers(participants: Iterable[Any], volunteers: Iterable[Any]) -> Answers:
    """Must these two be kept apart? By (participant's, volunteer's) reference; None is not known.

    One query, however many there are. Rows may be sealed: only prints are compared.
    Not known: a likeness nobody has decided about, an entry that nobody has looked at since the
    volunteer came, or a volunteer with nothing to compare.
    """
    compared = list(volunteers)
    said = _said_by(participants, compared)
    named = [(one.reference, one.pk, _named_in_full(one)) for one in compared]
    return {
        (reference, volunteer): entries.answer(pk, in_full)
        for reference, entries in said.items()
        for volunteer, pk, in_full in named
    }


@dataclass(slots=True)
class _Said:
    """What all entries of one participant come to."""

    kept: set[int] = field(default_factory=set)
    not_known: set[int] = field(default_factory=set)
    looked_up_to: float = inf
    entries: bool = False

    def add(self, entry: Held) -> None:
        self.entries = True
        self.looked_up_to = min(self.looked_up_to, entry.looked_up_to)
        for volunteer in entry.met.keys() | entry.decided.keys():
            told = entry.answer(volunteer)
            if told is not False:
                (self.kept if told else self.not_known).add(volunteer)

    def answer(self, volunteer: int, named_in_full: bool) -> bool | None:
        if volunteer in self.kept:
            return True
        unseen = volunteer > self.looked_up_to or volunteer in self.not_known
        return None if unseen or (self.entries and not named_in_full) else False


def _named_in_full(volunteer: Any) -> bool:
    """A first name alone says nothing about who she is. Of a sealed row it was asked when it was open."""
    if not volunteer.likeness:
        return False
    try:
        return likeness.is_full_name(f"{volunteer.first_name} {volunteer.last_name}")
    except StillSealed:
        return True


def _said_by(participants: Iterable[Any], volunteers: Iterable[Any]) -> dict[str, _Said]:
    rows = list(participants)
    held: dict[int, tuple[int, Held]] = {}
    noted = KeepApart.objects.filter(participant__in={row.pk for row in rows})
    found: Iterable[tuple[Any, ...]] = noted.order_by("pk", "decisions__pk").values_list(
        "pk", "participant_id", "prints", "sealed", "looked_at_on", "newest_seen",
        "decisions__volunteer_id", "decisions__kept", "decisions__met",
    )  # fmt: skip
    for pk, participant, *entry, volunteer, kept, met in found:
        if pk not in held:
            held[pk] = participant, _held(*entry)
        if volunteer:
            held[pk][1].decided.update(decided([(volunteer, kept, met)]))
    hold_against((one for _, one in held.values()), ((v.pk, v.likeness) for v in volunteers))
    told = {row.pk: _Said() for row in rows}
    for participant, one in held.values():
        told[participant].add(one)
    return {row.reference: told[row.pk] for row in rows}


def _held(stored: Any, sealed: bool, looked_at_on: date | None, newest_seen: int) -> Held:
    up_to = inf if not sealed else newest_seen if looked_at_on else 0
    return Held(unpacked(stored), up_to)


def visible_to(person: Person) -> QuerySet[KeepApart]:
    """All entries in the country for the vetting officer, sealed; nothing for anybody else."""
    if person.may(Permission.SEE_KEEP_APART):
        return KeepApart.objects.select_related(
            "participant", "participant__association", "noted_by"
        ).order_by("noted_on", "pk")
    return KeepApart.objects.none()


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that needs the vetting officer, and why. Never what it says."""

    reference: str
    kind: str
    association: str
    noted_on: date
    unlooked: bool
    new_hits: int  # volunteers it points at, or who resemble it, whom nobody has decided about
    resembles: bool  # … none of them for certain
    new_since: int  # volunteers here who came after it was looked at, and cannot be compared
    in_open_pair: bool  # … one of whom has met the participant, or is about to
    withdrawn: bool  # the participant no longer takes part; nobody will be suggested

    @property
    def is_pressing(self) -> bool:
        waits = self.unlooked or self.new_hits or self.new_since
        return self.in_open_pair or (not self.withdrawn and bool(waits))

    @property
    def weight(self) -> Weight:
        return Weight.CONCERN_OPEN if self.in_open_pair else Weight.WAITS_FOR_YOU

    @property
    def sentence(self) -> str:
        if self.in_open_pair:
            return "En oppføring peker på en ressursvenn i en åpen kobling. Ring koordinatoren nå."
        if self.resembles:
            return "En oppføring ligner på noen som har søkt eller er ressursvenn. Er det samme person?"
        if self.new_hits:
            return "En oppføring peker på noen som har søkt eller er ressursvenn."
        if self.unlooked:
            return "En oppføring må ses på. Til da foreslås ingen for deltakeren."
        return "Se på oppføringen igjen: det er kommet nye ressursvenner i foreningen."


def waiting_for_vetting(person: Person) -> list[Waiting]:
    """What waits for the vetting officer in the whole country, the most pressing first."""
    entries = list(visible_to(person))
    if not entries:
        return []
    held, paired, here = held_of(person, entries), _paired(entries), _by_association(person)
    found = [
        _waiting(entry, held[entry.pk], paired, here[entry.participant.association_id])
        for entry in entries
    ]
    pressing = [one for one in found if one.is_pressing]
    return sorted(pressing, key=lambda one: (one.weight, one.noted_on))


def _waiting(
    entry: KeepApart, held: Held, paired: Mapping[int, set[int]], here: Iterable[int]
) -> Waiting:
    looked = entry.looked_at_on is not None
    newer = [pk for pk in here if pk > entry.newest_seen]
    waits = held.undecided()
    return Waiting(
        reference=entry.reference,
        kind=KEEP_APART_KINDS[entry.kind],
        association=entry.participant.association.name,
        noted_on=entry.noted_on,
        unlooked=entry.sealed and not looked,
        new_hits=len(waits),
        resembles=bool(waits) and all(held.answer(pk) is None for pk in waits),
        new_since=len(newer) if entry.sealed and looked else 0,
        in_open_pair=any(held.is_kept(pk) or pk in waits for pk in paired[entry.participant_id]),
        withdrawn=entry.participant.withdrawn_on is not None,
    )


def _by_association(person: Person) -> dict[int, list[int]]:
    """The volunteers of each association who have not left, by primary key."""
    here: dict[int, list[int]] = defaultdict(list)
    active = volunteers_room.for_vetting(person).filter(left_on__isnull=True)
    for association, pk in active.values_list("association_id", "pk"):
        here[association].append(pk)
    return here


def held_of(person: Person, entries: Iterable[KeepApart]) -> dict[int, Held]:
    """By entry: whom it meets, in any association, and what is decided. Two queries."""
    held = {
        entry.pk: _held(entry.prints, entry.sealed, entry.looked_at_on, entry.newest_seen)
        for entry in entries
    }
    hold_against(held.values(), volunteers_room.for_vetting(person).values_list("pk", "likeness"))
    said = Decision.objects.filter(entry__in=held).order_by("pk")
    for entry, *one in said.values_list("entry_id", "volunteer_id", "kept", "met"):
        held[entry].decided.update(decided([one]))
    return held


def to_choose_among(person: Person, entry: KeepApart, held: Held) -> QuerySet[Any]:
    """Volunteers of the participant's own association, and whomever the entry already touches."""
    here = Q(association_id=entry.participant.association_id, left_on__isnull=True)
    touched = Q(pk__in=held.met.keys() | held.decided.keys())
    return volunteers_room.for_vetting(person).filter(here | touched).order_by("pk")


def newest_volunteer(person: Person) -> int:
    """The primary key of whoever applied last, anywhere: later ones have not been looked at."""
    newest: int | None = volunteers_room.for_vetting(person).aggregate(Max("pk"))["pk__max"]
    return newest or 0


def _paired(entries: Iterable[KeepApart]) -> dict[int, set[int]]:
    """By participant: volunteers in an open pair. `pairs` is asked by name alone."""
    paired: dict[int, set[int]] = defaultdict(set)
    open_pairs = KeepApart.objects.filter(
        Q(participant__pairs__ended_on__isnull=True, participant__pairs__not_to_be_on__isnull=True),
        pk__in=[entry.pk for entry in entries],
        participant__pairs__isnull=False,
    )
    for participant, volunteer in open_pairs.values_list(
        "participant_id", "participant__pairs__volunteer_id"
    ):
        paired[participant].add(volunteer)
    return paired


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """For the vetting officer alone: a line for each entry that is urgent, a count for the rest."""
    waiting = waiting_for_vetting(person)
    urgent = [one for one in waiting if one.in_open_pair]
    lines = [_line(one) for one in urgent]
    if calm := [one for one in waiting if not one.in_open_pair]:
        lines.append(_count_line(calm))
    return lines


def _line(one: Waiting) -> Line:
    return Line(
        weight=one.weight,
        who=one.association,
        sentence=one.sentence,
        act="Åpne oppføringen",
        url=reverse("apart:entry", args=[one.reference]),
        since=one.noted_on,
    )


def _count_line(calm: list[Waiting]) -> Line:
    number = len(calm)
    return Line(
        weight=Weight.WAITS_FOR_YOU,
        who="",
        sentence=f"{number} {'oppføring' if number == 1 else 'oppføringer'} venter på deg.",
        act="Se køen",
        url=reverse("apart:queue"),
        since=min(one.noted_on for one in calm),
    )

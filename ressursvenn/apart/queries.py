"""Who must never meet whom: the answer for the engine, and the vetting officer's own list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
from ressursvenn.protection import fingerprints
from ressursvenn.protection.fields import StillSealed
from ressursvenn.volunteers import queries as volunteers_room

from .models import KeepApart, KeptFrom

Answers = dict[tuple[str, str], bool | None]


def answers(participants: Iterable[Any], volunteers: Iterable[Any]) -> Answers:
    """Must these two be kept apart? By (participant's, volunteer's) reference; None is not known.

    One query, however many there are. Rows may be sealed: only fingerprints are compared.
    Not known: an entry that nobody has looked at since the volunteer came, or a volunteer with
    nothing to compare.
    """
    compared = list(volunteers)
    said = _said_by(participants)
    return {
        (reference, volunteer.reference): entries.answer(volunteer)
        for reference, entries in said.items()
        for volunteer in compared
    }


@dataclass(slots=True)
class _Said:
    """All that one participant has said, as it can be compared."""

    fingerprints: set[str]
    kept_from: set[int]
    looked_up_to: float = inf  # the newest volunteer that all sealed entries were held against
    entries: bool = False

    def answer(self, volunteer: Any) -> bool | None:
        prints = volunteer.fingerprints
        if volunteer.pk in self.kept_from or not self.fingerprints.isdisjoint(prints):
            return True
        if volunteer.pk > self.looked_up_to:
            return None
        if self.entries and not (prints and _named_in_full(volunteer)):
            return None
        return False


def _named_in_full(volunteer: Any) -> bool:
    """A first name alone says nothing about who she is. Of a sealed row it was asked when it was open."""
    try:
        return bool(fingerprints.name_forms(f"{volunteer.first_name} {volunteer.last_name}"))
    except StillSealed:
        return True


def _said_by(participants: Iterable[Any]) -> dict[str, _Said]:
    rows = list(participants)
    said = {row.pk: _Said(set(), set()) for row in rows}
    noted = KeepApart.objects.filter(participant__in=said).values_list(
        "participant_id", "fingerprints", "sealed", "looked_at_on", "newest_seen",
        "kept_from__volunteer_id",
    )  # fmt: skip
    for participant, prints, sealed, looked_at_on, newest_seen, volunteer in noted:
        one = said[participant]
        one.entries = True
        one.fingerprints.update(prints)
        if sealed:
            one.looked_up_to = min(one.looked_up_to, newest_seen if looked_at_on else 0)
        if volunteer:
            one.kept_from.add(volunteer)
    return {row.reference: said[row.pk] for row in rows}


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
    new_hits: int  # volunteers it points at whom nobody has decided about
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
    hits, paired, here = hits_of(person, entries), _paired(entries), _by_association(person)
    found = [
        _waiting(entry, hits[entry.pk], paired, here[entry.participant.association_id])
        for entry in entries
    ]
    pressing = [one for one in found if one.is_pressing]
    return sorted(pressing, key=lambda one: (one.weight, one.noted_on))


def _waiting(
    entry: KeepApart, hits: Hits, paired: Mapping[int, set[int]], here: Iterable[int]
) -> Waiting:
    looked = entry.looked_at_on is not None
    newer = [pk for pk in here if pk > entry.newest_seen]
    return Waiting(
        reference=entry.reference,
        kind=KEEP_APART_KINDS[entry.kind],
        association=entry.participant.association.name,
        noted_on=entry.noted_on,
        unlooked=entry.sealed and not looked,
        new_hits=len(hits.by_print - hits.decided),
        new_since=len(newer) if entry.sealed and looked else 0,
        in_open_pair=bool((hits.by_print | hits.decided) & paired[entry.participant_id]),
        withdrawn=entry.participant.withdrawn_on is not None,
    )


def _by_association(person: Person) -> dict[int, list[int]]:
    """The volunteers of each association who have not left, by primary key."""
    here: dict[int, list[int]] = defaultdict(list)
    active = volunteers_room.for_vetting(person).filter(left_on__isnull=True)
    for association, pk in active.values_list("association_id", "pk"):
        here[association].append(pk)
    return here


@dataclass(frozen=True, slots=True)
class Hits:
    """Primary keys of volunteers: those an entry's fingerprints meet, those decided about."""

    by_print: frozenset[int]
    decided: frozenset[int]


def hits_of(person: Person, entries: Iterable[KeepApart]) -> dict[int, Hits]:
    """By entry: whom it points at, in any association. Two queries."""
    bearing: dict[str, set[int]] = defaultdict(set)
    for pk, prints in volunteers_room.for_vetting(person).values_list("pk", "fingerprints"):
        for one in prints:
            bearing[one].add(pk)
    listed = list(entries)
    decided: dict[int, set[int]] = defaultdict(set)
    kept = KeptFrom.objects.filter(entry__in=listed)
    for entry, volunteer in kept.values_list("entry_id", "volunteer_id"):
        decided[entry].add(volunteer)
    return {
        entry.pk: Hits(
            frozenset().union(*(bearing.get(one, ()) for one in entry.fingerprints)),
            frozenset(decided[entry.pk]),
        )
        for entry in listed
    }


def to_choose_among(person: Person, entry: KeepApart, hits: Hits) -> QuerySet[Any]:
    """Volunteers of the participant's own association, and whomever the entry already touches."""
    here = Q(association_id=entry.participant.association_id, left_on__isnull=True)
    touched = Q(pk__in=hits.by_print | hits.decided)
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

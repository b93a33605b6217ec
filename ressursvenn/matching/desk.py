"""The door of the room: facts about couples in, an explained round of suggestions out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ressursvenn.programme.limits import Terms

from . import fit
from .assign import Objective, Plan, assign
from .explain import Alternative, Asked, May, Sentences, alternatives, left_out
from .facts import CoupleFacts, ParticipantFacts, Reference, VolunteerFacts
from .proof import Unproven
from .rules import may_meet
from .table import Couple


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggested:
    """Two who may be suggested to each other, and what speaks for it. A coordinator decides."""

    participant: Reference
    volunteer: Reference
    sentences: Sentences
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One round of suggestions: whoever has waited longest first, nobody forgotten."""

    pairs: tuple[Suggested, ...]
    left_out: Mapping[Reference, Sentences]
    objective: Objective


def nobody(permission: str) -> bool:
    """A reader who may be told no reason: what holds until the caller says who is reading."""
    return False


def plan(
    couples: Iterable[CoupleFacts],
    terms: Terms,
    *,
    participants: Iterable[ParticipantFacts] = (),
    may: May = nobody,
) -> Round:
    """The best round there is, proved, with reasons for every suggestion and everybody left out.

    `participants` are those who wait though no couple was stated for them. `may` answers whether
    the reader has a permission. Raises ValueError for a couple stated twice or a person described
    in two ways.
    """
    there = _There()
    for participant in participants:
        there.note_participant(participant)
    for couple in couples:
        there.note_couple(couple, terms)
    best = assign(there.couples(), there.places(), there.waiting())
    return _told(there, best, may)


@dataclass(slots=True)
class _There:
    """Everybody in this round, each described once, and every couple that was asked about."""

    participants: dict[Reference, ParticipantFacts] = field(default_factory=dict)
    volunteers: dict[Reference, VolunteerFacts] = field(default_factory=dict)
    asked: dict[Reference, list[Asked]] = field(default_factory=lambda: defaultdict(list))
    stated: set[tuple[Reference, Reference]] = field(default_factory=set)

    def note_participant(self, facts: ParticipantFacts) -> None:
        if self.participants.setdefault(facts.reference, facts) != facts:
            raise ValueError(f"the participant {facts.reference} is described in two ways")

    def note_volunteer(self, facts: VolunteerFacts) -> None:
        if self.volunteers.setdefault(facts.reference, facts) != facts:
            raise ValueError(f"the volunteer {facts.reference} is described in two ways")

    def note_couple(self, couple: CoupleFacts, terms: Terms) -> None:
        """Refused couples are noted too, so that one stated twice cannot lose its refusal."""
        two = couple.participant.reference, couple.volunteer.reference
        if two in self.stated:
            raise ValueError(f"the couple {', '.join(two)} was stated twice")
        self.stated.add(two)
        self.note_participant(couple.participant)
        self.note_volunteer(couple.volunteer)
        self.asked[two[0]].append(Asked(couple, may_meet(couple, terms)))

    def couples(self) -> list[Couple]:
        """Those that may meet. The others are absent from here on."""
        return [
            Couple(
                participant=participant,
                volunteer=each.couple.volunteer.reference,
                fit=fit.points(each.couple),
            )
            for participant, asked in self.asked.items()
            for each in asked
            if each.may_meet
        ]

    def places(self) -> dict[Reference, int]:
        return {one.reference: one.places for one in self.volunteers.values()}

    def waiting(self) -> dict[Reference, int]:
        return {one.reference: one.months_waited for one in self.participants.values()}


def _told(there: _There, best: Plan, may: May) -> Round:
    """The plan in sentences."""
    suggested_to: dict[Reference, list[int]] = defaultdict(list)
    for pair in best.pairs:
        suggested_to[pair.volunteer].append(there.participants[pair.participant].months_waited)
    places = there.places()
    full = {who for who, months in suggested_to.items() if len(months) >= places[who]}
    return Round(
        pairs=tuple(_suggested(there, pair, full) for pair in best.pairs),
        left_out={
            one: left_out(there.participants[one], there.asked[one], suggested_to, may)
            for one in best.left_out
        },
        objective=best.objective,
    )


def _suggested(there: _There, pair: Couple, full: Collection[Reference]) -> Suggested:
    """One suggestion. What the plan chose is asked once more, here at the door."""
    asked = there.asked[pair.participant]
    chosen = next(one for one in asked if one.couple.volunteer.reference == pair.volunteer)
    if not chosen.may_meet:
        raise Unproven("a refused couple was suggested")
    return Suggested(
        participant=pair.participant,
        volunteer=pair.volunteer,
        sentences=fit.sentences(chosen.couple),
        alternatives=alternatives(asked, pair.volunteer, full),
    )

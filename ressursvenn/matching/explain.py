"""A plan told in sentences for a coordinator: what speaks for it, who else, why somebody waits.

Every sentence obeys `told_to`: a reason the reader may not know is counted, but not named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ressursvenn.programme.rules import Refusal

from . import fit
from .facts import CoupleFacts, ParticipantFacts, Reference

May = Callable[[str], bool]
Sentences = tuple[str, ...]

ALTERNATIVES_AT_MOST = 3
WORDS = ("én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")

NOBODY_THERE = "Det er ingen ressursvenner å foreslå nå."
HIDDEN = "kan ikke foreslås av en grunn du ikke kan se"
WAYS_TO_SAY = {
    "MAT-01": "skal holdes fra deltakeren, eller det er ikke avklart",
    "MAT-02": "passer ikke med trygghetsvilkårene, eller det er ikke avklart",
    "MAT-03": "har ikke noe kjent språk felles med deltakeren",
    "MAT-04": "kan ikke møtes når deltakeren kan, så vidt vi vet",
    "MAT-05": "er for langt unna, eller avstanden er ikke kjent",
    "MAT-06": "har sagt nei eller fått nei før, eller det er ikke avklart",
}
LANGUAGES_MISSING = "Det er ikke kjent hvilke språk deltakeren snakker."
TIMES_MISSING = "Det er ikke kjent når deltakeren kan møtes."


@dataclass(frozen=True, slots=True)
class Asked:
    """A couple and what MAY_MEET answered."""

    couple: CoupleFacts
    refusals: tuple[Refusal, ...]

    @property
    def may_meet(self) -> bool:
        """No rule says no, and the volunteer has an open place."""
        return not self.refusals and self.couple.volunteer.places > 0


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another volunteer who may meet the participant, best fitting first."""

    volunteer: Reference
    sentences: Sentences
    suggested_elsewhere: bool  # in this round, to so many that no place is left


def alternatives(
    asked: Iterable[Asked], chosen: Reference, full: Collection[Reference]
) -> tuple[Alternative, ...]:
    """Up to three others who may meet the participant."""
    others = [
        each.couple for each in asked if each.may_meet and each.couple.volunteer.reference != chosen
    ]
    others.sort(key=lambda couple: (-fit.points(couple), couple.volunteer.reference))
    return tuple(
        Alternative(who := couple.volunteer.reference, fit.sentences(couple), who in full)
        for couple in others[:ALTERNATIVES_AT_MOST]
    )


def left_out(
    participant: ParticipantFacts,
    asked: Sequence[Asked],
    suggested_to: Mapping[Reference, Sequence[int]],
    may: May,
) -> Sentences:
    """Why nobody is suggested. `suggested_to` gives the months waited of those a volunteer got."""
    if not asked:
        return (NOBODY_THERE,)
    able = [each for each in asked if each.may_meet]
    without_room = [each for each in asked if not each.refusals and not each.may_meet]
    refused = [each for each in asked if each.refusals]
    return (
        *_passed_by(participant, able, suggested_to),
        *_counted(len(without_room), "kunne vært foreslått, men har ikke plass nå"),
        *_refused(participant, refused, may),
    )


def _passed_by(
    participant: ParticipantFacts,
    able: Sequence[Asked],
    suggested_to: Mapping[Reference, Sequence[int]],
) -> Sentences:
    """Those who could, but are suggested to others: nobody of whom has waited shorter."""
    waited = [months for each in able for months in suggested_to[each.couple.volunteer.reference]]
    longer = min(waited, default=0) > participant.months_waited
    how_long = "lenger" if longer else "minst like lenge"
    return _counted(
        len(able), f"kan møte deltakeren, men er foreslått til noen som har ventet {how_long}"
    )


def _refused(participant: ParticipantFacts, refused: Sequence[Asked], may: May) -> Sentences:
    """One sentence for each rule that said no, in the order of the rules; hidden ones last."""
    noes = [no for each in refused for no in each.refusals]
    counts = Counter(no.rule for no in noes if may(no.told_to))
    alone = Counter(each.refusals[0].rule for each in refused if _one_thing(each))
    told = [_rule_told(participant, code, counts[code], alone[code]) for code in sorted(counts)]
    hidden = sum(any(not may(no.told_to) for no in each.refusals) for each in refused)
    return (*told, *_counted(hidden, HIDDEN))


def _one_thing(each: Asked) -> bool:
    """A single rule stands in the way of a volunteer who has an open place."""
    return len(each.refusals) == 1 and each.couple.volunteer.places > 0


def _rule_told(participant: ParticipantFacts, code: str, count: int, alone: int) -> str:
    """What one rule stopped. What we do not know about the participant comes before any count."""
    if code == "MAT-03" and not participant.languages:
        return LANGUAGES_MISSING
    if code == "MAT-04" and not participant.times:
        return TIMES_MISSING
    (sentence,) = _counted(count, WAYS_TO_SAY[code])
    return f"{sentence} {_only_this(count, alone)}" if alone else sentence


def _only_this(count: int, alone: int) -> str:
    if alone == count:
        return "Ellers står ingen regel i veien."
    return f"For {_number(alone)} av dem står ellers ingen regel i veien."


def _counted(count: int, what: str) -> Sentences:
    """ "Fire ressursvenner …", or nothing at all."""
    who = "ressursvenn" if count == 1 else "ressursvenner"
    return (f"{_number(count).capitalize()} {who} {what}.",) if count else ()


def _number(count: int) -> str:
    return WORDS[count - 1] if 0 < count <= len(WORDS) else str(count)

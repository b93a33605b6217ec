"""May this participant be matched? Read MAY_BE_MATCHED from the top: each line can say no, and why.

The words never assume a woman: in Oslo the programme is open to men too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

SEEN_BY = "see_participants"
NUMBER_NEEDED = frozenset({"phone", "sms_without_name"})  # the channels that go to a number
REACHES = NUMBER_NEEDED | {"email"}  # and those that go to her at all


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipantFacts:
    """All that the rules may know about a participant. None means: not known."""

    left_stated_on: date | None
    acute_over_on: date | None
    consented_on: date | None
    contact_settled_on: date | None
    withdrawn: bool | None
    open_pairs: int | None
    in_unknown_pair: bool | None
    area_known: bool | None
    language_known: bool | None


def _has_come(day: date | None, terms: Terms) -> bool:
    return day is not None and day <= terms.today


@rule("PAR-01", "Deltakeren har flyttet fra volden.", source="seed 1.1", told_to=SEEN_BY)
def has_left(p: ParticipantFacts, terms: Terms) -> bool:
    """A statement with a name under it: the centre's, or a coordinator's on the centre's word."""
    return _has_come(p.left_stated_on, terms)


@rule("PAR-02", "Den akutte fasen er over.", source="seed 1.1", told_to=SEEN_BY)
def acute_phase_over(p: ParticipantFacts, terms: Terms) -> bool:
    """The volunteer is a fellow human being, not the crisis centre."""
    return _has_come(p.acute_over_on, terms)


@rule("PAR-03", "Deltakeren har selv sagt ja til å være med.", source="gdpr 9", told_to=SEEN_BY)
def said_yes(p: ParticipantFacts, terms: Terms) -> bool:
    """Nobody says yes for somebody else."""
    return _has_come(p.consented_on, terms)


@rule("PAR-04", "Trygg kontakt er avklart med deltakeren.", source="safety T4", told_to=SEEN_BY)
def safe_contact_settled(p: ParticipantFacts, terms: Terms) -> bool:
    """ "Ta ikke kontakt" is a settled answer too."""
    return _has_come(p.contact_settled_on, terms)


@rule("PAR-05", "Deltakeren har ikke trukket seg.", source="gdpr 7", told_to=SEEN_BY)
def not_withdrawn(p: ParticipantFacts, terms: Terms) -> bool:
    """A no works at once, without a reason."""
    return p.withdrawn is False


@rule("PAR-06", "Deltakeren er ikke i en kobling fra før.", source="seed 1.1", told_to=SEEN_BY)
def not_in_a_pair(p: ParticipantFacts, terms: Terms) -> bool:
    """Neither in one we know, nor in one an old list speaks of without saying with whom."""
    return p.open_pairs == 0 and p.in_unknown_pair is False


@rule("PAR-07", "Vi vet i hvilket område deltakeren vil møtes.", source="seed 1.1", told_to=SEEN_BY)
def area_known(p: ParticipantFacts, terms: Terms) -> bool:
    """Where to meet, never where to find."""
    return p.area_known is True


@rule("PAR-08", "Vi vet hvilke språk deltakeren snakker.", source="domain 1.7", told_to=SEEN_BY)
def language_known(p: ParticipantFacts, terms: Terms) -> bool:
    """Weak shared language is the first reason why such pairs lapse."""
    return p.language_known is True


MAY_BE_MATCHED = (
    has_left,
    acute_phase_over,
    said_yes,
    safe_contact_settled,
    not_withdrawn,
    not_in_a_pair,
    area_known,
    language_known,
)


def may_be_matched(p: ParticipantFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way. It does not mean safe."""
    return refusals(MAY_BE_MATCHED, p, terms)

"""From two people to the facts that the rules and the engine read. Sealed rows stay unknown: no.

Three layers answer for a couple, and all are asked: what the volunteer's rules say, what the
participant's rules say, and what MAY_MEET says of the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from ressursvenn import matching
from ressursvenn.apart import queries as apart
from ressursvenn.neighbourhood import areas
from ressursvenn.participants import facts as participant_facts
from ressursvenn.participants import rules as participant_rules
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers import rules as volunteer_rules

from .models import Pair
from .rules import PairFacts

# An open pair takes up the room these two ask for; asked again, they would refuse themselves.
TAKEN_UP_BY_THEMSELVES = frozenset({"VOL-05", "PAR-06"})
SAID_NO = Q(not_to_be_because__in=("she_said_no", "volunteer_said_no")) | Q(ending="unsafe")

Two = tuple[str, str]  # references: participant, volunteer


@dataclass(frozen=True, slots=True)
class Layers:
    """What stands between two people, layer by layer. Empty is not the same as safe."""

    volunteer: tuple[Refusal, ...]
    participant: tuple[Refusal, ...]
    together: tuple[Refusal, ...]

    @property
    def all(self) -> tuple[Refusal, ...]:
        return (*self.volunteer, *self.participant, *self.together)

    def but_for_room(self) -> tuple[Refusal, ...]:
        """What stands between two who are already in this pair."""
        return tuple(no for no in self.all if no.rule not in TAKEN_UP_BY_THEMSELVES)


def between(participant: Any, volunteer: Any, terms: Terms) -> Layers:
    """All three layers for two opened cards."""
    known_volunteer = volunteer_facts.of(volunteer)
    couples = couples_of(
        [participant], [volunteer], terms, {volunteer.reference: room(known_volunteer, terms)}
    )
    return Layers(
        volunteer_rules.may_be_matched(known_volunteer, terms),
        participant_rules.may_be_matched(participant_facts.of(participant), terms),
        matching.may_meet(couples[0], terms),
    )


def room(known: volunteer_rules.VolunteerFacts, terms: Terms) -> int:
    """How many more pairs the volunteer has room for, under the limit of the association."""
    wanted = min(known.places or 0, terms.limits.pairs_at_once)
    return max(0, wanted - (known.open_pairs or 0))


def couples_of(
    participants: Sequence[Any],
    volunteers: Sequence[Any],
    terms: Terms,
    places: Mapping[str, int],
) -> list[matching.CoupleFacts]:
    """Every couple of opened cards, in a fixed number of queries."""
    apart_from = apart.answers(participants, volunteers)
    refused = turned_down(participants, volunteers)
    hers = {one.reference: of_participant(one, terms) for one in participants}
    theirs = {one.reference: of_volunteer(one, places[one.reference]) for one in volunteers}
    return [
        matching.CoupleFacts(
            participant=hers[p.reference],
            volunteer=theirs[v.reference],
            km=_km(p.area, v.areas),
            kept_apart=apart_from.get((p.reference, v.reference)),
            against_conditions=participant_facts.against_conditions(p, v.areas),
            turned_down=(p.reference, v.reference) in refused,
        )
        for p in participants
        for v in volunteers
    ]


def of_participant(card: Any, terms: Terms) -> matching.ParticipantFacts:
    """What the engine may know of a participant: no name, no area, no day."""
    return matching.ParticipantFacts(
        reference=card.reference,
        languages=_known(card.languages),
        interests=frozenset(card.interests),
        times=_known(card.times),
        months_waited=matching.whole_months(card.waiting_since, terms.today),
    )


def of_volunteer(card: Any, places: int) -> matching.VolunteerFacts:
    """What the engine may know of a volunteer."""
    return matching.VolunteerFacts(
        reference=card.reference,
        languages=_known(card.languages),
        interests=frozenset(card.interests),
        times=_known(card.times),
        places=places,
    )


def _known(codes: Iterable[str]) -> frozenset[str] | None:
    """An empty list is a question nobody has asked yet."""
    return frozenset(codes) or None


def _km(hers: str, theirs: Iterable[str]) -> int | None:
    """Between the two areas that lie nearest each other."""
    known = [code for code in theirs if code in areas.AREAS]
    if hers not in areas.AREAS or not known:
        return None
    return min(areas.km_between(hers, code) for code in known)


def turned_down(participants: Iterable[Any], volunteers: Iterable[Any]) -> set[Two]:
    """Couples where one has said no to the other, or where it was not safe. One query."""
    noes = Pair.objects.filter(SAID_NO, participant__in=participants, volunteer__in=volunteers)
    return set(noes.values_list("participant__reference", "volunteer__reference"))


def of_pair(pair: Pair, kept_apart: bool | None) -> PairFacts:
    """What is known of a pair. `kept_apart` comes from `apart`, for many pairs at once."""
    return PairFacts(
        state=pair.state,
        decided_by=pair.decided_by_id,
        approved_by=pair.approved_by_id,
        she_said_yes=pair.she_said_yes_on is not None,
        volunteer_said_yes=pair.volunteer_said_yes_on is not None,
        withdrawn=pair.participant.withdrawn_on is not None,
        volunteer_left=pair.volunteer.left_on is not None,
        kept_apart=kept_apart,
    )


def of_pairs(pairs: Iterable[Pair]) -> dict[str, PairFacts]:
    """The same for many, by reference, in a fixed number of queries."""
    rows = list(pairs)
    answers = apart.answers(
        list({row.participant_id: row.participant for row in rows}.values()),
        list({row.volunteer_id: row.volunteer for row in rows}.values()),
    )
    return {
        row.reference: of_pair(
            row, answers.get((row.participant.reference, row.volunteer.reference))
        )
        for row in rows
    }

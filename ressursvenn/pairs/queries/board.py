"""The round of suggestions: computed when the page is asked for, never stored.

Those who wait, and volunteers with room, are opened as cards (one entry each kind). The engine
suggests; everybody left out is told with a reason, and so is everybody not ready yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from ressursvenn import matching
from ressursvenn.accounts.models import Person
from ressursvenn.participants import facts as participant_facts
from ressursvenn.participants import queries as participants
from ressursvenn.participants import rules as participant_rules
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.protection import opening
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import rules as volunteer_rules

from .. import facts

PURPOSE = "suggestions"


@dataclass(frozen=True, slots=True)
class Other:
    """Another volunteer who may meet the same participant."""

    volunteer: Any
    sentences: tuple[str, ...]
    suggested_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two opened cards, what speaks for the two, and who else there is. No score."""

    participant: Any
    volunteer: Any
    sentences: tuple[str, ...]
    others: tuple[Other, ...]
    vouched: str  # so that "as suggested" is a reason only for what was suggested


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody nobody is suggested to, and why."""

    card: Any
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotReady:
    """Somebody who may not be matched yet, and what stands in the way."""

    card: Any
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole page of suggestions."""

    suggestions: list[Suggestion]
    participants_left: list[LeftOut]
    volunteers_left: list[LeftOut]
    participants_not_ready: list[NotReady]
    volunteers_not_ready: list[NotReady]

    @property
    def participants(self) -> list[Any]:
        """Everybody on the page who waits, whether or not somebody is suggested."""
        listed = (self.suggestions, self.participants_left, self.participants_not_ready)
        return _by_name("called", *listed, card_of="participant")

    @property
    def volunteers(self) -> list[Any]:
        """Every volunteer on the page."""
        listed = (self.suggestions, self.volunteers_left, self.volunteers_not_ready)
        return _by_name("first_name", *listed, card_of="volunteer")


def _by_name(name: str, *listed: Iterable[Any], card_of: str) -> list[Any]:
    cards = [getattr(row, card_of, None) or row.card for rows in listed for row in rows]
    return sorted(cards, key=lambda card: str(getattr(card, name)).casefold())


def board(person: Person, terms: Terms) -> Board:
    """Everybody of the person's own association who is to be suggested, left out or not ready."""
    waits = list(_waiting(person))
    free, known, places = _with_room(person, terms)
    opened = set(opening.open_cards([*waits, *free], by=person, purpose=PURPOSE))
    hers, hers_not_ready = _participants([row for row in waits if row in opened], person, terms)
    roads = ((row, known[row.reference]) for row in free if row in opened)
    asked = [(row, volunteer_rules.may_be_matched(road, terms)) for row, road in roads]
    theirs, theirs_not_ready = _sorted_out(asked, person)
    couples = facts.couples_of(hers, theirs, terms, places)
    waiting = [facts.of_participant(card, terms) for card in hers]
    round_ = matching.plan(couples, terms, participants=waiting, may=person.may)
    ready = {card.reference: card for card in (*hers, *theirs)}
    return Board(
        [_suggestion(pair, ready, terms) for pair in round_.pairs],
        [LeftOut(ready[one], tuple(told)) for one, told in round_.left_out.items()],
        _volunteers_left(theirs, round_, couples, terms),
        hers_not_ready,
        theirs_not_ready,
    )


def _waiting(person: Person) -> QuerySet[Any]:
    """Everybody of hers who waits, sealed."""
    own = participants.visible_to(person)
    return own.filter(pk__in=participants.waiting(person.association_id or 0).values("pk"))


def _with_room(
    person: Person, terms: Terms
) -> tuple[list[Any], dict[str, volunteer_rules.VolunteerFacts], dict[str, int]]:
    """Sealed. Those with every place taken are neither ready nor lacking anything: not listed."""
    rows = list(volunteers.visible_to(person).filter(left_on=None).order_by("pk"))
    known = volunteer_facts.of_many(rows)
    places = {reference: facts.room(of, terms) for reference, of in known.items()}
    return [row for row in rows if places[row.reference]], known, places


def _participants(
    cards: Sequence[Any], person: Person, terms: Terms
) -> tuple[list[Any], list[NotReady]]:
    known = participant_facts.of_many(cards)
    asked = [
        (card, participant_rules.may_be_matched(known[card.reference], terms)) for card in cards
    ]
    return _sorted_out(asked, person)


def _sorted_out(
    asked: Iterable[tuple[Any, tuple[Refusal, ...]]], person: Person
) -> tuple[list[Any], list[NotReady]]:
    listed = list(asked)
    ready = [card for card, refusals in listed if not refusals]
    not_ready = [
        NotReady(card, tuple(no.as_told_to(person.may) for no in refusals))
        for card, refusals in listed
        if refusals
    ]
    return ready, not_ready


def _suggestion(pair: matching.Suggested, cards: dict[str, Any], terms: Terms) -> Suggestion:
    return Suggestion(
        cards[pair.participant],
        cards[pair.volunteer],
        tuple(pair.sentences),
        tuple(
            Other(cards[one.volunteer], tuple(one.sentences), one.suggested_elsewhere)
            for one in pair.alternatives
        ),
        vouch_for(pair.participant, pair.volunteer, terms),
    )


def _volunteers_left(
    cards: Sequence[Any],
    round_: matching.Round,
    couples: Iterable[matching.CoupleFacts],
    terms: Terms,
) -> list[LeftOut]:
    taken = {pair.volunteer for pair in round_.pairs}
    could = [
        couple.volunteer.reference for couple in couples if not matching.may_meet(couple, terms)
    ]
    return [
        LeftOut(card, (_why_free(could.count(card.reference)),))
        for card in cards
        if card.reference not in taken
    ]


def _why_free(could: int) -> str:
    if not could:
        return "Ingen av dem som venter og kan kobles, kan møte denne ressursvennen nå."
    many = "én" if could == 1 else str(could)
    return f"Kan møte {many} av dem som venter, men andre er foreslått til dem i denne runden."


def checked() -> tuple[str, ...]:
    """The sentence of every rule that a decision has been held against."""
    layers = (
        *volunteer_rules.MAY_BE_MATCHED,
        *participant_rules.MAY_BE_MATCHED,
        *matching.MAY_MEET,
    )
    return tuple(rule.sentence for rule in layers)


def vouch_for(participant: str, volunteer: str, terms: Terms) -> str:
    """A mark that these two were suggested today. It holds references only."""
    return _signer().signature(f"{participant}.{volunteer}.{terms.today}")


def vouched_for(mark: str, participant: str, volunteer: str, terms: Terms) -> bool:
    """Was it us who suggested these two, today?"""
    return constant_time_compare(mark, vouch_for(participant, volunteer, terms))


def _signer() -> signing.Signer:
    return signing.Signer(salt="pairs.suggested")


@dataclass(frozen=True, slots=True)
class WhyNot:
    """One person or two, with the refusals of every layer as the reader may be told them."""

    participant: Any | None
    volunteer: Any | None
    of_volunteer: tuple[Refusal, ...] | None
    of_participant: tuple[Refusal, ...] | None
    of_both: tuple[Refusal, ...] | None

    @property
    def none_at_all(self) -> bool:
        return not (self.of_volunteer or self.of_participant or self.of_both)


def why_not(
    person: Person, terms: Terms, participant: str = "", volunteer: str = ""
) -> WhyNot | None:
    """What stands in the way of one or of two. None when a reference is not hers to see."""
    hers = participants.visible_to(person).filter(reference=participant).first()
    theirs = volunteers.visible_to(person).filter(reference=volunteer).first()
    if (participant and hers is None) or (volunteer and theirs is None) or not (hers or theirs):
        return None
    asked = [one for one in (hers, theirs) if one]
    if len(opening.open_cards(asked, by=person, purpose="why")) < len(asked):
        return None  # somebody who is erased is nobody to ask about
    layers = facts.between(hers, theirs, terms) if hers and theirs else None
    return WhyNot(
        hers,
        theirs,
        _told(layers.volunteer if layers else _of_volunteer(theirs, terms), person),
        _told(layers.participant if layers else _of_participant(hers, terms), person),
        _told(layers.together if layers else None, person),
    )


def _of_volunteer(row: Any, terms: Terms) -> tuple[Refusal, ...] | None:
    return row and volunteer_rules.may_be_matched(volunteer_facts.of(row), terms)


def _of_participant(row: Any, terms: Terms) -> tuple[Refusal, ...] | None:
    return row and participant_rules.may_be_matched(participant_facts.of(row), terms)


def _told(refusals: tuple[Refusal, ...] | None, person: Person) -> tuple[Refusal, ...] | None:
    if refusals is None:
        return None
    return tuple(no.as_told_to(person.may) for no in refusals)

"""One pair as its pages show it: its course so far, what both share, what the volunteer may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import areas
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.programme.states import PairState
from ressursvenn.protection import audit, opening
from ressursvenn.protection.vault import Erased

from .. import facts, rhythm, rules, words
from ..models import FollowUp, MeetUp, Pair, PairConcern

NEVER_CALL = frozenset({"through_centre", "in_person", "nothing", ""})
ENTRIES = 200
LATEST = 6


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened in a pair, and what falls due. Nothing here is opened or secret."""

    pair: Pair
    meet_ups: Sequence[MeetUp]
    follow_ups: Sequence[FollowUp]
    concern: PairConcern | None
    dues: tuple[rhythm.Due, ...]
    planned_end: date | None
    quiet_since: date | None
    in_the_way: tuple[Refusal, ...]
    as_of: date  # today, or the day it ended: where the hand of the ring stands

    @property
    def overdue(self) -> date | None:
        """Since when a follow-up has been overdue."""
        return rhythm.overdue_since(self.dues)

    @property
    def next_due(self) -> date | None:
        """The next day a follow-up falls due."""
        return next((due.on for due in self.dues if due.standing == "open"), None)

    @property
    def met(self) -> list[date]:
        return [one.day for one in self.meet_ups if one.happened]

    @property
    def latest(self) -> Sequence[MeetUp]:
        """Those a page shows first; the others are behind a summary."""
        return self.meet_ups[:LATEST]

    @property
    def earlier(self) -> Sequence[MeetUp]:
        return self.meet_ups[LATEST:]

    @property
    def wants_talk(self) -> bool:
        """Somebody wrote "ring meg", and nobody has called yet."""
        return any(one.wants_talk and one.talked_on is None for one in self.meet_ups)

    @property
    def ticks(self) -> list[tuple[date, str]]:
        """Follow-ups for the year ring: one that was missed is drawn like one overdue."""
        return [(due.on, _drawn(due)) for due in self.dues]

    @property
    def not_done(self) -> list[date]:
        """Follow-ups that were never held. Closing does not hide them."""
        return [due.on for due in self.dues if due.standing in ("missed", "overdue")]


def _drawn(due: rhythm.Due) -> str:
    return "overdue" if due.standing == "missed" else due.standing


def course(pair: Pair, person: Person, terms: Terms) -> Course:
    """The course of one."""
    return courses([pair], person, terms)[pair.reference]


def courses(pairs: Iterable[Pair], person: Person, terms: Terms) -> dict[str, Course]:
    """The courses of many, by reference, in a fixed number of queries."""
    rows = list(pairs)
    prefetch_related_objects(rows, "meet_ups__logged_by", "follow_ups__held_by", "concerns")
    known = facts.of_pairs(row for row in rows if not row.is_closed)
    return {row.reference: _course(row, known.get(row.reference), person, terms) for row in rows}


def _course(pair: Pair, known: rules.PairFacts | None, person: Person, terms: Terms) -> Course:
    meet_ups, follow_ups = list(pair.meet_ups.all()), list(pair.follow_ups.all())
    held = [one.held_on for one in follow_ups]
    met = [one.day for one in meet_ups if one.happened]
    refusals = rules.may_go_on(known, terms) if known else ()
    return Course(
        pair,
        meet_ups,
        follow_ups,
        next((one for one in pair.concerns.all() if one.settled_on is None), None),
        _dues(pair, held, terms),
        pair.introduced_on and rhythm.planned_end(pair.introduced_on, terms.limits),
        pair.introduced_on and rhythm.quiet_since(pair.introduced_on, met, held),
        tuple(no.as_told_to(person.may) for no in refusals),
        pair.ended_on or terms.today,
    )


def _dues(pair: Pair, held: Sequence[date], terms: Terms) -> tuple[rhythm.Due, ...]:
    if pair.introduced_on is None:
        return ()
    until = pair.ended_on or rhythm.planned_end(pair.introduced_on, terms.limits)
    days = rhythm.due_days(pair.introduced_on, until, terms.limits)
    return rhythm.told(days, held, terms.today, closed=pair.is_closed)


@dataclass(frozen=True, slots=True)
class Shared:
    """A neutral description: only what both have. No name, no area, no word of her own."""

    languages: frozenset[str]
    interests: frozenset[str]
    times: frozenset[str]
    county: str  # "" when they do not both belong in it


def what_both_share(pair: Pair, *, by: Person, purpose: str) -> Shared | None:
    """Opens both cards to answer. None when one of the two has been erased."""
    hers = opening.open_cards([pair.participant], by=by, purpose=purpose)
    theirs = opening.open_cards([pair.volunteer], by=by, purpose=purpose)
    return _shared(hers[0], theirs[0]) if hers and theirs else None


def _shared(hers: Any, theirs: Any) -> Shared:
    in_hers = areas.AREAS.get(hers.area)
    counties = {areas.AREAS[code].county for code in theirs.areas if code in areas.AREAS}
    return Shared(
        frozenset(hers.languages) & frozenset(theirs.languages),
        frozenset(hers.interests) & frozenset(theirs.interests),
        frozenset(hers.times) & frozenset(theirs.times),
        in_hers.county if in_hers and in_hers.county in counties else "",
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What the volunteer may know of her, while the pair lives and not one day longer."""

    called: str
    channel: str
    hours: str
    number: str  # "" unless she has said that she may be called or written to
    area: str
    avoided_areas: list[str]
    next_meet_up: date | None


def shown_to_volunteer(pair: Pair, person: Person, terms: Terms) -> Shown | None:
    """Her name and the agreed way to reach her, when every rule says yes. Opened, with an entry."""
    if pair.volunteer.person_id != person.pk:
        return None
    known = facts.of_pairs([pair])[pair.reference]
    if rules.may_see_name(known, terms):
        return None
    try:
        opening.open_records([pair.participant, pair], by=person, purpose="volunteer_pair")
    except Erased:
        return None
    return _shown(pair, terms)


def may_go_on(pair: Pair, terms: Terms) -> bool:
    """Does nothing stand in the way of this pair today? A no of hers works before anybody has ended it."""
    return not rules.may_go_on(facts.of_pairs([pair])[pair.reference], terms)


def _shown(pair: Pair, terms: Terms) -> Shown:
    hers, ahead = pair.participant, pair.next_meet_up
    number = "" if hers.contact_channel in NEVER_CALL else hers.contact_number
    running = pair.state is PairState.RUNNING
    return Shown(
        hers.called,
        hers.contact_channel,
        hers.contact_hours,
        number,
        hers.area,
        hers.avoided_areas,
        ahead if running and ahead and ahead >= terms.today else None,
    )


@dataclass(frozen=True, slots=True)
class Done:
    """Somebody did something with the pair, in words. The same on one day is told once."""

    on: date
    who: str
    what: str
    times: int


def _called(person: Person | None) -> str:
    """A volunteer is told by her part in the pair: the name of her account says nothing."""
    if person is None:
        return "systemet"
    return "ressursvennen" if person.role == "volunteer" else person.name


def who_did_what(pair: Pair) -> list[Done]:
    """The acts on a pair, newest first, as the log has them."""
    counted: Counter[tuple[date, str, str]] = Counter()
    for entry in audit.acts_on(pair.reference)[:ENTRIES]:
        if entry.did in words.DONE:
            who = _called(entry.by)
            counted[timezone.localdate(entry.at), who, words.DONE[entry.did]] += 1
    return [Done(*act, times) for act, times in counted.items()]

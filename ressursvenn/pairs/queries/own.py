"""What a volunteer may know of her own pairs, while they live and not one day longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, prefetch_related_objects

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.states import PairState

from .. import facts, rules
from ..models import MeetUp, Pair
from .course import Course, courses
from .one import Shared, what_each_share
from .rows import of_volunteer, opened_records

NEVER_CALL = frozenset({"through_centre", "in_person", "nothing", "email", ""})


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


@dataclass(frozen=True, slots=True)
class Own:
    """One of her pairs: a question to answer, or her, or neither while something is looked into."""

    pair: Pair
    course: Course  # with the meet-ups that she has noted herself, and no others
    asked: bool
    shared: Shared | None
    shown: Shown | None


def own_pairs(person: Person, terms: Terms) -> list[Own]:
    """All of hers, in a fixed number of queries."""
    pairs = list(of_volunteer(person))
    hers = MeetUp.objects.filter(logged_by=person)
    prefetch_related_objects(pairs, Prefetch("meet_ups", hers))
    told, known = courses(pairs, terms), facts.of_pairs(pairs)
    asked = [pair for pair in pairs if _is_asked(pair, known[pair.reference], terms)]
    shared = what_each_share(asked, by=person, purpose="neutral_description")
    rest = [pair for pair in pairs if pair not in asked]
    shown = _shown_of(rest, known, person, terms)
    return [
        Own(pair, told[pair.reference], pair in asked, shared.get(pair.reference),
            shown.get(pair.reference))
        for pair in pairs
    ]  # fmt: skip


def _is_asked(pair: Pair, known: rules.PairFacts, terms: Terms) -> bool:
    """She is to answer, and nothing stands in the way."""
    return pair.state is PairState.SHE_SAID_YES and not rules.may_go_on(known, terms)


def shown_to_volunteer(pair: Pair, person: Person, terms: Terms) -> Shown | None:
    """Her name and the agreed way to reach her, when every rule says yes. Opened, with an entry."""
    return _shown_of([pair], facts.of_pairs([pair]), person, terms).get(pair.reference)


def _shown_of(
    pairs: Iterable[Pair], known: Mapping[str, rules.PairFacts], person: Person, terms: Terms
) -> dict[str, Shown]:
    """By reference, those of this volunteer's that may be shown. Whoever is erased is shown to nobody."""
    rows = [
        pair
        for pair in pairs
        if pair.volunteer.person_id == person.pk
        and not rules.may_see_name(known[pair.reference], terms)
    ]
    both = [row for pair in rows for row in (pair.participant, pair)]
    opened = set(opened_records(both, by=person, purpose="volunteer_pair"))
    return {pair.reference: _shown(pair, terms) for pair in rows if pair in opened}


def _shown(pair: Pair, terms: Terms) -> Shown:
    hers, ahead = pair.participant, pair.next_meet_up
    number = "" if hers.contact_channel in NEVER_CALL else hers.contact_number
    channel = "" if hers.contact_channel == "email" else hers.contact_channel  # the house's alone
    running = pair.state is PairState.RUNNING
    return Shown(
        hers.called,
        channel,
        hers.contact_hours,
        number,
        hers.area,
        hers.avoided_areas,
        ahead if running and ahead and ahead >= terms.today else None,
    )


def may_go_on(pair: Pair, terms: Terms) -> bool:
    """Does nothing stand in the way of this pair today? A no of hers works before anybody has ended it."""
    return not rules.may_go_on(facts.of_pairs([pair])[pair.reference], terms)

"""One pair as its page shows it: its notes with who made them, what both share, who did what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import areas
from ressursvenn.protection import audit, opening

from .. import words
from ..models import FollowUp, MeetUp, Pair

ENTRIES = 200


def with_notes(pair: Pair) -> Pair:
    """The pair with its meet-ups and follow-ups, and who noted each. Two queries."""
    prefetch_related_objects(
        [pair],
        Prefetch("meet_ups", MeetUp.objects.select_related("logged_by")),
        Prefetch("follow_ups", FollowUp.objects.select_related("held_by")),
    )
    return pair


@dataclass(frozen=True, slots=True)
class Shared:
    """A neutral description: only what both have. No name, no area, no word of her own."""

    languages: frozenset[str]
    interests: frozenset[str]
    times: frozenset[str]
    county: str  # "" when they do not both belong in it


def what_both_share(pair: Pair, *, by: Person, purpose: str) -> Shared | None:
    """Opens both cards to answer. None when one of the two has been erased."""
    return what_each_share([pair], by=by, purpose=purpose).get(pair.reference)


def what_each_share(pairs: Iterable[Pair], *, by: Person, purpose: str) -> dict[str, Shared]:
    """The same for many, by reference. A pair where one of the two has been erased is left out."""
    rows = list(pairs)
    both = [card for row in rows for card in (row.participant, row.volunteer)]
    opened = set(opening.open_cards(both, by=by, purpose=purpose))
    return {
        row.reference: _shared(row.participant, row.volunteer)
        for row in rows
        if {row.participant, row.volunteer} <= opened
    }


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

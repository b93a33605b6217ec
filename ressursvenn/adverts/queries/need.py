"""What those who wait lack, for whoever may see them, on her own desk. Nothing of it is copied anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood import areas
from ressursvenn.pairs import facts as pairs
from ressursvenn.participants import queries as participants
from ressursvenn.programme import words
from ressursvenn.programme.limits import Terms
from ressursvenn.protection import opening
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers import queries as volunteers
from ressursvenn.volunteers import rules as volunteer_rules

PURPOSE = "list"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A word, and how many of those who wait are without anybody available for it."""

    label: str
    count: int
    length: int  # of its bar, where the longest is 100

    @property
    def words(self) -> str:
        return f"{self.count} venter"


@dataclass(frozen=True, slots=True)
class Need:
    """How many wait, how many are available, and what nobody available has."""

    waiting: int
    available: int
    languages: tuple[Lacking, ...]
    areas: tuple[Lacking, ...]
    times: tuple[Lacking, ...]

    @property
    def nothing(self) -> bool:
        return not (self.languages or self.areas or self.times)


def lacking(person: Person, terms: Terms) -> Need | None:
    """Of her own association. None for whoever may not see participants: for her there is no such page."""
    if not person.may(Permission.SEE_PARTICIPANTS):
        return None
    waits, free = _waiting(person), _available(person, terms)
    opened = set(opening.open_cards([*waits, *free], by=person, purpose=PURPOSE))
    hers = [card for card in waits if card in opened]
    theirs = [card for card in free if card in opened]
    spoken, when = _all_of("languages", theirs), _all_of("times", theirs)
    where = _all_of("areas", theirs) & areas.AREAS.keys()
    return Need(
        len(hers),
        len(theirs),
        _told((set(card.languages) - spoken for card in hers), words.LANGUAGES),
        _told(([c.area] for c in hers if _out_of_reach(c.area, where, terms)), None),
        _told((set(card.times) - when for card in hers), words.TIMES),
    )


def _waiting(person: Person) -> list[Any]:
    own = participants.visible_to(person)
    return list(own.filter(pk__in=participants.waiting(person.association_id or 0).values("pk")))


def _available(person: Person, terms: Terms) -> list[Any]:
    """Whom no rule stands in the way of, and who has room. Sealed."""
    here = volunteer_facts.with_road(volunteers.visible_to(person).filter(left_on=None))
    known = [(row, volunteer_facts.read_off(row)) for row in here.order_by("pk")]
    return [
        row
        for row, road in known
        if pairs.room(road, terms) and not volunteer_rules.may_be_matched(road, terms)
    ]


def _all_of(field: str, cards: Sequence[Any]) -> set[str]:
    return {code for card in cards for code in getattr(card, field)}


def _out_of_reach(area: str, where: Iterable[str], terms: Terms) -> bool:
    """An area that is not known is nobody's lack."""
    if area not in areas.AREAS:
        return False
    return all(areas.km_between(area, code) > terms.limits.reach_km for code in where)


def _told(codes: Iterable[Iterable[str]], of: dict[str, str] | None) -> tuple[Lacking, ...]:
    """The most wanted first, then by word."""
    counted = Counter(code for several in codes for code in several)
    most = max(counted.values(), default=1)
    rows = [
        Lacking(of.get(code, code) if of else areas.label(code), count, round(100 * count / most))
        for code, count in counted.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, areas.norwegian(row.label))))

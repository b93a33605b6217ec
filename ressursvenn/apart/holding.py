"""How one entry is held against the volunteers: what has met, what is decided, and what follows.

Pure. True is kept apart, False is not, and None is not known: a person must look first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from ressursvenn.protection.likeness import prints

Prints = frozenset[int]
NOTHING: Prints = frozenset()


@dataclass(frozen=True, slots=True)
class Decided:
    """What the vetting officer said of one volunteer, and what had met by then."""

    kept: bool
    met: Prints


@dataclass(slots=True)
class Held:
    """One entry, as it can be compared."""

    prints: tuple[int, ...]
    looked_up_to: float = inf  # the newest volunteer that a sealed entry was held against
    decided: dict[int, Decided] = field(default_factory=dict)
    met: dict[int, Prints] = field(default_factory=dict)  # by volunteer, by primary key

    def open_for(self, volunteer: int) -> Prints:
        """What has met and is not answered by an earlier "not the same person"."""
        said = self.decided.get(volunteer)
        return self.met.get(volunteer, NOTHING) - (said.met if said else NOTHING)

    def answer(self, volunteer: int) -> bool | None:
        """Of what is certain True, of what only resembles None, until it is decided."""
        said = self.decided.get(volunteer)
        if said and said.kept:
            return True
        if meets := self.open_for(volunteer):
            return True if prints.is_certain(meets) else None
        return None if volunteer > self.looked_up_to else False

    def undecided(self) -> set[int]:
        """Whom it meets, and nobody has said anything about since."""
        return {pk for pk in self.met if not self.is_kept(pk) and self.open_for(pk)}

    def is_kept(self, volunteer: int) -> bool:
        said = self.decided.get(volunteer)
        return bool(said and said.kept)


def hold_against(held: Iterable[Held], volunteers: Iterable[tuple[int, Any]]) -> None:
    """Note in each entry whom it meets. Every print is looked at once, however many entries."""
    bearing: Mapping[int, list[Held]] = _by_print(held)
    for volunteer, stored in volunteers:
        found: dict[int, tuple[Held, set[int]]] = {}
        for one in prints.unpacked(stored):
            for entry in bearing.get(one, ()):
                found.setdefault(id(entry), (entry, set()))[1].add(one)
        for entry, met in found.values():
            entry.met[volunteer] = frozenset(met)


def _by_print(held: Iterable[Held]) -> dict[int, list[Held]]:
    bearing: dict[int, list[Held]] = defaultdict(list)
    for entry in held:
        for one in entry.prints:
            bearing[one].append(entry)
    return dict(bearing)


def decided(rows: Iterable[Sequence[Any]]) -> dict[int, Decided]:
    """The latest decision about each volunteer, of (volunteer, kept, met) in the order they were made."""
    return {
        volunteer: Decided(kept, frozenset(prints.unpacked(met))) for volunteer, kept, met in rows
    }

"""May this release leave? Everything in it and before it that somebody could work out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from .attack import Attack, Interval
from .differencing import differences
from .lone import lone_members
from .releases import Cell, Release
from .system import System, lay_out

Kind = Literal["printed", "attack", "lone", "line", "difference"]


@dataclass(frozen=True, slots=True)
class Found:
    """A cell that is given away, and how.

    printed: it is printed, and between nought and the limit. attack: anybody can work out an interval
    narrower than the limit. lone: whoever is alone in `by` can. line: everybody of a line is in this
    one category. difference: taking `by` from it leaves a group as small as the interval says.
    """

    kind: Kind
    cell: Cell
    interval: Interval
    by: Cell | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """`found` keeps the release back. `before` was weak already, and this release adds nothing to it."""

    found: tuple[Found, ...]
    intervals: Mapping[Cell, Interval]  # of every hidden cell, by printed numbers alone
    before: tuple[Found, ...] = ()

    @property
    def recomputable(self) -> tuple[Cell, ...]:
        return tuple(dict.fromkeys(one.cell for one in self.found))

    @property
    def clear(self) -> bool:
        return not self.found


def audit(proposed: Release, earlier: Iterable[Release] = ()) -> Audit:
    """The exact attack on the proposed release together with all earlier ones.

    Raises Unreadable when a link does not hold, and Unproven when the solver found no end to a question:
    what is not proven has not been cleared.
    """
    earlier = tuple(earlier)
    attack = Attack(lay_out(earlier, proposed))
    reached = attack.intervals(attack.view(attack.system.hidden))
    found = [*_lines(proposed), *_given_away(attack, reached)]
    before = Before(earlier, proposed.name)
    return Audit(
        found=tuple(one for one in found if not before.knew(one)),
        intervals={attack.system.cells[cell]: interval for cell, interval in reached.items()},
        before=tuple(one for one in found if before.knew(one)),
    )


class Before:
    """What could be worked out already before this release. Asked for only when it matters."""

    def __init__(self, earlier: Sequence[Release], proposed: str) -> None:
        self.earlier, self.proposed = earlier, proposed

    @cached_property
    def weak(self) -> dict[tuple[Kind, Cell, Cell | None], Found]:
        attack = Attack(lay_out(self.earlier))
        reached = attack.intervals(attack.view(attack.system.hidden))
        return {(one.kind, one.cell, one.by): one for one in _given_away(attack, reached)}

    def knew(self, found: Found) -> bool:
        """It was there before, and the interval has not shrunk."""
        was = self._was(found)
        return was is not None and was.interval == found.interval

    def width(self, found: Found) -> int | None:
        """How wide the interval of a cell that was weak already was; None when it was not."""
        was = self._was(found)
        if was is None or was.interval[1] is None:
            return None
        return was.interval[1] - was.interval[0]

    def _was(self, found: Found) -> Found | None:
        """In the eyes of the same knower, or of anybody."""
        if found.cell[0] == self.proposed:
            return None
        by_all = self.weak.get(("attack", found.cell, None))
        return self.weak.get((found.kind, found.cell, found.by), by_all)


def _given_away(attack: Attack, reached: Mapping[int, Interval]) -> Iterator[Found]:
    """Everything that printed numbers, or a lone member with them, give away."""
    yield from _printed(attack.system)
    yield from (Found("difference", *each) for each in differences(attack.system))
    yield from _narrow(attack.system, reached)
    yield from _lone(attack, set(_too_narrow(attack.system, reached)))


def _printed(system: System) -> Iterator[Found]:
    small = ~system.hidden & (system.counts > 0) & (system.counts < system.limits)
    for cell in np.flatnonzero(small).tolist():
        count = int(system.counts[cell])
        yield Found("printed", system.cells[cell], (count, count))


def _lines(release: Release) -> Iterator[Found]:
    """Lines of which all but one cell are printed as nought: everybody is in that one."""
    for table in release.tables:
        for _, left in table.full_lines(table.printed()):
            count = table.cells[left] or 0
            yield Found("line", (release.name, table.name, *left), (count, count))


def full_lines(release: Release) -> Iterator[list[Cell]]:
    """The noughts beside everybody, whether or not they are printed."""
    for table in release.tables:
        for noughts, _ in table.full_lines(table.cells):
            yield [(release.name, table.name, *key) for key in noughts]


def _narrow(system: System, reached: Mapping[int, Interval]) -> Iterator[Found]:
    for cell in _too_narrow(system, reached):
        yield Found("attack", system.cells[cell], reached[cell])


def _too_narrow(system: System, reached: Mapping[int, Interval]) -> list[int]:
    return [
        cell
        for cell, (low, high) in reached.items()
        if high is not None and high - low < system.limits[cell]
    ]


def _lone(attack: Attack, known_to_all: set[int]) -> Iterator[Found]:
    """What each lone member can work out that not everybody can."""
    cells, hidden = attack.system.cells, attack.system.hidden
    for lone in lone_members(attack, hidden):
        asked = [one for one in lone.asked if one not in known_to_all]
        for cell, interval in attack.narrow(lone.view, asked, attack.system.limits).items():
            yield Found("lone", cells[cell], interval, cells[lone.cell])

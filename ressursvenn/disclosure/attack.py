"""The smallest and the largest value that somebody can give to every cell they do not see.

Two questions. `Attack.intervals` says exactly how far each cell reaches. `Attack.narrow` asks only
whether the cells are as wide as they must be, which is much quicker: two moves that lie far enough apart
are proof of it, and need no solver to be believed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from .moves import Moves, View, view
from .releases import told
from .solving import Numbers, Reach, Region, Unproven
from .system import Marks, System

Interval = tuple[int, int | None]  # the smallest and the largest; None: there is no end


@dataclass(eq=False)
class Attack:
    """Somebody with a pencil, all that was printed, and perhaps something of their own to know."""

    system: System
    moves: Moves = field(init=False)

    def __post_init__(self) -> None:
        self.moves = Moves(self.system)

    def view(self, hidden: Marks, seen: Mapping[int, int] | None = None) -> View:
        return view(self.system, hidden, seen)

    def intervals(self, seen: View) -> dict[int, Interval]:
        """Every free cell, exactly."""
        asking = _Asking(self, seen)
        return {int(cell): asking.interval(int(cell)) for cell in np.flatnonzero(seen.free)}

    def interval(self, seen: View, cell: int) -> Interval:
        return _Asking(self, seen).interval(cell)

    def narrow(self, seen: View, cells: Iterable[int], wide: Numbers) -> dict[int, Interval]:
        """Those of the cells whose interval is narrower than `wide`, each with its exact interval."""
        asking = _Asking(self, seen)
        found = {cell: asking.as_wide_as(cell, int(wide[cell])) for cell in cells}
        return {cell: interval for cell, interval in found.items() if interval is not None}

    def possible(self, seen: View, cell: int) -> bool:
        """Whether any counts at all fit what is seen of a cell; no, when it hides nothing else."""
        members = seen.members(cell)
        return len(members) > 0 and _Asking(self, seen).possible(int(members[0]))


class _Asking:
    """One view, and for every cell how far the moves found so far take it."""

    def __init__(self, attack: Attack, seen: View) -> None:
        self.system, self.moves, self.seen = attack.system, attack.moves, seen
        within = self.moves.within(seen)
        self.low = within.min(axis=0) if len(within) else None
        self.high = within.max(axis=0) if len(within) else None
        self.regions: dict[int, tuple[Numbers, Region]] = {}

    def interval(self, cell: int) -> Interval:
        down, up = self._furthest(cell, -1), self._furthest(cell, 1)
        if not (down.ended and up.ended):
            raise Unproven(
                f"how far {told(self.system.cells[cell])} reaches was not proven in time"
            )
        count = int(self.system.counts[cell])
        low = count - (0 if down.far is None else down.far)
        return low, None if up.far is None else count + up.far

    def as_wide_as(self, cell: int, wide: int) -> Interval | None:
        """None when two moves lie `wide` apart in this cell; the exact interval when none do."""
        if self._width(cell) < wide:
            self._furthest(cell, 1, stop=self._least(cell) + wide)
        if self._width(cell) < wide:
            self._furthest(cell, -1, stop=wide - self._most(cell))
        if self._width(cell) >= wide:
            return None
        count = int(self.system.counts[cell])
        return count + self._least(cell), count + self._most(cell)

    def possible(self, beside: int) -> bool:
        return self.low is not None or self._reach(beside, 1) is not None

    def _width(self, cell: int) -> int:
        return self._most(cell) - self._least(cell)

    def _least(self, cell: int) -> int:
        return 0 if self.low is None else int(self.low[cell])

    def _most(self, cell: int) -> int:
        return 0 if self.high is None else int(self.high[cell])

    def _furthest(self, cell: int, sign: int, stop: float = np.inf) -> Reach:
        reach = self._reach(cell, sign, stop)
        if reach is None:
            raise ValueError("nothing fits what is seen")
        return reach

    def _reach(self, cell: int, sign: int, stop: float = np.inf) -> Reach | None:
        members, region = self._region(cell)
        reach = region.furthest(int(np.searchsorted(members, cell)), sign, stop)
        if reach is not None:
            self._note(self.moves.keep(self.seen, members, reach.move))
        return reach

    def _region(self, cell: int) -> tuple[Numbers, Region]:
        group = int(self.seen.group[cell])
        if group not in self.regions:
            members = self.seen.members(cell)
            self.regions[group] = members, self.moves.region(self.seen, members)
        return self.regions[group]

    def _note(self, move: Numbers) -> None:
        self.low = move if self.low is None else np.minimum(self.low, move)
        self.high = move if self.high is None else np.maximum(self.high, move)

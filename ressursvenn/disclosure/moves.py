"""What an attacker cannot tell apart: other counts that would have printed the very same numbers.

A *move* is the difference between such counts and the true ones. A cell is safe when two moves differ in
it by the limit or more. Moves are kept: one that was found for a cell often shows that others are safe,
and a move stays a move when more is hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .solving import Numbers, Region, Unproven
from .system import Marks, System

NO_GROUP = -1  # of a cell that everybody sees


@dataclass(frozen=True, eq=False)
class View:
    """What somebody has before them: `free` are the cells they cannot see, `seen_as` what they know of
    others, as steps from the counts we started with (0 but for somebody who may be alone in a cell).

    Cells that no chain of equations binds to each other are in different groups, and can be asked
    about one group at a time. A cell that is known to be steps away binds what it stands beside.
    """

    free: Marks
    seen_as: Numbers
    group: Numbers
    hers: Marks  # known though it is not printed

    def members(self, cell: int) -> Numbers:
        return np.flatnonzero(self.free & (self.group == self.group[cell]))

    def bound(self, cell: int, equations: Numbers) -> Numbers:
        """The equations of a cell's group."""
        return equations[equations[:, self.group == self.group[cell]].any(axis=1)]

    def knowledge(self) -> dict[int, int]:
        return {int(cell): int(self.seen_as[cell]) for cell in np.flatnonzero(self.hers)}


def view(system: System, hidden: Marks, seen: Mapping[int, int] | None = None) -> View:
    """What is seen when `hidden` is not printed and `seen` is known all the same."""
    seen_as = np.zeros(len(system.cells), dtype=np.int64)
    free, hers = hidden.copy(), np.zeros(len(hidden), dtype=bool)
    for cell, steps in (seen or {}).items():
        seen_as[cell], free[cell], hers[cell] = steps, False, True
    return View(free, seen_as, _groups(system.equations, free | (seen_as != 0)), hers)


def _groups(equations: Numbers, loose: Marks) -> Numbers:
    rows, columns = np.nonzero(equations * loose)
    size = sum(equations.shape)
    bound = coo_array((np.ones(len(rows)), (rows, columns + len(equations))), shape=(size, size))
    _, labels = connected_components(bound, directed=False)
    return np.where(loose, labels[len(equations) :], NO_GROUP).astype(np.int64)


@dataclass(eq=False)
class Moves:
    """All moves found so far, each tried in whole numbers when it is taken in."""

    system: System
    found: list[Numbers] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.found.append(np.zeros((1, len(self.system.cells)), dtype=np.int64))  # the true counts

    def within(self, seen: View) -> Numbers:
        """Those that change nothing that is seen."""
        self.found = [np.vstack(self.found)]
        unchanged = (self.found[0][:, ~seen.free] == seen.seen_as[~seen.free]).all(axis=1)
        within: Numbers = self.found[0][unchanged]
        return within

    def keep(self, seen: View, members: Numbers, steps: Numbers) -> Numbers:
        """A move of one group, made whole."""
        move = seen.seen_as.copy()
        move[members] = steps
        if (self.system.equations @ move).any() or (self.system.counts + move < 0).any():
            raise Unproven("a move that does not fit when it is tried")
        self.found.append(move[np.newaxis])
        return move

    def region(self, seen: View, members: Numbers) -> Region:
        """The question about one group: its equations, each once, and no count below nought."""
        rows = seen.bound(int(members[0]), self.system.equations)
        once = np.unique(np.column_stack([rows[:, members], -(rows @ seen.seen_as)]), axis=0)
        return Region(once[:, :-1], once[:, -1], -self.system.counts[members])

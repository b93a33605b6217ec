"""Whoever is alone in a cell knows it: what do the printed numbers tell her about others?

She was asked what she answered; if nobody else can have answered so, she knows the cell to be 1, and so
does anybody who knows her well. One such knower at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .attack import Attack
from .moves import View
from .system import Marks, System
from .tables import TOTAL


@dataclass(frozen=True, eq=False)
class Lone:
    """`cell` is where she is alone, `view` what she has before her, `asked` what she is not to learn.

    That nobody else is in a part of a cell that she is alone in, she knows by herself.
    """

    cell: int
    view: View
    asked: tuple[int, ...]


def lone_members(attack: Attack, hidden: Marks) -> Iterator[Lone]:
    """One for every hidden cell with one person in it, and for every one that may have, if nobody knows.

    Those whom no number of the proposed release concerns are left out: nothing is new to them.
    """
    everybody = attack.view(hidden)
    system = attack.system
    for cell in np.flatnonzero(_concerned(system, everybody)).tolist():
        if not system.known[cell]:
            yield from _perhaps(attack, hidden, everybody, cell)
        elif system.counts[cell] == 1 and TOTAL not in system.cells[cell][2:]:
            yield _lone(attack, hidden, everybody, cell)


def _concerned(system: System, everybody: View) -> Marks:
    """Cells in groups that an equation binds to the proposed release; all, when nothing is proposed."""
    if not system.proposed.any():
        return everybody.free
    rows = system.equations[(system.equations[:, system.proposed] != 0).any(axis=1)]
    bound = everybody.free & ((rows != 0).any(axis=0) | system.proposed)
    return everybody.free & np.isin(everybody.group, np.unique(everybody.group[bound]))


def _lone(attack: Attack, hidden: Marks, everybody: View, cell: int) -> Lone:
    """Alone in her cell, she is also in every sum of it, and alone in those that are 1."""
    system = attack.system
    ones = np.flatnonzero(hidden & system.known & (system.counts == 1)).tolist()
    hers = [cell, *(whole for whole in ones if cell in system.parts[whole])]
    seen = attack.view(hidden, dict.fromkeys(hers, 0))
    return Lone(cell, seen, _asked(attack, everybody, hers, cell))


def _perhaps(attack: Attack, hidden: Marks, everybody: View, cell: int) -> Iterator[Lone]:
    seen = attack.view(hidden, {cell: 1 - int(attack.system.counts[cell])})
    if attack.possible(seen, cell):
        yield Lone(cell, seen, _asked(attack, everybody, [cell], cell))


def _asked(attack: Attack, everybody: View, hers: list[int], cell: int) -> tuple[int, ...]:
    """Only what some chain of equations binds to her cell can be told by it."""
    spared = set(hers).union(*(attack.system.parts[one] for one in hers))
    return tuple(one for one in everybody.members(cell).tolist() if one not in spared)

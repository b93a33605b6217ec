"""Two printed numbers about people of whom some are the others: the difference is a number of people too."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .attack import Interval
from .releases import Cell
from .system import System


def differences(system: System) -> Iterator[tuple[Cell, Interval, Cell]]:
    """Every printed cell with a printed part of it, when more than nobody and fewer than the limit are left.

    A part by a sum or by a sum of sums, in one release or across several.
    """
    printed = ~system.hidden
    for whole in np.flatnonzero(printed).tolist():
        for part in sorted(system.parts[whole]):
            left = int(system.counts[whole] - system.counts[part])
            if printed[part] and 0 < left < system.limits[whole]:
                yield system.cells[whole], (left, left), system.cells[part]

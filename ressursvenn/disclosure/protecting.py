"""The smallest pattern of hidden cells that an exact attack cannot open, with a proven bound.

A pattern that misses something breaks an inequality that every safe pattern keeps (`cuts`). So: the
cheapest pattern that keeps all inequalities found so far; attack it; add the inequalities it breaks; again.
The first pattern that survives the attack is the cheapest safe one, since all before it were cheaper and
fell. When time runs out, the cheapest of the last round is still a bound, and a safe pattern is made by
hiding more.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from .attack import Attack
from .auditing import Audit, Before, Found, audit, full_lines
from .coarsening import Coarser, coarser_than
from .cuts import Cut, Weak, capacity, no_good
from .lone import lone_members
from .master import Cheapest, cheapest, losses
from .moves import View
from .releases import Cell, Release
from .system import Marks, lay_out
from .tables import Table, Unreadable

SECONDS = 30.0  # of the processor's time, so that a busy machine hides no more than an idle one


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be printed. `loss` counts what is hidden, a sum as many as the cells it sums.

    `bound`: no safe pattern loses less, which was proven. `release` is None when nothing of this can be
    printed safely, whatever is hidden; then coarser categories, or a longer period, are what is left.
    """

    release: Release | None
    pattern: frozenset[Cell]
    loss: int
    bound: int
    coarser: tuple[Coarser, ...]
    audit: Audit | None

    @property
    def tables(self) -> tuple[Table, ...]:
        """As a reader sees them: no count where a cell is hidden."""
        return self.release.as_printed().tables if self.release else ()

    @property
    def smallest(self) -> bool:
        """Whether it is proven that no safe pattern hides less."""
        return self.release is not None and self.loss == self.bound


def protect(
    proposed: Release,
    earlier: Iterable[Release] = (),
    *,
    seconds: float = SECONDS,
    coarsen: bool = True,
    forget: bool = False,
) -> Protected:
    """Coarser categories first, then the smallest safe pattern. Cells that are hidden already stay so.

    Every count must be known. Raises Unreadable or Unproven, as `audit` does. Without `coarsen` no
    coarser categories are looked for. `forget`: the counts of hidden cells will not be kept, so the
    pattern must stand also when any of them is taken to be 1.
    """
    earlier = tuple(earlier)
    if any(count is None for table in proposed.tables for count in table.cells.values()):
        raise Unreadable("to protect a table, every count in it must be known")
    search = _Search(proposed, earlier, time.process_time() + seconds, forget)
    pattern, bound = search.run()
    coarse = coarser_than(proposed, earlier) if coarsen else ()
    if pattern is None:
        return Protected(None, frozenset(), bound, bound, coarse, None)
    release = proposed.hiding(search.names(pattern))
    checked = audit(release.as_printed() if forget else release, earlier)
    if not checked.clear:
        return Protected(None, frozenset(), bound, bound, coarse, checked)
    return Protected(
        release, frozenset(search.names(pattern)), search.loss(pattern), bound, coarse, checked
    )


@dataclass(eq=False)
class _Search:
    proposed: Release
    earlier: tuple[Release, ...]
    ends: float
    forget: bool
    cuts: dict[bytes, Cut] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.system = lay_out(self.earlier, self.proposed, forget=self.forget)
        self.attack = Attack(self.system)
        self.before = Before(self.earlier, self.proposed.name)
        self.always = self._always()
        self.may_hide = self.system.proposed & ~self.always
        self.weights, self.costs = losses(self.system, self.proposed)
        for cut in self._lines():
            self.cuts[cut.name] = cut

    def run(self) -> tuple[Marks | None, int]:
        """A safe pattern, or None when there is none, and the proven bound."""
        while True:
            best = self._cheapest()
            if best.pattern is None:
                return None, best.bound
            weak = list(self._weak(best.pattern))
            if not weak:
                return best.pattern, best.bound
            if not self._learn(weak, best.pattern) or self._late():
                return self._made_safe(best.pattern), best.bound

    def names(self, pattern: Marks) -> list[Cell]:
        return [self.system.cells[one] for one in np.flatnonzero(pattern & self.system.proposed)]

    def loss(self, pattern: Marks) -> int:
        return int(self.weights[pattern & self.system.proposed].sum())

    def _late(self) -> bool:
        return time.process_time() > self.ends

    def _cheapest(self) -> Cheapest:
        left = max(1.0, self.ends - time.process_time())
        return cheapest(
            self.costs, self.weights, self.always, self.may_hide, self.cuts.values(), left
        )

    def _always(self) -> Marks:
        """Hidden before, hidden by whoever asks, or too small to be printed."""
        small = (self.system.counts > 0) & (self.system.counts < self.system.limits)
        return self.system.hidden | (small & self.system.proposed)

    def _lines(self) -> Iterator[Cut]:
        """Where everybody is in one category, one of the noughts beside must be hidden."""
        for noughts in full_lines(self.proposed):
            weights = np.zeros(len(self.system.cells), dtype=np.int64)
            weights[[self.system.number[cell] for cell in noughts]] = 1
            if not (weights[self.always] > 0).any():
                yield Cut(weights, 1)

    def _weak(self, pattern: Marks) -> Iterator[Weak]:
        """Cells that anybody can work out; only when there are none, those that a lone member can."""
        everybody = self.attack.view(pattern)
        asked = np.flatnonzero(pattern).tolist()
        found = list(self._narrow(everybody, asked, None))
        yield from found
        if not found:
            for lone in lone_members(self.attack, pattern):
                yield from self._narrow(lone.view, lone.asked, lone.cell)

    def _narrow(self, seen: View, asked: Iterable[int], by: int | None) -> Iterator[Weak]:
        cells = self.system.cells
        for cell, interval in self.attack.narrow(seen, asked, self.system.limits).items():
            kind, alone = ("attack", None) if by is None else ("lone", cells[by])
            found = Found(kind, cells[cell], interval, alone)  # type: ignore[arg-type]
            if not self.before.knew(found):
                yield Weak(cell, seen, self._wide(found))

    def _wide(self, found: Found) -> int:
        """As wide as the limit, or as wide as it was when it was weak before."""
        limit = int(self.system.limits[self.system.number[found.cell]])
        was = self.before.width(found)
        return limit if was is None else min(limit, was)

    def _learn(self, weak: Iterable[Weak], pattern: Marks) -> bool:
        """Whether there was anything new in it."""
        before = len(self.cuts)
        for one in weak:
            cut = self._cut(one, pattern)
            self.cuts[cut.name] = cut
        return len(self.cuts) > before

    def _cut(self, weak: Weak, pattern: Marks) -> Cut:
        cut = capacity(self.system, weak, self.always, self.may_hide)
        if cut is None or cut.kept_by(pattern):
            cut = no_good(self.attack, weak, pattern, self.always, self.may_hide)
        return cut

    def _made_safe(self, pattern: Marks) -> Marks | None:
        """Hide more until the attack fails, then show again what need not have been hidden."""
        pattern = pattern.copy()
        while weak := list(self._weak(pattern)):
            more = np.zeros(len(pattern), dtype=bool)
            for one in weak:
                more |= (self._cut(one, pattern).weights > 0) & ~pattern
            if not more.any():
                return None
            pattern[self._dearest_last(more)[0]] = True
        for cell in reversed(self._dearest_last(pattern & self.may_hide)):
            pattern[cell] = False
            pattern[cell] = any(self._weak(pattern)) or not self._keeps_lines(pattern)
        return pattern

    def _dearest_last(self, cells: Marks) -> list[int]:
        listed: list[int] = np.flatnonzero(cells).tolist()
        return sorted(listed, key=lambda one: (self.costs[one], one))

    def _keeps_lines(self, pattern: Marks) -> bool:
        return all(cut.kept_by(pattern) for cut in self._lines())

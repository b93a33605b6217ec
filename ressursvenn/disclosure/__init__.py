"""Can a number point at somebody? An exact attack on tables, and the protection it cannot break. No Django.

Doors:

- `Table(name, dimensions, cells)` of `Dimension(name, categories)`: counts, with their sums (category `*`).
- `Release(name, tables, links, limit)`: what leaves together. `Link`, or `stock_flow`, `summed`,
  `same_people`, `coarser`: the identities that anybody may know to hold. A cell is named by
  `(release, table, *categories)`.
- `audit(proposed, earlier)`: what anybody can compute of what is hidden, and what somebody who knows
  herself to be alone in a cell can. `.clear`, `.recomputable`, `.found`, `.intervals`.
- `protect(proposed, earlier, seconds=…)`: coarser categories that need no hiding, and the smallest
  pattern of hidden cells that `audit` clears. `.release`, `.tables`, `.pattern`, `.loss`, `.bound`, `.coarser`.

Earlier releases are given as they were printed (`Table(..., hidden=…)`), with the true counts where
they are kept: a hidden cell that nobody here knows any more is taken to be the worst it can be. Who will
not keep them protects with `forget=True`, so that `audit(release.as_printed())` is clear as well.
`python -m ressursvenn.disclosure TABLES.json` does the same for a file (docs/disclosure.md).

Twenty-three wait in the north, and the two who are under thirty are easy to find:

>>> from ressursvenn.disclosure import Dimension, Release, Table, audit, protect
>>> region = Dimension("region", ("north", "south", "west"))
>>> age = Dimension("age", ("under 30", "30 to 45", "over 45"), ordered=True)
>>> counts = {
...     ("north", "under 30"): 2, ("north", "30 to 45"): 12, ("north", "over 45"): 9,
...     ("south", "under 30"): 14, ("south", "30 to 45"): 21, ("south", "over 45"): 13,
...     ("west", "under 30"): 8, ("west", "30 to 45"): 17, ("west", "over 45"): 11,
... }
>>> release = Release("2025", (Table("waiting", (region, age), counts),))
>>> [(found.kind, found.interval) for found in audit(release).found]
[('printed', (2, 2))]

To hide that one cell alone is to hide nothing, since the sums give it back:

>>> hidden = release.hiding([("2025", "waiting", "north", "under 30")])
>>> [(found.kind, found.interval) for found in audit(hidden).found]
[('attack', (2, 2))]
>>> safe = protect(release)
>>> safe.loss, safe.bound, safe.audit.clear
(4, 4, True)
>>> for cell in sorted(safe.pattern):
...     print(*cell, safe.audit.intervals[cell])
2025 waiting north over 45 (1, 11)
2025 waiting north under 30 (0, 10)
2025 waiting west over 45 (9, 19)
2025 waiting west under 30 (0, 10)
"""

from .attack import Interval
from .auditing import Audit, Found, audit
from .coarsening import Coarser
from .protecting import Protected, protect
from .releases import (
    LIMIT_AT_LEAST,
    Cell,
    Link,
    Release,
    coarser,
    same_people,
    stock_flow,
    summed,
    told,
)
from .solving import Unproven
from .tables import TOTAL, Count, Dimension, Key, Table, Unreadable

__all__ = [
    "LIMIT_AT_LEAST",
    "TOTAL",
    "Audit",
    "Cell",
    "Coarser",
    "Count",
    "Dimension",
    "Found",
    "Interval",
    "Key",
    "Link",
    "Protected",
    "Release",
    "Table",
    "Unproven",
    "Unreadable",
    "audit",
    "coarser",
    "protect",
    "same_people",
    "stock_flow",
    "summed",
    "told",
]

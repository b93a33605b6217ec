"""Coarser categories, in which nothing need be hidden: proposed before any cell is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from .auditing import audit
from .releases import Release
from .tables import Count, Dimension, Key, Table

Groups = tuple[tuple[str, ...], ...]  # the categories of one dimension, joined

AT_MOST = 3  # proposals
TRIED = 24  # releases that are audited on the way
WAYS = 5000  # of joining the categories of one table
ANY_TWO = 5  # so many categories without an order may be joined in any way; more only all together
BESIDE = " + "


@dataclass(frozen=True, slots=True)
class Coarser:
    """`release` needs no hidden cell. `joined`: table → dimension → its groups, where they were joined."""

    release: Release
    joined: dict[str, dict[str, Groups]]
    kept: int  # innermost cells that are printed


def coarser_than(proposed: Release, earlier: Iterable[Release] = ()) -> tuple[Coarser, ...]:
    """The finest releases in coarser categories that the audit clears; itself, if that is clear.

    A table whose innermost cells stand in a link is left as it is: it must be coarsened in the catalogue,
    in every year at once.
    """
    earlier = tuple(earlier)
    choices = [list(_clean(table, proposed)) for table in proposed.tables]
    together = sorted(
        islice(product(*choices), WAYS), key=lambda one: -sum(len(table.inner) for table, _ in one)
    )
    found: list[Coarser] = []
    for chosen in together[:TRIED]:
        release = replace(proposed, tables=tuple(table for table, _ in chosen))
        if len(found) < AT_MOST and audit(release, earlier).clear:
            joined = {table.name: groups for table, groups in chosen if groups}
            kept = sum(len(table.inner) for table, _ in chosen)
            found.append(Coarser(release, joined, kept))
    return tuple(found)


def _clean(table: Table, proposed: Release) -> Iterator[tuple[Table, dict[str, Groups]]]:
    """The table in every way that leaves no small count and no line in one category, finest first."""
    ways = [list(_ways(dimension)) for dimension in table.dimensions]
    bound = _is_bound(table, proposed)
    coarse = ((_joined(table, way), way) for way in islice(product(*ways), 1 if bound else WAYS))
    clean = [(one, way) for one, way in coarse if _is_clean(one, proposed.limit)]
    clean.sort(key=lambda one: -len(one[0].inner))
    for one, way in clean[:AT_MOST]:
        groups = zip(table.dimensions, way, strict=True)
        yield one, {each.name: how for each, how in groups if len(how) < len(each.categories)}


def _is_bound(table: Table, proposed: Release) -> bool:
    return any(
        cell[:2] == (proposed.name, table.name) and cell[2:] in table.inner
        for link in proposed.links
        for cell in link.coefficients
    )


def _is_clean(table: Table, limit: int) -> bool:
    small = any(count is None or 0 < count < limit for count in table.cells.values())
    return not small and not any(table.full_lines(table.cells))


def _ways(dimension: Dimension) -> Iterator[Groups]:
    """The dimension as it is, and every way of joining its categories."""
    single: Groups = tuple((one,) for one in dimension.categories)
    yield single
    if dimension.ordered:
        yield from (way for way in _runs(dimension.categories) if way != single)
    elif len(single) <= ANY_TWO:
        yield from (way for way in _partitions(dimension.categories) if way != single)
    elif len(single) > 1:
        yield (dimension.categories,)


def _runs(categories: Sequence[str]) -> Iterator[Groups]:
    """Neighbours joined."""
    for end in range(1, len(categories) + 1):
        first = tuple(categories[:end])
        if end == len(categories):
            yield (first,)
        yield from ((first, *rest) for rest in _runs(categories[end:]))


def _partitions(categories: Sequence[str]) -> Iterator[Groups]:
    """Any joined with any."""
    if len(categories) == 1:
        yield ((categories[0],),)
        return
    for way in _partitions(categories[1:]):
        yield ((categories[0],), *way)
        for place, group in enumerate(way):
            yield (*way[:place], (categories[0], *group), *way[place + 1 :])


def _joined(table: Table, way: Sequence[Groups]) -> Table:
    dimensions = tuple(
        replace(dimension, categories=tuple(BESIDE.join(group) for group in groups))
        for dimension, groups in zip(table.dimensions, way, strict=True)
    )
    into = [{one: BESIDE.join(group) for group in groups for one in group} for groups in way]
    cells: dict[Key, Count] = {}
    for key in table.inner:
        new = tuple(names[part] for names, part in zip(into, key, strict=True))
        cells[new] = (cells.get(new) or 0) + (table.cells[key] or 0)
    return Table(table.name, dimensions, cells)

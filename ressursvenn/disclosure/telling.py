"""Audits and patterns in words and in columns, for whoever reads a terminal; and as JSON for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from .attack import Interval
from .auditing import Audit, Found
from .coarsening import Coarser
from .protecting import Protected
from .releases import Release, told
from .tables import BETWEEN, Table

HIDDEN = ":"  # as Statistics Norway prints a cell that may not be shown
SENTENCES = {
    "printed": "{cell} is printed as {interval}, below the limit",
    "attack": "{cell} can be computed by anybody: {interval}",
    "lone": "{cell} can be computed by whoever is alone in {by}: {interval}",
    "line": "{cell}: everybody of its line is there, and the noughts beside say so",
    "difference": "{cell} without {by} leaves a group of {interval}",
}


def interval(given: Interval) -> str:
    low, high = given
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def finding(found: Found) -> str:
    by = told(found.by) if found.by else ""
    return SENTENCES[found.kind].format(
        cell=told(found.cell), by=by, interval=interval(found.interval)
    )


def audited(release: Release, audit: Audit) -> Iterator[str]:
    """What an attacker can compute of every hidden cell, and then what keeps the release back."""
    yield f"{len(audit.intervals)} hidden cells, and what anybody can compute of each:"
    given_away = {one.cell for one in audit.found if one.kind == "attack"}
    for cell, reached in audit.intervals.items():
        mark = "   too narrow" if cell in given_away else ""
        yield f"  {told(cell):44} {interval(reached)}{mark}"
    if audit.before:
        yield "Weak already in what was printed before; this release adds nothing to it:"
        yield from (f"  {finding(one)}" for one in audit.before)
    if audit.clear:
        yield f"Clear: nothing can be computed within the limit of {release.limit}."
        return
    yield f"Kept back: {len(audit.recomputable)} cells can be computed within the limit of {release.limit}."
    yield from (f"  {finding(one)}" for one in audit.found)


def protected(proposed: Release, found: Protected) -> Iterator[str]:
    """Coarser categories first, then the pattern and how sure it is to be the smallest."""
    yield from _coarser(proposed, found.coarser)
    if found.release is None or found.audit is None:
        yield "No pattern of hidden cells makes this release safe. It must be coarser, or stay."
        return
    for table in found.release.tables:
        yield ""
        yield from drawn(table)
    yield ""
    proven = (
        "and no safe pattern loses less"
        if found.smallest
        else "the smallest was not proven in time"
    )
    yield (
        f"{len(found.pattern)} cells are hidden ({HIDDEN}). Loss {found.loss}, "
        f"proven to be at least {found.bound}: {proven}."
    )
    yield from audited(found.release, found.audit)


def _coarser(proposed: Release, ways: tuple[Coarser, ...]) -> Iterator[str]:
    whole = sum(len(table.inner) for table in proposed.tables)
    if not ways:
        yield "No coarser categories were found in which nothing need be hidden."
    for place, way in enumerate(ways):
        yield f"Coarser categories, with nothing hidden: {way.kept} of {whole} cells."
        for name, dimensions in way.joined.items():
            for dimension, groups in dimensions.items():
                yield f"  {name}, {dimension}: {' | '.join(' + '.join(one) for one in groups)}"
        for table in way.release.tables if place == 0 else ():
            yield ""
            yield from (f"  {line}" for line in drawn(table))


def drawn(table: Table) -> Iterator[str]:
    """The last dimension across, the others down."""
    printed = table.printed()
    sides = [(*one.categories, "*") for one in table.dimensions]
    across = sides.pop() if sides else ("",)
    down = list(product(*sides))
    names = [BETWEEN.join(one) for one in down]
    left = max([len(table.name), *map(len, names)])
    width = max([6, *(len(one) + 2 for one in across)])
    yield f"{table.name:{left}}" + "".join(f"{one:>{width}}" for one in across)
    for name, key in zip(names, down, strict=True):
        row = (printed[(*key, one) if table.dimensions else ()] for one in across)
        yield f"{name:{left}}" + "".join(f"{_shown(count):>{width}}" for count in row)


def _shown(count: int | None) -> str:
    return HIDDEN if count is None else str(count)


def as_data(audit: Audit | None) -> Mapping[str, Any]:
    """For a machine."""
    if audit is None:
        return {"clear": False, "found": [], "before": [], "intervals": {}}
    return {
        "clear": audit.clear,
        "found": [_found(one) for one in audit.found],
        "before": [_found(one) for one in audit.before],
        "intervals": {told(cell): list(reached) for cell, reached in audit.intervals.items()},
    }


def protected_data(found: Protected) -> Mapping[str, Any]:
    return {
        "tables": {table.name: _cells(table) for table in found.tables},
        "hidden": sorted(map(told, found.pattern)),
        "loss": found.loss,
        "bound": found.bound,
        "smallest": found.smallest,
        "coarser": [
            {
                "joined": way.joined,
                "cells": way.kept,
                "tables": {table.name: _cells(table) for table in way.release.tables},
            }
            for way in found.coarser
        ],
        "audit": as_data(found.audit),
    }


def _cells(table: Table) -> dict[str, int | None]:
    return {BETWEEN.join(key): count for key, count in table.printed().items()}


def _found(one: Found) -> dict[str, Any]:
    by = told(one.by) if one.by else None
    return {"kind": one.kind, "cell": told(one.cell), "interval": list(one.interval), "by": by}

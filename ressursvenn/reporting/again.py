"""A year is counted once. What is proposed after a proposal was thrown away follows from what that one printed.

A second count, weeks later, could be taken from the first: what is between them is one woman who came, or asked
to be forgotten. So nothing is counted anew. The tables can be fewer and coarser, and never say anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from . import building, composing, definitions
from .catalogue import BY_CODE, RECKONED, way_called
from .compiling import Year

Told = Mapping[str, Any]  # the data of a release, as it is printed


def built(
    first: Told,
    *,
    limit: int,
    earlier: Sequence[Any],
    seen: Sequence[Any] = (),
    held_back: Sequence[str] = (),
) -> building.Data:
    """The same year under today's limit and with what is to be held back; composed and protected as ever."""
    told = building.built(
        year_of(first),
        limit=max(limit, first["limit"]),
        on=date.fromisoformat(first["counted_on"]),
        earlier=earlier,
        seen=seen,
        held_back=held_back,
    )
    whole = building.told_whole(told["tables"])
    means = [one for one in first["outcomes"] if one["code"] in whole]
    return {**told, "outcomes": means, "left_out": [_why(one, first) for one in told["left_out"]]}


def year_of(first: Told) -> Year:
    """What was printed, as if it had been counted."""
    return Year(
        year=first["year"], counts=counts_of(first), road=first["road"], missing=tuple(first["missing"])
    )  # fmt: skip


def counts_of(first: Told) -> dict[str, dict[str, int]]:
    """Of each table that was printed whole, and rests on none that was not."""
    whole = {one["code"]: _counts(one) for one in first["tables"] if _is_whole(one)}
    return {code: counts for code, counts in whole.items() if _rests_on(code) in {None, *whole}}


def follows(told: Told, first: Told) -> bool:
    """Whether every number here is one that the first printed, or a sum of such."""
    counts = counts_of(first)
    tables = [one for one in told["tables"] if one["code"] not in RECKONED]
    return told["road"] == first["road"] and all(
        one["code"] in counts and _agrees(one, counts[one["code"]]) for one in tables
    )


def _agrees(table: Told, counts: Mapping[str, int]) -> bool:
    come_to = way_called(table["code"], table["way"]).counted(counts)
    shown = {one["code"]: one["count"] for one in table["classes"] if one["count"] is not None}
    total = table["total"] in {None, sum(come_to.values())}
    return total and all(come_to[code] == count for code, count in shown.items())


def _counts(table: Told) -> dict[str, int]:
    printed = {one["code"]: one["count"] for one in table["classes"]}
    return way_called(table["code"], table["way"]).uncounted(printed)


def _is_whole(table: Told) -> bool:
    """Nothing in it is hidden, and its word still means what it meant."""
    known = [table["total"], *(one["count"] for one in table["classes"])]
    same = table["version"] == definitions.BY_CODE[table["definition"]].version
    return same and None not in known and table["code"] not in RECKONED


def _rests_on(code: str) -> str | None:
    whose = BY_CODE[code].whose
    return whose[0] if whose else None


def _why(left_out: Told, first: Told) -> dict[str, Any]:
    """As it was said the first time; what was there then was counted, and is withheld now."""
    said = {one["code"]: one["why"] for one in first["left_out"]}
    return {**left_out, "why": said.get(left_out["code"], composing.WITHHELD)}

"""From the bytes of a workbook to understood rows. The one door of the reading.

Give it the day it is and a way to understand names of areas; it opens no file and asks no clock.
"""

from __future__ import annotations

from datetime import date

from .columns import Headings, headings
from .grids import Grid, Value, grids
from .participants import participant
from .reader import AreaCode, is_about_nobody
from .remarks import Remark
from .rows import Reading, RefusedRow, Row, SheetRead
from .sameness import participants_compared, volunteers_compared
from .volunteers import volunteer


def read(content: bytes, *, today: date, area_code: AreaCode) -> Reading:
    """Every sheet, understood. Raises WorkbookRefused when the file is turned away whole."""
    return Reading(tuple(_sheet(grid, today, area_code) for grid in grids(content)))


def _sheet(grid: Grid, today: date, area_code: AreaCode) -> SheetRead:
    heads = headings(grid)
    if heads is None:
        return SheetRead(name=grid.name, kind="unknown", remarks=_nothing_understood(grid))
    rows, refused = _people(grid, heads, today, area_code)
    return SheetRead(
        name=grid.name,
        kind=heads.kind,
        heading_row=heads.row,
        rows=rows,
        refused=refused,
        not_kept=heads.not_kept,
        remarks=_about_all(heads, rows),
    )


def _people(
    grid: Grid, heads: Headings, today: date, area_code: AreaCode
) -> tuple[tuple[Row, ...], tuple[RefusedRow, ...]]:
    read_row = volunteer if heads.kind == "volunteers" else participant
    read = [
        read_row(values, number, heads, today, area_code)
        for number, values in _below(grid, heads)
        if not is_about_nobody(values)
    ]
    refused = tuple(one for one in read if isinstance(one, RefusedRow))
    kept = [one for one in read if not isinstance(one, RefusedRow)]
    compared = volunteers_compared if heads.kind == "volunteers" else participants_compared
    return compared(kept), refused  # type: ignore[operator]


def _below(grid: Grid, heads: Headings) -> list[tuple[int, tuple[Value, ...]]]:
    """The rows below the headings, without the headings that some lists repeat further down."""
    heading = grid.rows[heads.row - 1]
    numbered = list(enumerate(grid.rows, 1))[heads.row :]
    return [(number, values) for number, values in numbered if values != heading]


def _about_all(heads: Headings, rows: tuple[Row, ...]) -> tuple[Remark, ...]:
    if not rows:
        return ()
    if heads.kind == "volunteers":
        return (Remark("who_interviewed"),)
    stated = {"left_on", "consented_on"} <= set(heads.places)
    return () if stated else (Remark("ask_every_participant"),)


def _nothing_understood(grid: Grid) -> tuple[Remark, ...]:
    empty = all(is_about_nobody(values) for values in grid.rows)
    return () if empty else (Remark("sheet_unknown"),)

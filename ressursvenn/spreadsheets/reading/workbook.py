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
    about = [row for row in _below(grid, heads) if not is_about_nobody(row[1])]
    refused: tuple[RefusedRow, ...]
    if heads.kind == "volunteers":
        read = [volunteer(values, number, heads, today, area_code) for number, values in about]
        refused = tuple(one for one in read if isinstance(one, RefusedRow))
        kept = (one for one in read if not isinstance(one, RefusedRow))
        return volunteers_compared(kept), refused
    taking_part = [participant(values, number, heads, today, area_code) for number, values in about]
    refused = tuple(one for one in taking_part if isinstance(one, RefusedRow))
    return participants_compared(
        one for one in taking_part if not isinstance(one, RefusedRow)
    ), refused


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

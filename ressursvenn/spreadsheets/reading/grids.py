"""A workbook's sheets as plain grids of values. Formulas are marked, never worked out."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from datetime import date, datetime, time

from . import container, scan
from .refusing import WorkbookRefused

# A warning of the library quotes the cell it is about.
warnings.filterwarnings("ignore", module=r"openpyxl\..*")


class Formula:
    """Stands in for a formula cell. What it would have come to is not asked."""

    def __repr__(self) -> str:
        return "<formula>"


FORMULA = Formula()
Value = str | int | float | bool | datetime | date | time | Formula | None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name, and its rows from the first; row 1 of the sheet is `rows[0]`."""

    name: str
    rows: tuple[tuple[Value, ...], ...] = field(repr=False)


def grids(content: bytes) -> tuple[Grid, ...]:
    """Every sheet with cells.

    Raises WorkbookRefused, and nothing else, for a file we do not take.
    """
    with container.opened(content) as archive:
        scan.scan(archive)
    try:
        return _read(content)
    except Exception as damage:  # whatever the library stumbles in, the file is what is wrong
        raise WorkbookRefused("damaged") from damage


def _read(content: bytes) -> tuple[Grid, ...]:
    from openpyxl import load_workbook  # slow to load, and most pages read no workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        return tuple(Grid(sheet.title, _rows(sheet)) for sheet in book.worksheets)
    finally:
        book.close()


def _rows(sheet) -> tuple[tuple[Value, ...], ...]:
    sheet.reset_dimensions()  # what a sheet says about its own size is not trusted
    return tuple(
        tuple(FORMULA if cell.data_type == "f" else cell.value for cell in row)
        for row in sheet.iter_rows(max_col=scan.MOST_COLUMNS)
    )

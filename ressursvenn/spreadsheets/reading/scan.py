"""A quick walk through every XML part before anything is understood, stopping at the first excess.

The library that reads the workbook builds whole rows in memory. This walk builds nothing, so a file
with a million columns or a bomb of entities is turned away while it is still only bytes.
"""

from __future__ import annotations

import re
import zipfile
from xml.parsers import expat

from .container import unpacked
from .refusing import WorkbookRefused

MOST_SHEETS = 20
MOST_COLUMNS = 100
MOST_ROWS = 10_000
MOST_ELEMENTS = 500_000
DEEPEST = 64

_CELL = re.compile(r"([A-Za-z]{1,9})[0-9]{0,9}")


def scan(archive: zipfile.ZipFile) -> None:
    """Raise WorkbookRefused at the first thing no coordinator's list has."""
    walk = _Walk()
    for part in archive.infolist():
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            walk.through(unpacked(archive, part))


class _Walk:
    """What has been counted so far: elements in the whole file, cells in a row, rows in a sheet."""

    def __init__(self) -> None:
        self.elements = self.sheets = self.depth = self.column = self.row = 0

    def through(self, content: bytes) -> None:
        self.depth = self.row = self.column = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler = self._opens
        parser.EndElementHandler = self._closes
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError) as damage:
            raise WorkbookRefused("damaged") from damage

    def _declared(self, *_: object) -> None:
        raise WorkbookRefused("declared_entities")

    def _closes(self, _name: str) -> None:
        self.depth -= 1

    def _opens(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.elements > MOST_ELEMENTS or self.depth > DEEPEST:
            raise WorkbookRefused("unpacks_too_large")
        kind = name.rpartition(":")[2]
        if kind == "c":
            self._cell(attributes.get("r", ""))
        elif kind == "row":
            self._next_row(attributes.get("r", ""))
        elif kind == "sheet":
            self._sheet()

    def _cell(self, place: str) -> None:
        found = _CELL.fullmatch(place)
        self.column = _number_of(found[1]) if found else self.column + 1
        if self.column > MOST_COLUMNS:
            raise WorkbookRefused("too_many_columns")

    def _next_row(self, number: str) -> None:
        self.column = 0
        self.row = int(number) if number.isdecimal() and len(number) < 10 else self.row + 1
        if self.row > MOST_ROWS:
            raise WorkbookRefused("too_many_rows")

    def _sheet(self) -> None:
        self.sheets += 1
        if self.sheets > MOST_SHEETS:
            raise WorkbookRefused("too_many_sheets")


def _number_of(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

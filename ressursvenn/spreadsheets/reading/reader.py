"""The cells of one row, taken column by column, gathering what is to be said as they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from . import days, lists
from .cells import EMPTY, MISSING, Answer, answered, folded, is_empty, text
from .grids import FORMULA, Value
from .remarks import Remark

T = TypeVar("T")
SUMS = frozenset(
    {"sum", "sum:", "totalt", "total", "i alt", "antall", "totalsum", "snitt", "gjennomsnitt"}
)
AreaCode = Callable[[str], tuple[str, str]]  # a name → (code, "") or ("", code of a remark)


class RowReader:
    """One row under known headings. `take` reads a column; `remarks` is what must be said."""

    def __init__(
        self, values: tuple[Value, ...], number: int, places: Mapping[str, int], today: date
    ) -> None:
        self.values, self.number, self.places, self.today = values, number, places, today
        self.remarks: list[Remark] = []

    def raw(self, column: str) -> Value:
        """The cell itself; None when the sheet has no such column or the row ends before it."""
        place = self.places.get(column)
        return self.values[place] if place is not None and place < len(self.values) else None

    def take(self, column: str, read: Callable[[Value], Answer[T]]) -> T | None:
        """What the column came to, and a remark if something is missing or must be asked."""
        answer = answered(self.raw(column), read)
        if answer.remark:
            self.say(answer.remark, column)
        return answer.value

    def day(self, column: str) -> date | None:
        return self.take(column, lambda value: days.day(value, today=self.today))

    def codes(
        self, column: str, read: Callable[[Value], Answer[tuple[str, ...]]]
    ) -> tuple[str, ...]:
        return self.take(column, read) or ()

    def areas(self, area_code: AreaCode) -> tuple[str, ...]:
        """Codes of the areas named; a place we do not know, or that is several, is asked about."""
        value = self.raw("area")
        if value is FORMULA or is_empty(value):
            self.say("formula" if value is FORMULA else MISSING, "area")
            return ()
        found = [area_code(name) for name in lists.area_names(value)[:10]]
        for remark in dict.fromkeys(remark for code, remark in found if not code):
            self.say(remark, "area")
        return tuple(dict.fromkeys(code for code, _ in found if code))

    def say(self, code: str, column: str = "") -> None:
        self.remarks.append(Remark(code, column))

    def hush(self, column: str) -> None:
        """Take back what was said of a column, where something better is said instead."""
        self.remarks = [remark for remark in self.remarks if remark.column != column]


def is_about_nobody(values: tuple[Value, ...]) -> bool:
    """An empty row, or a row that sums up the others."""
    filled = [value for value in values if value is FORMULA or folded(value) not in EMPTY]
    if not filled:
        return True
    numbers = all(value is FORMULA or isinstance(value, int | float) for value in filled[1:])
    return folded(filled[0]) in SUMS and numbers


def is_alone(values: tuple[Value, ...]) -> bool:
    """Only one cell of the row holds anything."""
    return sum(value is FORMULA or bool(text(value)) for value in values) == 1

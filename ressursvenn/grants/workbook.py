"""A report as an Excel workbook: money as numbers, words as words, no formula and no link in it.

The same report and day give the same bytes: the workbook says that it was made at noon on the day of issue.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from . import tables
from .pen import Pen
from .tables import MONEY

OFF = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST = 32_000  # letters in a cell: Excel holds 32,767


class Sheet:
    """A sheet that is written from the top, a row at a time."""

    def __init__(
        self, book: Any, name: str, widths: tuple[int, ...], looks: Mapping[str, Any]
    ) -> None:
        self.sheet, self.looks, self.row = book.add_worksheet(name[:31]), looks, 0
        for column, wide in enumerate(widths):
            self.sheet.set_column(column, column, wide)

    def words(self, *cells: str, look: str = "text") -> None:
        """Every cell is a word, whatever it begins with."""
        for column, cell in enumerate(cells):
            self.sheet.write_string(self.row, column, cell[:LONGEST], self.looks[look])
        self.row += 1

    def number(self, *cells: str, value: float | int | None, after: tuple[str, ...] = ()) -> None:
        """Words, then a number or why there is none, then words."""
        for column, cell in enumerate(cells):
            self.sheet.write_string(self.row, column, cell[:LONGEST], self.looks["text"])
        if value is not None:
            self.sheet.write_number(self.row, len(cells), value, self.looks["number"])
        for column, cell in enumerate(after, start=len(cells) + 1):
            self.sheet.write_string(self.row, column, cell[:LONGEST], self.looks["text"])
        self.row += 1


def made(
    data: Mapping[str, Any], told: Mapping[str, Any], *, on: date, print_of_data: str
) -> bytes:
    """`told` is the report as it was composed from `data`."""
    content, pen = io.BytesIO(), Pen(told["language"])
    book = xlsxwriter.Workbook(content, OFF)
    noon = datetime.combine(on, time(12))  # wherever it is opened
    book.set_properties({"title": told["title"], "created": noon})
    looks = _looks(book)
    _report(
        Sheet(book, pen.say("report"), (48, 24, 24, 24, 24, 24), looks), told, pen, print_of_data
    )
    _accounts(Sheet(book, pen.say("money_sheet"), (16, 34, *[14] * len(MONEY)), looks), data, pen)
    _figures(Sheet(book, pen.say("figures_sheet"), (16, 40, 14, 80), looks), data, pen)
    _goals(Sheet(book, pen.say("goals_sheet"), (16, 50, 16, 50, 14, 14), looks), data, pen)
    book.close()
    return content.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    top = {"valign": "top", "text_wrap": True}
    return {
        "text": book.add_format(top),
        "head": book.add_format({**top, "bold": True, "bottom": 1}),
        "title": book.add_format({"bold": True, "font_size": 16}),
        "money": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
        "sum": book.add_format({"num_format": "#,##0.00", "bold": True, "top": 1}),
        "number": book.add_format({"num_format": "#,##0.##", "valign": "top"}),
    }


def _report(sheet: Sheet, told: Mapping[str, Any], pen: Pen, print_of_data: str) -> None:
    """All that the paper says, in its order."""
    sheet.words(told["title"], look="title")
    sheet.words(told["period"])
    for word, what in told["facts"]:
        sheet.words(word, what)
    for section in told["sections"]:
        sheet.row += 1
        sheet.words(section["heading"], look="head" if section["level"] > 2 else "title")
        for said in section["paragraphs"]:
            sheet.words(said)
        for one in section["lists"]:
            sheet.words(one["word"], look="head")
            for each in one["of"]:
                sheet.words(each)
        for table in section["tables"]:
            sheet.words(*table["head"], look="head")
            for row in table["rows"]:
                sheet.words(*row)
    sheet.row += 1
    sheet.words(told["signature"]["heading"], ", ".join(filter(None, told["signature"]["who"])))
    sheet.words(pen.say("data_print"), print_of_data)


def _accounts(sheet: Sheet, data: Mapping[str, Any], pen: Pen) -> None:
    sheet.sheet.freeze_panes(1, 0)
    sheet.words(*(pen.say(key) for key in ("measure", "line", *MONEY.values())), look="head")
    told = data["accounts"]
    for part in told["parts"]:
        for row in told["rows"]:
            if row["part"] == part["part"]:
                _line(sheet, pen.part(row["part"]), row["name"], row, "money")
        _line(sheet, pen.part(part["part"]), pen.say("sum"), part, "sum")
    _line(sheet, "", pen.say("sum"), told["total"], "sum")


def _line(sheet: Sheet, part: str, name: str, row: Mapping[str, Any], look: str) -> None:
    sheet.sheet.write_string(
        sheet.row, 1, name[:LONGEST], sheet.looks["head" if look == "sum" else "text"]
    )
    for column, key in enumerate(MONEY, start=2):
        sheet.sheet.write_number(sheet.row, column, float(row[key]), sheet.looks[look])
    sheet.words(part)


def _figures(sheet: Sheet, data: Mapping[str, Any], pen: Pen) -> None:
    sheet.words(
        *(pen.say(key) for key in ("measure", "activity", "number", "definition")), look="head"
    )
    for measure in data["measures"]:
        for one in measure["figures"]:
            why = "" if one["value"] is not None else f" ({pen.say('not_told')})"
            part = pen.part(measure["part"])
            sheet.number(
                part, one["word"], value=one["value"], after=(tables.meant(pen, one) + why,)
            )


def _goals(sheet: Sheet, data: Mapping[str, Any], pen: Pen) -> None:
    head = ("measure", "goal", "how", "indicator", "target", "value")
    sheet.words(*(pen.say(key) for key in head), look="head")
    for measure in data["measures"]:
        for goal in measure["goals"]:
            for one in goal["indicators"]:
                before = (
                    pen.part(measure["part"]),
                    goal["says"],
                    pen.how(goal["how"]),
                    one["says"],
                )
                sheet.sheet.write_number(sheet.row, 4, one["target"], sheet.looks["number"])
                if one["value"] is not None:
                    sheet.sheet.write_number(sheet.row, 5, one["value"], sheet.looks["number"])
                sheet.words(*before)

"""What is told of a bringing-in:

counts, refusals, questions, columns not kept. Never a cell's value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .models import BringingIn
from .plan import FATES, SheetPlan
from .reading.remarks import Remark


@dataclass(frozen=True, slots=True)
class Report:
    """The plan of a workbook, and the bringing-in it became; None when it was only looked at."""

    sheets: tuple[SheetPlan, ...]
    bringing: BringingIn | None = None

    def count(self, fate: str) -> int:
        return sum(sheet.count(fate) for sheet in self.sheets)

    def as_json(self) -> dict[str, Any]:
        """The shape that the command prints."""
        return {
            "sheets": [_sheet(sheet) for sheet in self.sheets],
            "refusals": [one for sheet in self.sheets for one in _refusals(sheet)],
            "asks": [one for sheet in self.sheets for one in _asks(sheet)],
            "columns_not_kept": [
                {"sheet": sheet.sheet.name, "column": one.column, "why": one.why}
                for sheet in self.sheets
                for one in sheet.sheet.not_kept
            ],
        }


def _sheet(plan: SheetPlan) -> dict[str, Any]:
    about = {"name": plan.sheet.name, "kind": plan.sheet.kind, "rows": len(plan.decisions)}
    return about | {fate: plan.count(fate) for fate in FATES}


def _refusals(plan: SheetPlan) -> list[dict[str, Any]]:
    return [
        {
            "sheet": plan.sheet.name,
            "row": decision.row.row,
            "code": decision.why.code,
            "sentence": decision.why.sentence,
        }
        for decision in plan.decisions
        if decision.fate == "refused" and decision.why
    ]


def _asks(plan: SheetPlan) -> list[dict[str, Any]]:
    of_sheet = [(plan.sheet.heading_row, remark) for remark in about_all(plan)]
    of_rows = [
        (decision.row.row, remark)
        for decision in plan.decisions
        for remark in decision.remarks
        if remark.is_ask
    ]
    return [
        {"sheet": plan.sheet.name, "row": row, "what": remark.sentence}
        for row, remark in [*of_sheet, *of_rows]
    ]


def about_all(plan: SheetPlan) -> tuple[Remark, ...]:
    """What is asked of a whole sheet, while anything of it is new."""
    new = plan.sheet.kind == "unknown" or plan.count("accepted")
    return plan.sheet.remarks if new else ()


def stored(sheets: Iterable[SheetPlan]) -> list[dict[str, Any]]:
    """What is kept of the report: counts, codes, headings we know. No name of a sheet, no cell."""
    return [
        {
            "kind": plan.sheet.kind,
            "rows": len(plan.decisions),
            **{fate: plan.count(fate) for fate in FATES},
            "not_kept": [[one.stored, one.code] for one in plan.sheet.not_kept],
            "remarks": [[one.code, one.column] for one in about_all(plan)],
            "refusals": [
                [one.row.row, one.why.code, one.why.column]
                for one in plan.decisions
                if one.fate == "refused" and one.why
            ],
        }
        for plan in sheets
    ]


Said = tuple[int, Remark]  # a row's number and what is said of it


def grouped(said: Iterable[Said]) -> list[tuple[str, list[int]]]:
    """Each sentence once with the rows it is said of, the most frequent first."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, remark in said:
        rows[remark.sentence].append(row)
    return sorted(rows.items(), key=lambda one: (-len(one[1]), one[0]))

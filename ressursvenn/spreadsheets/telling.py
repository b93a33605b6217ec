"""A bringing-in as pages show it:

sheet by sheet, sentence by sentence, with row numbers and no values.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .models import BringingIn, BroughtRow
from .plan import FATES, SheetPlan
from .reading.columns import WHY_NOT_KEPT
from .reading.remarks import COLUMN_WORDS, Remark
from .report import Said, about_all, grouped

KIND_WORDS = {
    "volunteers": "ressursvenner",
    "participants": "deltakere",
    "unknown": "ikke forstått",
}
FATE_WORDS = {
    "accepted": "tatt inn",
    "merge_proposed": "må avgjøres",
    "refused": "ikke tatt inn",
    "already_here": "var her fra før",
}
# What a row holds, in the words of its columns.
FIELD_WORDS = COLUMN_WORDS | {
    "birth_year": "fødselsår", "areas": "område", "outcome": "egnet", "course_hours": "kurstimer",
    "acute_over_on": "akutt fase over", "contact_channel": "trygg kontakt",
    "contact_hours": "når det er trygt", "paired": "status", "withdrawn": "status",
}  # fmt: skip
ROWS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Group:
    """One sentence and the rows it is said of."""

    sentence: str
    rows: list[int]

    @property
    def where(self) -> str:
        """ "3 rader: 4, 7 og 9"; of many, the first ones and how many more."""
        shown = [str(row) for row in self.rows[:ROWS_SHOWN]]
        if len(self.rows) == 1:
            return f"rad {shown[0]}"
        if more := len(self.rows) - len(shown):
            return f"{len(self.rows)} rader: {', '.join(shown)} og {more} til"
        return f"{len(self.rows)} rader: {', '.join(shown[:-1])} og {shown[-1]}"


@dataclass(frozen=True, slots=True)
class SheetTold:
    """All that a page says of one sheet."""

    number: int
    name: str
    kind: str
    counts: dict[str, int]
    not_kept: list[tuple[str, str]] = field(default_factory=list)
    of_all: list[str] = field(default_factory=list)
    asks: list[Group] = field(default_factory=list)
    missing: list[Group] = field(default_factory=list)
    notes: list[Group] = field(default_factory=list)
    refusals: list[Group] = field(default_factory=list)

    @property
    def kind_words(self) -> str:
        return KIND_WORDS[self.kind]

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def counted(self) -> list[tuple[str, int]]:
        return [(FATE_WORDS[fate], self.counts[fate]) for fate in FATES]


def previewed(plans: Iterable[SheetPlan]) -> list[SheetTold]:
    """Before anything is stored: sheets by the names they have in the file."""
    return [_previewed(number, plan) for number, plan in enumerate(plans, 1)]


def _previewed(number: int, plan: SheetPlan) -> SheetTold:
    said = [(one.row.row, remark) for one in plan.decisions for remark in one.remarks]
    refused = [
        (one.row.row, one.why) for one in plan.decisions if one.fate == "refused" and one.why
    ]
    return SheetTold(
        number,
        plan.sheet.name,
        plan.sheet.kind,
        {fate: plan.count(fate) for fate in FATES},
        not_kept=[(one.column, one.why) for one in plan.sheet.not_kept],
        of_all=[remark.sentence for remark in about_all(plan)],
        refusals=_groups(refused),
        **_sorted_out(said),
    )


def told(bringing: BringingIn, rows: Iterable[BroughtRow]) -> list[SheetTold]:
    """Afterwards, from what was stored: sheets by their number."""
    said: dict[int, list[Said]] = defaultdict(list)
    for row in rows:
        said[row.sheet] += [(row.row, remark) for remark in remarks_of(row)]
    return [_told(number, kept, said[number]) for number, kept in enumerate(bringing.report, 1)]


def _told(number: int, kept: dict[str, Any], said: list[Said]) -> SheetTold:
    refused = [(row, Remark(code, column)) for row, code, column in kept["refusals"]]
    return SheetTold(
        number,
        f"Ark {number}",
        kept["kind"],
        {fate: kept[fate] for fate in FATES},
        not_kept=[(column, WHY_NOT_KEPT[code]) for column, code in kept["not_kept"]],
        of_all=[Remark(*one).sentence for one in kept["remarks"]],
        refusals=_groups(refused),
        **_sorted_out(said),
    )


def _sorted_out(said: list[Said]) -> dict[str, list[Group]]:
    return {
        "asks": _groups(one for one in said if one[1].is_ask),
        "missing": _groups(one for one in said if one[1].is_missing),
        "notes": _groups(one for one in said if not (one[1].is_ask or one[1].is_missing)),
    }


def _groups(said: Iterable[Said]) -> list[Group]:
    return [Group(sentence, rows) for sentence, rows in grouped(said)]


def remarks_of(row: BroughtRow) -> list[Remark]:
    return [Remark(*one) for one in row.remarks]


@dataclass(frozen=True, slots=True)
class RowTold:
    """One row: what was understood, what is missing, what must be asked. Never what it holds."""

    brought: BroughtRow
    understood: str
    missing: list[str]
    asks: list[str]
    url_name: str

    @property
    def fate(self) -> str:
        if self.brought.settled_at:
            return self.brought.get_settled_as_display()
        return FATE_WORDS[self.brought.fate]


def row_by_row(rows: Iterable[BroughtRow]) -> list[RowTold]:
    return [_row_told(row) for row in rows]


def _row_told(row: BroughtRow) -> RowTold:
    remarks = remarks_of(row)
    return RowTold(
        row,
        in_words(row.field_prints),
        [remark.sentence for remark in remarks if remark.is_missing],
        [remark.sentence for remark in remarks if not remark.is_missing],
        "volunteers:standing" if row.kind == "volunteers" else "participants:one",
    )


def in_words(names: Iterable[str]) -> str:
    """Columns by their words, each once, in the order of the list of words."""
    told = {FIELD_WORDS[name] for name in names if name in FIELD_WORDS}
    return ", ".join(dict.fromkeys(words for words in FIELD_WORDS.values() if words in told))

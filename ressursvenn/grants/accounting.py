"""The accounts of a grant as a table: sought, awarded, moved, spent and left, line by line. Pure.

Budgets are whole kroner; what was spent has øre. A table of some of the days knows what was spent before them:
the budget is for all of it, and so is what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A line of the budget, or a sum of some. `budget` is what the line may use after what was agreed moved.

    `before` was spent before the days that are told of, `spent` within them.
    """

    part: str
    name: str
    sought: int
    awarded: int
    moved: int
    before: Decimal
    spent: Decimal

    @property
    def budget(self) -> int:
        return self.awarded + self.moved

    @property
    def left(self) -> Decimal:
        return self.budget - self.before - self.spent


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The lines, a sum for each measure, and the sum of all. `amount` is what the letter gives."""

    rows: tuple[Row, ...]
    parts: tuple[Row, ...]
    total: Row
    amount: int

    @property
    def unspent(self) -> Decimal:
        """What is to be given back, when the grant is over."""
        return max(NOTHING, self.amount - self.total.before - self.total.spent)


Moved = tuple[int, int, int]  # from this line, to that, so much


def table(
    lines: Sequence[Mapping[str, object]],
    moves: Iterable[Moved],
    spent: Mapping[int, Decimal],
    amount: int,
    before: Mapping[int, Decimal] | None = None,
) -> Table:
    """`lines` have pk, part, name, sought and awarded; `spent` and `before` are by line. Pure."""
    shifts = shifts_by(moves)
    rows = tuple(_row(line, shifts, spent, before or {}) for line in lines)
    parts = tuple(dict.fromkeys(row.part for row in rows))
    return Table(
        rows=rows,
        parts=tuple(_sum([row for row in rows if row.part == part], part) for part in parts),
        total=_sum(rows, ""),
        amount=amount,
    )


def shifts_by(moves: Iterable[Moved]) -> dict[int, int]:
    """By line: how much more it has, or less, than it was given."""
    shifts: dict[int, int] = {}
    for giver, taker, amount in moves:
        shifts[giver] = shifts.get(giver, 0) - amount
        shifts[taker] = shifts.get(taker, 0) + amount
    return shifts


def _row(
    line: Mapping[str, object],
    shifts: Mapping[int, int],
    spent: Mapping[int, Decimal],
    before: Mapping[int, Decimal],
) -> Row:
    key = int(str(line["pk"]))
    return Row(
        part=str(line["part"]),
        name=str(line["name"]),
        sought=int(str(line["sought"])),
        awarded=int(str(line["awarded"] or 0)),
        moved=shifts.get(key, 0),
        before=before.get(key, NOTHING),
        spent=spent.get(key, NOTHING),
    )


def _sum(rows: Iterable[Row], part: str) -> Row:
    listed = list(rows)
    return Row(
        part=part,
        name="",
        sought=sum(row.sought for row in listed),
        awarded=sum(row.awarded for row in listed),
        moved=sum(row.moved for row in listed),
        before=sum((row.before for row in listed), NOTHING),
        spent=sum((row.spent for row in listed), NOTHING),
    )


def told(amount: Decimal | int) -> str:
    """12 345,50 – and no øre where there are none."""
    amount = Decimal(amount)
    whole = amount == amount.to_integral_value()
    text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")

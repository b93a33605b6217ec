"""What is to become of each row: accepted, proposed, refused, or here already.

Pure: it writes nothing.

Nothing is merged and nothing overwritten. A row about somebody who is here is a proposal, and so
is a row that resembles an earlier row of the same workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .reading.remarks import Remark
from .reading.rows import ParticipantRow, Reading, RefusedRow, Row, SheetRead, VolunteerRow

FATES = ("accepted", "merge_proposed", "refused", "already_here")
Reference = str


@dataclass(frozen=True, slots=True)
class Prints:
    """Keyed fingerprints of a row:

    what it says, whom it is about, and signs to know a person by.
    """

    content: str
    row: str
    phone: frozenset[str] = frozenset()
    email: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What this association already has, as far as it can be told without opening anybody."""

    contents: Mapping[str, Reference] = field(default_factory=dict)  # print of what a row says
    brought: Mapping[str, Reference] = field(
        default_factory=dict
    )  # print of a row → whom it is about
    bearers: Mapping[str, tuple[Reference, ...]] = field(default_factory=dict)
    birth_years: Mapping[Reference, int | None] = field(default_factory=dict)
    withdrawn: frozenset[Reference] = frozenset()
    gone: frozenset[Reference] = frozenset()  # brought in once, and since erased


@dataclass(frozen=True, slots=True)
class Decision:
    """One row's fate. A proposal is about a person in the house, or about an earlier row."""

    row: Row | RefusedRow
    fate: str  # one of FATES
    prints: Prints | None = None
    about: Reference = ""
    about_row: int | None = None
    why: Remark | None = None

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be said of a row that comes in or is proposed; the rest has said enough."""
        said = self.row.remarks if isinstance(self.row, VolunteerRow | ParticipantRow) else ()
        told = (self.why,) if self.why else ()
        return (*told, *said) if self.fate in ("accepted", "merge_proposed") else ()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet with the fate of each of its rows, in the order of the sheet."""

    sheet: SheetRead
    decisions: tuple[Decision, ...]

    def count(self, fate: str) -> int:
        return sum(decision.fate == fate for decision in self.decisions)


PrintsOf = Callable[[Row], Prints]


def plan(reading: Reading, known: Known, prints_of: PrintsOf) -> tuple[SheetPlan, ...]:
    """Decide every row of every sheet, in order; the same person on two sheets is met once."""
    met = _Met(known)
    return tuple(
        SheetPlan(sheet, _in_order([*_read(sheet, met, prints_of), *_turned_away(sheet)]))
        for sheet in reading.sheets
    )


def _read(sheet: SheetRead, met: _Met, prints_of: PrintsOf) -> list[Decision]:
    met.next_sheet()
    return [met.decide(row, prints_of(row)) for row in sheet.rows]


def _turned_away(sheet: SheetRead) -> list[Decision]:
    return [Decision(one, "refused", why=one.remark) for one in sheet.refused]


def _in_order(decisions: list[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda decision: decision.row.row))


class _Met:
    """What is known before the workbook, and what its rows so far have added."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.contents: set[str] = set()
        self.rows: dict[str, int] = {}
        self.about: dict[int, Reference] = {}

    def next_sheet(self) -> None:
        """Row numbers begin anew; whom rows of an earlier sheet were about does not carry over."""
        self.rows, self.about = {}, {}

    def decide(self, row: Row, prints: Prints) -> Decision:
        before = self.known.contents.get(prints.content, "")
        about, signs = self._who(row, prints)
        if {before, about} & self.known.gone:
            return Decision(row, "refused", prints, why=Remark("removed_here"))
        if before:
            self.about[row.row] = before
            return Decision(row, "already_here", prints)
        if isinstance(row, ParticipantRow) and row.withdrawn:
            return self._withdrawn(row, prints)
        if about:
            self.about[row.row] = about
            return Decision(
                row, "merge_proposed", prints, about, why=self._why(prints, about, signs)
            )
        if row.same_as is not None:
            return self._like_an_earlier(row, row.same_as, prints)
        return Decision(row, "accepted", prints)

    def _like_an_earlier(self, row: Row, earlier: int, prints: Prints) -> Decision:
        why = Remark("same_in_workbook", ",".join(row.same_signs))
        if about := self.about.get(earlier):
            return Decision(row, "merge_proposed", prints, about, why=why)
        return Decision(row, "merge_proposed", prints, about_row=earlier, why=why)

    def _withdrawn(self, row: ParticipantRow, prints: Prints) -> Decision:
        about = self.known.brought.get(prints.row, "")
        if not about:
            return Decision(row, "refused", prints, why=Remark("withdrawn"))
        if about in self.known.withdrawn:
            return Decision(row, "already_here", prints)
        return Decision(row, "merge_proposed", prints, about, why=Remark("withdrawn_since"))

    def _who(self, row: Row, prints: Prints) -> tuple[Reference, tuple[str, ...]]:
        """Somebody in the house whom this row is about, and by which signs; ("", ()) for nobody."""
        before = self.known.brought.get(prints.row, "")
        if isinstance(row, ParticipantRow):
            return before, ("code",)
        by_phone, by_email = self._bearing(prints.phone), self._bearing(prints.email)
        by_name = self._named(row, prints)
        for who in (*by_phone, *by_email, *by_name):
            signs = (("phone", by_phone), ("email", by_email), ("name_and_year", by_name))
            return who, tuple(sign for sign, bearers in signs if who in bearers)
        return before, ("name_and_year",)

    def _why(self, prints: Prints, about: Reference, signs: tuple[str, ...]) -> Remark:
        """The same row as before, now saying something else; or somebody who was here already."""
        if self.known.brought.get(prints.row) == about:
            return Remark("changed")
        return Remark("same_in_house", ",".join(signs))

    def _bearing(self, prints: frozenset[str]) -> tuple[Reference, ...]:
        found = (who for one in sorted(prints) for who in self.known.bearers.get(one, ()))
        return tuple(dict.fromkeys(found))

    def _named(self, row: VolunteerRow, prints: Prints) -> tuple[Reference, ...]:
        """Same name, and the same year of birth or a year that is not known."""
        years = self.known.birth_years
        return tuple(
            who
            for who in self._bearing(prints.name)
            if years.get(who) == row.birth_year or years.get(who) is None or row.birth_year is None
        )

"""What a row of a workbook comes to: only what is kept, and what is to be said about it.

The values never show in a `repr`, so that no log and no test report can print them by accident.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .columns import NotKept
from .remarks import Remark

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Somebody a participant must not meet. `sealed`: not one full name, so a person must look."""

    kind: str  # see programme.words.KEEP_APART_KINDS
    text: str
    sealed: bool

    def __repr__(self) -> str:
        return f"<KeepApart {self.kind}>"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class VolunteerRow:
    """One volunteer. Of her birth only the year is here; `same_as` is an earlier row about her."""

    row: int
    first_name: str
    last_name: str
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    areas: Codes = ()
    languages: Codes = ()
    interests: Codes = ()
    times: Codes = ()
    applied_on: date | None = None
    interviewed_on: date | None = None
    outcome: str = ""  # "suitable", "not_suitable", "undecided" or nothing said
    course_on: date | None = None
    course_hours: int | None = None
    confidentiality_on: date | None = None
    certificate_issued_on: date | None = None
    certificate_shown_on: date | None = None
    agreement_on: date | None = None
    places: int = 1
    same_as: int | None = None
    same_signs: Codes = ()
    remarks: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        return f"<VolunteerRow {self.row}>"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class ParticipantRow:
    """One participant. No name, no number, no address: there is no field for them."""

    row: int
    code: str = ""
    crisis_centre: str = ""
    referred_on: date | None = None
    left_on: date | None = None
    acute_over_on: date | None = None
    consented_on: date | None = None
    area: str = ""
    languages: Codes = ()
    interests: Codes = ()
    wishes: Codes = ()
    times: Codes = ()
    contact_channel: str = ""
    contact_hours: str = ""
    keep_apart: tuple[KeepApart, ...] = ()
    paired: bool = False
    withdrawn: bool = False
    same_as: int | None = None
    same_signs: Codes = ()
    remarks: tuple[Remark, ...] = ()

    def __repr__(self) -> str:
        return f"<ParticipantRow {self.row}>"


Row = VolunteerRow | ParticipantRow


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not brought in, and why."""

    row: int
    remark: Remark


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetRead:
    """One sheet:

    every row about a person is in `rows` or in `refused`, never in both or neither.
    """

    name: str
    kind: str  # "volunteers", "participants" or "unknown"
    heading_row: int = 1
    rows: tuple[Row, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    not_kept: tuple[NotKept, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole workbook, understood."""

    sheets: tuple[SheetRead, ...]

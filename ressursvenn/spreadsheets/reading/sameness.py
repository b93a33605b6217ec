"""People entered twice in one workbook.

Nothing is merged here: a row only says whom it resembles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from .cells import folded
from .remarks import Remark
from .rows import ParticipantRow, VolunteerRow

Born = date | int | None


@dataclass(slots=True)
class _Seen:
    """What has been seen so far: each sign, and the first row that bore it."""

    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    named: dict[str, list[tuple[VolunteerRow, Born]]] = field(default_factory=dict)


def volunteers_compared(read: Iterable[tuple[VolunteerRow, Born]]) -> tuple[VolunteerRow, ...]:
    """Same telephone, e-mail, or name and birth; or same name and nothing that tells apart."""
    seen = _Seen()
    by_row: dict[int, tuple[VolunteerRow, Born]] = {}
    compared = []
    for row, born in read:
        by_row[row.row] = row, born
        signs = _signs(row, born)
        met = {sign[0]: seen.rows[sign] for sign in signs if sign in seen.rows}
        if not met and (alike := _only_name_known(row, born, seen.named.get(_name(row), []))):
            met = {"name": alike.row}
        first = min(met.values(), default=row.row)
        for sign in signs:
            seen.rows.setdefault(sign, first)
        seen.named.setdefault(_name(row), []).append((replace(row, row=first), born))
        compared.append(_marked(row, born, met, first, by_row))
    return tuple(compared)


def _marked(
    row: VolunteerRow, born: Born, met: dict[str, int], first: int, by_row: dict
) -> VolunteerRow:
    if not met:
        return row
    remarks = row.remarks
    if set(met) == {"email"} and _differ(row, born, *by_row[first]):
        remarks = (*remarks, Remark("probably_two"))
    return replace(row, same_as=first, same_signs=tuple(sorted(met)), remarks=remarks)


def _signs(row: VolunteerRow, born: Born) -> list[tuple[str, str]]:
    return [
        *([("phone", row.phone)] if row.phone else []),
        *([("email", row.email)] if row.email else []),
        *([("name_and_birth", f"{_name(row)} {born}")] if born else []),
    ]


def _differ(one: VolunteerRow, born: Born, other: VolunteerRow, other_born: Born) -> bool:
    """Both the number and the birth are known of both, and both differ."""
    numbers = bool(one.phone and other.phone) and one.phone != other.phone
    return numbers and bool(born and other_born) and born != other_born


def _only_name_known(
    row: VolunteerRow, born: Born, others: list[tuple[VolunteerRow, Born]]
) -> VolunteerRow | None:
    """An earlier row of the same name, with nothing known of both that could tell them apart."""
    for other, other_born in others:
        known = [
            (row.phone, other.phone), (row.email, other.email), (born, other_born),
        ]  # fmt: skip
        if not any(mine and theirs for mine, theirs in known):
            return other
    return None


def _name(row: VolunteerRow) -> str:
    return folded(f"{row.first_name} {row.last_name}")


def participants_compared(read: Iterable[ParticipantRow]) -> tuple[ParticipantRow, ...]:
    """The same code is the same person; if any of her rows says she has withdrawn, she has."""
    rows = tuple(read)
    withdrawn = {folded(row.code) for row in rows if row.withdrawn and row.code}
    first: dict[str, int] = {}
    compared = []
    for row in rows:
        code = folded(row.code)
        if code in withdrawn:
            compared.append(ParticipantRow(row=row.row, code=row.code, withdrawn=True))
        elif code and code in first:
            compared.append(replace(row, same_as=first[code], same_signs=("code",)))
        else:
            first.setdefault(code, row.row)
            compared.append(row)
    return tuple(compared)

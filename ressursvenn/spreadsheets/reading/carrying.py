"""Understood rows as text and back: what a preview carries, and what a proposal waits with.

Only what is understood and kept is carried. The workbook itself is not.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from .columns import NotKept
from .remarks import Remark
from .rows import KeepApart, ParticipantRow, Reading, RefusedRow, Row, SheetRead, VolunteerRow

KINDS: dict[str, type[Row]] = {"volunteers": VolunteerRow, "participants": ParticipantRow}


def as_text(reading: Reading) -> str:
    return json.dumps([_sheet(sheet) for sheet in reading.sheets], ensure_ascii=False)


def from_text(text: str) -> Reading:
    return Reading(tuple(_sheet_of(sheet) for sheet in json.loads(text)))


def row_as_text(row: Row) -> str:
    return json.dumps(_row(row), ensure_ascii=False)


def row_from_text(kind: str, text: str) -> Row:
    return _row_of(kind, json.loads(text))


def kept(row: Row) -> dict[str, Any]:
    """What a row says about the person, without where it stood and what was said about it."""
    beside = {"row", "same_as", "same_signs", "remarks"}
    return {name: value for name, value in _all(row).items() if name not in beside}


def _all(row: Row) -> dict[str, Any]:
    return {field.name: _plain(getattr(row, field.name)) for field in fields(row)}


def _row(row: Row) -> dict[str, Any]:
    """Without what is empty, so that a large workbook is carried lightly."""
    return {name: value for name, value in _all(row).items() if value not in (None, "", [], False)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Remark):
        return [value.code, value.column]
    if isinstance(value, KeepApart):
        return [value.kind, value.text, value.sealed]
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _row_of(kind: str, said: dict[str, Any]) -> Row:
    return KINDS[kind](**{name: _valued(name, value) for name, value in said.items()})


def _valued(name: str, value: Any) -> Any:
    if name.endswith("_on"):
        return date.fromisoformat(value)
    if name == "remarks":
        return tuple(Remark(*one) for one in value)
    if name == "keep_apart":
        return tuple(KeepApart(*one) for one in value)
    return tuple(value) if isinstance(value, list) else value


def _sheet(sheet: SheetRead) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "heading_row": sheet.heading_row,
        "rows": [_row(row) for row in sheet.rows],
        "refused": [[one.row, *_plain(one.remark)] for one in sheet.refused],
        "not_kept": [[one.column, one.code, one.letter] for one in sheet.not_kept],
        "remarks": _plain(sheet.remarks),
    }


def _sheet_of(said: dict[str, Any]) -> SheetRead:
    return SheetRead(
        name=said["name"],
        kind=said["kind"],
        heading_row=said["heading_row"],
        rows=tuple(_row_of(said["kind"], row) for row in said["rows"]),
        refused=tuple(
            RefusedRow(row, Remark(code, column)) for row, code, column in said["refused"]
        ),
        not_kept=tuple(NotKept(*one) for one in said["not_kept"]),
        remarks=tuple(Remark(*one) for one in said["remarks"]),
    )

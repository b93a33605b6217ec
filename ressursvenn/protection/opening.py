"""The only way to read an encrypted field: by someone, for a purpose, with one entry in the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import models, transaction

from . import audit, vault
from .fields import _Encrypted

Row = TypeVar("Row", bound=models.Model)


def open_cards(rows: Iterable[Row], *, by: Any, purpose: str) -> list[Row]:
    """Open the card fields of many rows: one read of keys, one entry. The erased are left out."""
    listed = list(rows)
    if not listed:
        return []
    with transaction.atomic():
        keys = vault.keys_of(_owner(row) for row in listed)
        known = [row for row in listed if _owner(row) in keys]
        for row in known:
            _open(row, keys[_owner(row)], {"card"})
        audit.record(by=by, did=audit.OPENED, about=_about(known), purpose=purpose)
    return known


def open_record(row: Row, *, by: Any, purpose: str) -> Row:
    """Open every field of one row. Raises vault.Erased when its keys are gone."""
    return open_records([row], by=by, purpose=purpose)[0]


def open_records(rows: Iterable[Row], *, by: Any, purpose: str) -> list[Row]:
    """Open every field of a few rows, with one entry. Raises vault.Erased if any keys are gone."""
    listed = list(rows)
    if not listed:
        return []
    with transaction.atomic():
        keys = vault.keys_of(_owner(row) for row in listed)
        if any(_owner(row) not in keys for row in listed):
            raise vault.Erased("the keys of this person are gone")
        for row in listed:
            _open(row, keys[_owner(row)], {"card", "record"})
        audit.record(by=by, did=audit.OPENED, about=_about(listed), purpose=purpose)
    return listed


def _owner(row: Any) -> str:
    owner: str = row.key_owner()
    return owner


def _about(rows: Sequence[Any]) -> list[str]:
    """The rows themselves and the people whose keys opened them."""
    return list(dict.fromkeys(ref for row in rows for ref in (row.reference, _owner(row))))


def _open(row: Any, keys: vault.Keys, kinds: set[str]) -> None:
    row.__dict__["_keys"] = keys
    for field in row._meta.concrete_fields:
        if isinstance(field, _Encrypted) and field.kind() in kinds:
            row.__dict__[field.attname] = field.opened(row, keys)

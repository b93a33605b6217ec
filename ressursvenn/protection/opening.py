"""The only way to read an encrypted field: by someone, for a purpose, with one entry in the log.

A page that is asked for reads as one: `one_reading` asks for each key once, and writes what was read, one
entry for each purpose, before the page is shown. When it cannot be written, nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import models, transaction

from . import audit, vault
from .fields import _Encrypted

Row = TypeVar("Row", bound=models.Model)
Unwrapped = dict[str, vault.Keys]
UNWRAP = {"card": vault.keys_for_cards, "record": vault.keys_for_records}


class _Book:
    """What one page has unwrapped and read so far."""

    def __init__(self) -> None:
        self.keys: dict[tuple[vault.Kind, str], vault.Keys] = {}
        self.gone: set[tuple[vault.Kind, str]] = set()
        self.read: dict[tuple[Any, str], dict[str, None]] = {}

    def keys_of(self, kind: vault.Kind, owners: set[str], by: Any, purpose: str) -> Unwrapped:
        """Asked for once on a page, whoever is gone too."""
        held = {owner for which, owner in (*self.keys, *self.gone) if which == kind}
        if unknown := owners - held:
            found = UNWRAP[kind](unknown, by=by, purpose=purpose)
            self.keys |= {(kind, owner): keys for owner, keys in found.items()}
            self.gone |= {(kind, owner) for owner in unknown - found.keys()}
        return {one: self.keys[kind, one] for one in owners if (kind, one) in self.keys}


_book: ContextVar[_Book | None] = ContextVar("book", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Within this, openings are gathered: one entry for each reader and purpose, at the end."""
    book = _Book()
    token = _book.set(book)
    try:
        yield
    finally:
        _book.reset(token)
        with transaction.atomic():
            audit.record_readings(book.read)


def open_cards(rows: Iterable[Row], *, by: Any, purpose: str) -> list[Row]:
    """Open the card fields of many rows: one read of keys, one entry. The erased are left out."""
    listed = list(rows)
    if not listed:
        return []
    with transaction.atomic():
        keys = _keys_of("card", listed, by, purpose)
        known = [row for row in listed if _owner(row) in keys]
        for row in known:
            _open(row, keys[_owner(row)], {"card"})
        _note(by, purpose, known)
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
        keys = _keys_of("record", listed, by, purpose)
        if any(_owner(row) not in keys for row in listed):
            raise vault.Erased("the keys of this person are gone")
        for row in listed:
            _open(row, keys[_owner(row)], {"card", "record"})
        _note(by, purpose, listed)
    return listed


def _keys_of(kind: vault.Kind, rows: Iterable[Any], by: Any, purpose: str) -> Unwrapped:
    owners = {_owner(row) for row in rows}
    if book := _book.get():
        return book.keys_of(kind, owners, by, purpose)
    return UNWRAP[kind](owners, by=by, purpose=purpose)


def _note(by: Any, purpose: str, rows: Sequence[Any]) -> None:
    """In the log now; within one reading, when it is done."""
    book = _book.get()
    if book is None:
        audit.record(by=by, did=audit.OPENED, about=_about(rows), purpose=purpose)
    else:
        book.read.setdefault((by, purpose), {}).update(dict.fromkeys(_about(rows)))


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

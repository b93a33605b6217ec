"""Encrypted columns. Plain text never reaches the database, and is never read without being opened.

A row that comes from the database holds `Sealed` values: they can be saved back, not looked at. Opening
is in `opening.py` alone, since every opening leaves an audit entry. A model with such fields has a
`reference` and says whose keys lock it: `key_owner()`. Its `Handling` says which key: card or record.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any, NoReturn

from django.core.exceptions import FieldError, ValidationError
from django.db import models

from . import vault

PADDED_TO = 32  # so that the length of a name is not its shadow
UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # control, direction, halves of characters
SEEN_ALL_THE_SAME = "\n\u200c\u200d"  # a line's end; the joiners of Persian and Kurdish names


def readable(text: str) -> str:
    """Without characters that are not seen and change how the rest is read, or hide in a name."""
    return "".join(
        ch for ch in text if ch in SEEN_ALL_THE_SAME or unicodedata.category(ch) not in UNSEEN
    )


class StillSealed(Exception):
    """Somebody used a locked value. Open the row first: protection.opening."""


class Sealed:
    """A locked value. It may be carried and saved; any other use raises StillSealed."""

    __slots__ = ("locked",)

    def __init__(self, locked: bytes) -> None:
        self.locked = locked

    def _refuse(self, *_: object) -> NoReturn:
        raise StillSealed("this value is locked; open the row first (protection.opening)")

    __str__ = __eq__ = __bool__ = __iter__ = __len__ = __contains__ = _refuse
    __format__ = __lt__ = __gt__ = __getitem__ = __html__ = _refuse
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return "<Sealed>"


class _Encrypted(models.BinaryField):  # type: ignore[type-arg]
    """What the encrypted columns share: JSON, padded, locked to row and field."""

    empty_values = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def from_json(self, value: Any) -> Any:
        return value

    def for_json(self, value: Any) -> Any:
        return value

    def from_db_value(self, value: bytes | None, *_: object) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def get_default(self) -> Any:
        if self.has_default():
            return self.default() if callable(self.default) else self.default
        return None if self.null else self.nothing()

    def nothing(self) -> Any:
        return None

    def to_python(self, value: Any) -> Any:
        return value

    def value_from_object(self, obj: models.Model) -> Any:
        return obj.__dict__.get(self.attname)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        if isinstance(value, Sealed):
            return value
        if value is None and not self.null:
            raise ValidationError("Dette feltet må fylles ut.", code="null")
        if not self.blank and not self.null and value in ("", []):
            raise ValidationError("Dette feltet må fylles ut.", code="blank")
        self.run_checks_on(value)
        return value

    def run_checks_on(self, value: Any) -> None:
        """Raise ValidationError for a value of the wrong shape."""

    def value_to_string(self, obj: models.Model) -> str:
        raise FieldError("an encrypted field is not serialised")

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        cls._get_field_expression_map = _map_of_what_is_open

    def place(self, row: Any) -> str:
        """The associated data: what this value is, and whose."""
        return f"{row._meta.label_lower}:{row.reference}:{self.name}"

    def kind(self) -> vault.Kind:
        return "card" if self.name in self.model.Handling.card else "record"  # type: ignore[attr-defined]

    def pre_save(self, model_instance: Any, add: bool) -> bytes | None:
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, Sealed):
            return value.locked
        return None if value is None else self.locked(model_instance, value)

    def locked(self, row: Any, value: Any) -> bytes:
        content = json.dumps(self.for_json(value), ensure_ascii=False).encode()
        padded = content.ljust(-(-len(content) // PADDED_TO) * PADDED_TO)
        keys = row.__dict__.get("_keys") or vault.Keys()
        if key := keys.of(self.kind()):
            return vault.lock(key, padded, self.place(row))
        return vault.sealed(row.key_owner(), self.kind(), padded, self.place(row))

    def opened(self, row: Any, keys: vault.Keys) -> Any:
        """The value in the clear, whether it was locked or not."""
        value = row.__dict__.get(self.attname)
        if not isinstance(value, Sealed):
            return value
        key = keys.of(self.kind())
        if key is None:
            raise StillSealed("the key that was asked for does not open this")
        return self.from_json(json.loads(vault.unlock(key, value.locked, self.place(row))))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None and not isinstance(value, (bytes, memoryview)):
            raise FieldError("an encrypted field is written by save(), and never searched")
        return super().get_db_prep_value(value, connection, prepared)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError("an encrypted field can be neither searched nor ordered by")


def _map_of_what_is_open(row: Any, meta: Any, exclude: Any = None) -> Any:
    """Django asks every value of a row when it checks a constraint; a sealed one is not asked."""
    sealed = {
        field.name
        for field in meta.local_concrete_fields
        if isinstance(row.__dict__.get(field.attname), Sealed)
    }
    return models.Model._get_field_expression_map(row, meta, sealed | set(exclude or ()))  # type: ignore[attr-defined]


class EncryptedText(_Encrypted):
    """Text of at most `max_length` characters, without what cannot be seen; empty is ""."""

    def nothing(self) -> str:
        return ""

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        seen = readable(value) if isinstance(value, str) else value
        return super().clean(seen, model_instance)

    def run_checks_on(self, value: Any) -> None:
        if value is not None and not isinstance(value, str):
            raise ValidationError("Skriv tekst.", code="invalid")
        if value and self.max_length and len(value) > self.max_length:
            raise ValidationError(f"Skriv høyst {self.max_length} tegn.", code="max_length")


class EncryptedDate(_Encrypted):
    """A day, or None."""

    def from_json(self, value: Any) -> Any:
        return None if value is None else date.fromisoformat(value)

    def for_json(self, value: Any) -> Any:
        return value.isoformat()


class EncryptedList(_Encrypted):
    """A list of codes; empty is []."""

    def nothing(self) -> list[str]:
        return []

    def for_json(self, value: Any) -> Any:
        return list(value)

"""What the workers share, kept as JSON: a pickle read from a table is a program read from a table.

Django's own cache in the database pickles. Here its module gets a writer and reader of plain values, so
that whoever can write in the table can change a count, and run nothing.
"""

from __future__ import annotations

import json
from typing import Any

from django.core.cache.backends import db


class Plain:
    """Numbers, words, lists of them. Anything else raises TypeError when it is written."""

    @staticmethod
    def dumps(value: Any, protocol: int | None = None) -> bytes:
        return json.dumps(value).encode()

    @staticmethod
    def loads(kept: bytes) -> Any:
        """What is not ours is as if it were not there."""
        try:
            return json.loads(kept)
        except ValueError:
            return None


db.pickle = Plain  # type: ignore[attr-defined]


class SharedCache(db.DatabaseCache):
    """The library's own, once it has been taught to write plainly."""

"""What an entry of the log is when it is linked, and how. Standard library only: a copy is verified with it.

A link is SHA-256 over the link before it and the entry as one line of JSON: its number, its row, when, who,
what, the kind and the purpose, and all that it is about, in order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, NamedTuple

FIRST = "0" * 64  # the link before the first
one_line = json.JSONEncoder(separators=(",", ":"), default=repr).encode

ROWS = """
SELECT e.number, e.id, e.at, e.by_id, e.did, e.to_kind, e.purpose, e.link, a.reference
FROM protection_auditentry e LEFT JOIN protection_auditabout a ON a.entry_id = e.id
ORDER BY e.number, e.id, a.id
"""


class Entry(NamedTuple):
    """One entry, with the list of what it is about."""

    number: int
    row: int
    at: str
    by: int | None
    did: str
    to_kind: str
    purpose: str
    about: tuple[str, ...]
    link: str = ""


def moment(at: Any) -> str:
    """A moment in one form, whichever database it comes from: UTC, to the microsecond."""
    try:
        read = at if isinstance(at, datetime) else datetime.fromisoformat(at)
        aware = read if read.tzinfo else read.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat(timespec="microseconds")
    except (TypeError, ValueError, OverflowError):  # somebody has put something else there
        return f"no moment: {at!r}"


def link_of(before: str, entry: Entry) -> str:
    """The link of an entry that comes after the link `before`."""
    said = one_line([*entry[:7], entry.about])
    return hashlib.sha256(f"{before}\n{said}".encode()).hexdigest()


def rows_of(cursor: Any) -> Iterator[Entry]:
    """The whole log in order, through a cursor of any database."""
    cursor.execute(ROWS)
    for row, lines in groupby(cursor, key=lambda line: tuple(line[:8])):
        number, identity, at, by, did, to_kind, purpose, link = row
        about = tuple(line[8] for line in lines if line[8] is not None)
        yield Entry(number, identity, moment(at), by, did, to_kind, purpose, about, link)

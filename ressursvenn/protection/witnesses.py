"""Checkpoints as they are witnessed: lines of JSON in a file outside the house. Pure; no Django.

A line holds a number and a head (a link), when it was written, a signature over number and head, and the
key it says it was signed with. That key proves nothing: a signature is tried against a key pinned elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KEPT_MONTHS = 24  # of the log; docs/decisions/0015


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where the log stood at a moment, signed."""

    number: int
    head: str
    at: str
    signature: str
    key: str

    def line(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))

    def when(self) -> datetime:
        return datetime.fromisoformat(self.at)

    def signed_by(self, key: str) -> bool:
        """Whether the holder of this key signed this number and this head."""
        try:
            public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
            public.verify(bytes.fromhex(self.signature), signed_text(self.number, self.head))
        except (InvalidSignature, ValueError):
            return False
        return True


def signed_text(number: int, head: str) -> bytes:
    """The words under a signature. keeper/heads.py says the same; a test holds them together."""
    return f"ressursvenn log head\n{number}\n{head}\n".encode("ascii")


def read(line: str) -> Checkpoint | None:
    """A checkpoint, or None when the line is not one."""
    try:
        found = Checkpoint(**json.loads(line))
        aware = found.when().tzinfo is not None
    except (TypeError, ValueError):
        return None
    words = (found.head, found.at, found.signature, found.key)
    whole = type(found.number) is int and all(isinstance(word, str) for word in words)
    return found if whole and aware and found.head.isascii() else None


def read_all(lines: Iterable[str]) -> list[Checkpoint | None]:
    """Every line that is not empty, in order."""
    return [read(line) for line in lines if line.strip()]


def kept_since(now: datetime) -> datetime:
    """Whatever in the log is older than this may be forgotten: 24 months, to the same day and hour in UTC."""
    day = now.astimezone(UTC)
    year = day.year - KEPT_MONTHS // 12
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28) if leap_day else day.replace(year=year)

"""Forms as they may be stored: a keyed fingerprint of each, eight bytes, from which nothing can be read.

The key is the house's own and lies outside the database. The lowest bits of a print tell by which code
it meets, not what was said. Prints are for holding people apart, and for nothing else: whether a row is
about somebody who is here already is asked of `fingerprints`, whose likeness is narrower.
"""

from __future__ import annotations

import hmac
import struct
from collections.abc import Iterable

from ..vault import derived
from . import BY, CERTAIN, Side, forms, strongest

BYTES = 8
_CODE_BITS = 7


def of(side: Side, *, name: str = "", phone: str = "", email: str = "") -> bytes:
    """The prints of all that is known of somebody, one after the other, in an order that says nothing."""
    key = derived("likeness")
    return packed(_print(key, form) for form in forms(side, name=name, phone=phone, email=email))


def together(*stored: bytes) -> bytes:
    """All prints of several, each once."""
    return packed(one for each in stored for one in unpacked(each))


def packed(prints: Iterable[int]) -> bytes:
    """Numbers as they are stored: each once, in order."""
    ordered = sorted(set(prints))
    return struct.pack(f"<{len(ordered)}Q", *ordered)


def unpacked(stored: bytes) -> tuple[int, ...]:
    """The prints as numbers, to be held against others."""
    return struct.unpack(f"<{len(stored) // BYTES}Q", stored)


def met_by(prints: Iterable[int]) -> str | None:
    """The strongest code by which these have met."""
    return strongest({BY[one & _CODE_BITS] for one in prints})


def is_certain(prints: Iterable[int]) -> bool:
    """Met by a number, an address or a name that is the same however it is spelled."""
    return met_by(prints) in CERTAIN


def _print(key: bytes, form: str) -> int:
    code = BY.index(form.partition(":")[0])
    digest = hmac.digest(key, form.encode(), "sha256")
    return int.from_bytes(digest[:BYTES], "little") & ~_CODE_BITS | code

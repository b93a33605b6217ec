"""How a draft is locked: the link holds the key, the house holds the lock. Nobody has both but who wrote it.

The word in the link is 24 random bytes. From it come two things that tell nothing of each other: a print, to
find the row again, and a key, which is made anew each time the link is opened and kept nowhere.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ressursvenn.protection import vault

Content = dict[str, list[str]]
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
PADDED_TO = 1024  # so that how much is written is not seen from outside
AT_MOST = 16 * 1024


class TooMuch(ValueError):
    """More was written than anybody needs to write here."""


def new_token() -> str:
    return secrets.token_urlsafe(24)


def is_token(word: str) -> bool:
    """It has the shape of one; whether there is a draft is another question."""
    return TOKEN.fullmatch(word) is not None


def print_of(token: str) -> str:
    """What stands in the table for the link."""
    return _derived("draft print", token).hex()


def locked(token: str, content: Mapping[str, list[str]]) -> bytes:
    """What was written, for the table. Raises TooMuch."""
    told = json.dumps(dict(content), ensure_ascii=False).encode("utf-8", "replace")
    if len(told) > AT_MOST:
        raise TooMuch
    padded = told.ljust(-(-len(told) // PADDED_TO) * PADDED_TO)
    return vault.lock(_derived("draft key", token), padded, _place(token))


def opened(token: str, content: bytes) -> Content:
    """What was written, for whoever has the link. Raises vault.Tampered for anything else."""
    told: Content = json.loads(vault.unlock(_derived("draft key", token), content, _place(token)))
    return told


def _derived(purpose: str, token: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(token.encode())


def _place(token: str) -> str:
    return f"draft:{print_of(token)}"

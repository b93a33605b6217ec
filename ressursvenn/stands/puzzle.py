"""A small puzzle for the browser to solve in the background. Solved, it shortens the way; nobody has to.

The word of the puzzle carries its own day and seal, so that nothing is stored for a page that is only read.
"""

from __future__ import annotations

import hmac
import re
import secrets
import time
from hashlib import sha256

from ressursvenn.protection import vault

from . import pace

WORD = re.compile(r"(\d{1,12})\.([A-Za-z0-9_-]{12})\.([0-9a-f]{32})", re.ASCII)
ANSWER = re.compile(r"\d{1,12}", re.ASCII)


def new_word() -> str:
    """A puzzle of now."""
    begun = f"{int(time.time())}.{secrets.token_urlsafe(9)}"
    return f"{begun}.{_seal(begun)}"


def is_ours(word: str) -> bool:
    """We made it, and not so long ago."""
    found = WORD.fullmatch(word)
    if not found:
        return False
    at, drawn, seal = found.groups()
    fresh = 0 <= time.time() - int(at) < pace.PUZZLE_LASTS.total_seconds()
    return fresh and hmac.compare_digest(seal, _seal(f"{at}.{drawn}"))


def is_solved(word: str, answer: str) -> bool:
    """The hash of both begins with so many zeros. Costs them tens of thousands of tries, and us one."""
    if not ANSWER.fullmatch(answer) or not is_ours(word):
        return False
    told = sha256(f"{word}.{answer}".encode()).digest()
    return int.from_bytes(told, "big") >> (256 - pace.PUZZLE_BITS) == 0


def _seal(begun: str) -> str:
    key = vault.derived("stands puzzle")
    return hmac.new(key, begun.encode(), sha256).hexdigest()[:32]

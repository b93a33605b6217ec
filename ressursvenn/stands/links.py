"""The word in a link of ours: which row, and a seal that nobody else can set. Nothing of it is stored."""

from __future__ import annotations

import hmac
from hashlib import sha256

from ressursvenn.protection import references, vault

STAND, NEWS = "stand", "news"


def word_of(reference: str, purpose: str) -> str:
    """What stands in the link. It works as long as the row is there, and for this purpose alone."""
    return f"{reference}{_seal(reference, purpose)}"


def reference_in(word: str, purpose: str) -> str:
    """The row that it leads to; "" when the link is not of our making."""
    reference, seal = word[: references.LENGTH], word[references.LENGTH :]
    ours = references.is_reference(reference) and hmac.compare_digest(
        seal.encode(), _seal(reference, purpose).encode()
    )
    return reference if ours else ""


def _seal(reference: str, purpose: str) -> str:
    key = vault.derived(f"stands link {purpose}")
    return hmac.new(key, reference.encode(), sha256).hexdigest()[:32]

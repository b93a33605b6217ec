"""AES-256-GCM, always bound to a place: what is moved elsewhere does not open."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
VERSION = b"\x01"


class Tampered(Exception):
    """What was to be opened is not what was locked here."""


def new_key() -> bytes:
    """32 random bytes."""
    return AESGCM.generate_key(bit_length=256)


def lock(key: bytes, content: bytes, place: str) -> bytes:
    """Version, nonce and ciphertext. `place` must be said again to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unlock(key: bytes, locked: bytes, place: str) -> bytes:
    """The content. Raises Tampered when it was changed, moved or locked with another key."""
    version, nonce, content = locked[:1], locked[1 : 1 + NONCE_BYTES], locked[1 + NONCE_BYTES :]
    if version != VERSION:
        raise Tampered("what was locked here has been changed or moved")
    try:
        return AESGCM(key).decrypt(nonce, content, place.encode())
    except (InvalidTag, ValueError):
        raise Tampered("what was locked here has been changed or moved") from None

"""The public key that signs the log, pinned outside the database and outside what it signs.

In production it is a setting, as the privacy officer keeps it. A made-up world pins the first key it meets,
in a file beside the checkpoints, and holds to that.
"""

from __future__ import annotations

import os

from django.conf import settings


def pinned() -> str:
    """The key, in hexadecimal; nothing when none is pinned yet."""
    if settings.CHECKPOINT_KEY:
        return str(settings.CHECKPOINT_KEY)
    path = settings.CHECKPOINT_PIN
    return path.read_text(encoding="ascii").strip() if path and path.exists() else ""


def pin(key: str) -> None:
    """Pin the first key there is, where a setting has not pinned one."""
    path = settings.CHECKPOINT_PIN
    if pinned() or not path:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    there = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    try:
        os.write(there, f"{key}\n".encode("ascii"))
    finally:
        os.close(there)

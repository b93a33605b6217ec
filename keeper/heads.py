"""Signing where the log stands: one key, never two heads for one number, never backwards.

What is signed is a number and a head, after a word that says what it is. The key is made once; its public
half is told when it is made, and the privacy officer keeps it (docs/decisions/0015).
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .files import write_once, write_over

HEAD = re.compile(r"[0-9a-f]{64}")


class HeadRefused(Exception):
    """Another head has been signed for this number, or a later number has been signed."""


def signed_text(number: int, head: str) -> bytes:
    """The words under the signature."""
    return f"ressursvenn log head\n{number}\n{head}\n".encode("ascii")


class Heads:
    """The key and the last head signed, in one folder. Threads and processes may ask at once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._key, self._last = folder / "heads.key", folder / "heads.last"
        self._door = folder / "heads.lock"
        with self._alone():
            if not self._key.exists():
                write_once(self._key, Ed25519PrivateKey.generate().private_bytes_raw())

    def public(self) -> str:
        """The public half, as 64 hexadecimal digits."""
        return self._signer().public_key().public_bytes_raw().hex()

    def sign(self, number: int, head: str) -> str:
        """The signature, as hexadecimal digits. The last head may be signed again, to renew its time."""
        if type(number) is not int or number < 0 or not HEAD.fullmatch(head):
            raise ValueError("a head is a number and 64 hexadecimal digits")
        with self._alone():
            last, its_head = self._signed_last()
            if number < last or (number == last and head != its_head):
                raise HeadRefused("the log has been signed further on, or otherwise")
            if number > last:  # remembered before it is given away
                write_over(self._last, json.dumps([number, head]).encode("ascii"))
        return self._signer().sign(signed_text(number, head)).hex()

    def _signed_last(self) -> tuple[int, str]:
        if not self._last.exists():
            return -1, ""
        number, head = json.loads(self._last.read_bytes())
        return int(number), str(head)

    def _signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self._key.read_bytes())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time, in this process and in others."""
        door = os.open(self._door, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            fcntl.flock(door, fcntl.LOCK_EX)
            yield
        finally:
            os.close(door)


if (
    __name__ == "__main__"
):  # python -m keeper.heads FOLDER: the public key, for the privacy officer to keep
    sys.stdout.write(f"{Heads(Path(sys.argv[1])).public()}\n")

"""Two of three officers bring the master keys back. No one of them can.

Every master key is sealed to one recovery key (HPKE). That key lies here three times, once for each pair of
officers, locked with both their words together. So two words are needed, any two will do, and neither the
words nor the keys need ever be in one place before the day they are used. Nothing is invented: AES-GCM,
HKDF and HPKE from the library. New masters are sealed to the same recovery key, so the words stay good.
"""

from __future__ import annotations

import json
import secrets
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .files import write_over
from .locks import Tampered, lock, unlock
from .masters import Masters

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that can be mistaken for another
GROUPS, GROUP = 8, 4  # 32 letters of 31: 158 bits
OFFICERS = (1, 2, 3)
SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class NotEnough(Exception):
    """One sentence: which word is missing or wrong."""


class Officers:
    """What lies in one keeper's folder, and in its backups, for the day the masters are lost."""

    def __init__(self, folder: Path) -> None:
        self.sealed, self.file = folder / "sealed", folder / "officers.json"

    def appoint(self, masters: Masters) -> dict[int, str]:
        """Three new words, to be printed and forgotten here. Earlier words stop working."""
        words = {officer: _new_word() for officer in OFFICERS}
        private = X25519PrivateKey.generate()
        raw = private.private_bytes_raw()
        told = {
            "public": private.public_key().public_bytes_raw().hex(),
            "checks": {str(officer): _check(word) for officer, word in words.items()},
            "copies": {
                _pair(two): lock(_key(words, two), raw, _pair(two)).hex()
                for two in combinations(OFFICERS, 2)
            },
        }
        write_over(self.file, json.dumps(told).encode())
        for version in masters.versions():
            self.seal(version, masters.of(version))
        return words

    def appointed(self) -> bool:
        return self.file.exists()

    def seal(self, version: int, master: bytes) -> None:
        """Lay a copy of a master that only two officers can open."""
        public = X25519PublicKey.from_public_bytes(bytes.fromhex(self._told()["public"]))
        self.sealed.mkdir(mode=0o700, exist_ok=True)
        path = self.sealed / f"{version:04}"
        write_over(path, SUITE.encrypt(master, public, info=path.name.encode()))

    def recover(self, masters: Masters, words: dict[int, str]) -> list[int]:
        """The masters that were not here and now are. Raises NotEnough."""
        private = self._private(words)
        missing = [path for path in sorted(self.sealed.iterdir()) if path.name.isdigit()]
        missing = [path for path in missing if int(path.name) not in masters.versions()]
        for path in missing:
            master = SUITE.decrypt(path.read_bytes(), private, info=path.name.encode())
            masters.put(int(path.name), master)
        return [int(path.name) for path in missing]

    def _private(self, words: dict[int, str]) -> X25519PrivateKey:
        told = self._told()
        plain = {officer: _plain(word) for officer, word in words.items()}
        for officer, word in plain.items():
            if told["checks"].get(str(officer)) != _check(word):
                raise NotEnough(
                    f"The word of officer {officer} is not right: look at the sheet again."
                )
        two = tuple(sorted(plain))
        if len(two) != 2:
            raise NotEnough("Two different officers are needed.")
        try:
            raw = unlock(_key(plain, two), bytes.fromhex(told["copies"][_pair(two)]), _pair(two))
        except Tampered:
            raise NotEnough("The two words are right, but the copy they open is damaged.") from None
        return X25519PrivateKey.from_private_bytes(raw)

    def _told(self) -> dict[str, Any]:
        try:
            told: dict[str, Any] = json.loads(self.file.read_bytes())
        except FileNotFoundError:
            raise NotEnough("No officers have been appointed here.") from None
        return told


def _new_word() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(GROUPS * GROUP))
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _plain(word: str) -> str:
    """As it was printed, however it was typed."""
    letters = "".join(ch for ch in word.lower() if ch.isalnum())
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _check(word: str) -> str:
    """Tells a word that was typed wrongly; four bytes of 158 bits tell nothing else."""
    return sha256(f"check:{word}".encode()).hexdigest()[:8]


def _pair(two: tuple[int, ...]) -> str:
    return "-".join(map(str, two))


def _key(words: dict[int, str], two: tuple[int, ...]) -> bytes:
    both = "|".join(words[officer] for officer in two).encode()
    return HKDF(SHA256(), 32, salt=None, info=b"two officers").derive(both)

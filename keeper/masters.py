"""The master keys: one file each, newest last. Each person's keys say which master wrapped them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from .files import write_once

BYTES = 32
NAME = re.compile(r"\d{4}")


class Lost(Exception):
    """A master key is not here. Two officers can bring it back: `python -m keeper recover`."""


class Masters:
    """Those in one folder. A master once read is remembered while this process lives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "masters"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._read: dict[int, bytes] = {}

    def versions(self) -> list[int]:
        """Which there are, oldest first."""
        return sorted(int(path.name) for path in self.folder.iterdir() if NAME.fullmatch(path.name))

    def newest(self) -> int:
        """The one that wraps from now on. Raises Lost when there is none."""
        if not (versions := self.versions()):
            raise Lost("there is no master key here")
        return versions[-1]

    def of(self, version: int) -> bytes:
        """32 bytes. Raises Lost."""
        if version not in self._read:
            try:
                self._read[version] = self._path(version).read_bytes()
            except FileNotFoundError:
                raise Lost(f"master key {version} is not here") from None
        return self._read[version]

    def make(self) -> int:
        """A new one, that wraps from now on."""
        version = (self.versions() or [0])[-1] + 1
        self.put(version, os.urandom(BYTES))
        return version

    def put(self, version: int, master: bytes) -> None:
        """Lay one where it belongs: a new one, or one brought back."""
        write_once(self._path(version), master)

    def retire(self, version: int) -> None:
        """It wraps nobody any more, in no backup that is kept."""
        self._path(version).unlink(missing_ok=True)
        self._read.pop(version, None)

    def _path(self, version: int) -> Path:
        return self.folder / f"{version:04}"

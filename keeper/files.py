"""Files that only the keeper reads, and that are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path


def write_once(path: Path, content: bytes) -> None:
    """A new file of mode 0600, on the disk when this returns. Raises FileExistsError when it is there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    _write(draft, content)
    try:
        os.link(draft, path)
    finally:
        draft.unlink()
    _settle(path.parent)


def write_over(path: Path, content: bytes) -> None:
    """The same, in place of what was there: the old or the new, never half."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    _write(draft, content)
    os.replace(draft, path)
    _settle(path.parent)


def add_line(path: Path, line: str) -> None:
    """One line more, on the disk when this returns."""
    there = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(there, f"{line}\n".encode())
        os.fsync(there)
    finally:
        os.close(there)


def _write(path: Path, content: bytes) -> None:
    there = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(there, content)
        os.fsync(there)
    finally:
        os.close(there)


def _settle(folder: Path) -> None:
    there = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(there)
    finally:
        os.close(there)

"""A paper held against an independent checker of PDF/UA-1."""

from __future__ import annotations

import tempfile
from pathlib import Path

import outloud


def check_paper(issued: bytes) -> None:
    """Fails with what the checker says of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "papir.pdf"
        path.write_bytes(issued)
        found = outloud.check(str(path))
    assert (found.verdict, found.errors) == ("pass", 0), found

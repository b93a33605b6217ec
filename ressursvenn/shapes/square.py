"""A link as a square that a phone can read off a screen."""

from __future__ import annotations

from typing import Any

from qrcode import QRCode


def square(link: str) -> dict[str, Any]:
    """For the page: where it is dark, column and row, and how wide it is with its margin."""
    code = QRCode(border=0)
    code.add_data(link)
    rows = code.get_matrix()
    dark = [(x, y) for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark]
    return {"squares": dark, "side": len(rows) + 8}

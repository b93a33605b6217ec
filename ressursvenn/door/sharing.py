"""The picture of the open pages: made once, kept as a file, the same on every machine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ressursvenn.paper import setting

PICTURE = Path(__file__).parent / "static/door/del.png"
DRAWN_ON = date(2026, 11, 30)
TOLD = {"first": "Ressursvenn", "second": "Rød Knapp", "below": "Stopp vold mot kvinner"}


def drawn() -> bytes:
    """The picture, as it would be drawn today."""
    return setting.png("door/share", TOLD, on=DRAWN_ON)

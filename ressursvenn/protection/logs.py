"""What reaches a log: a level, a place and a kind of error. Never a message that could hold a value."""

from __future__ import annotations

import logging
import traceback


class PlaceOnly(logging.Formatter):
    """`ERROR django.request ressursvenn/pairs/changes.py:41 IntegrityError`."""

    def format(self, entry: logging.LogRecord) -> str:
        return " ".join([entry.levelname, entry.name, *self._place(entry)])

    def _place(self, entry: logging.LogRecord) -> list[str]:
        if not entry.exc_info or entry.exc_info[0] is None:
            return [f"{entry.module}:{entry.lineno}"]
        frames = traceback.extract_tb(entry.exc_info[2])
        ours = [frame for frame in frames if "ressursvenn" in frame.filename] or list(frames)
        places = [
            f"{frame.filename.partition('ressursvenn/')[2]}:{frame.lineno}" for frame in ours[-3:]
        ]
        return [*places, entry.exc_info[0].__name__]

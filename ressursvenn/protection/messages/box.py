"""Where messages end in a made-up world: a folder beside the data, one file each, for whoever wants to look."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import get_random_string


def folder() -> Path:
    return Path(settings.DATA) / "box"


def put(channel: str, content: str) -> Path:
    """One file, readable to the one who runs the house alone."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder() / f"{_stamp(timezone.localtime())}-{channel}-{get_random_string(4)}.txt"
    path.touch(mode=0o600)
    path.write_text(content, encoding="utf-8")
    return path


def _stamp(now: datetime) -> str:
    return f"{now:%Y-%m-%d-%H%M%S}"

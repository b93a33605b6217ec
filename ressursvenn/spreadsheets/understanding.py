"""The reading of a workbook, with the day it is and the areas the house knows."""

from __future__ import annotations

from django.utils import timezone

from ressursvenn.neighbourhood import areas

from .reading import workbook
from .reading.rows import Reading


def understood(content: bytes) -> Reading:
    """Raises WorkbookRefused when the file is turned away whole."""
    return workbook.read(content, today=timezone.localdate(), area_code=_area_code)


def _area_code(name: str) -> tuple[str, str]:
    """A name of an area as its code, or as what must be asked.

    Several is a question, never a guess.
    """
    found = areas.named(name)
    if found is None:
        return "", "area_unknown"
    return ("", "area_several") if isinstance(found, areas.Several) else (found.code, "")

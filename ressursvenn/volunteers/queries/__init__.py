"""Every read of volunteers that is more than one row by its key."""

from .day import ONE_BY_ONE, day_lines
from .notes import Notes, Slip, notes_on
from .rows import concerns_visible_to, for_vetting, hours_of, of_person, visible_to

__all__ = [
    "ONE_BY_ONE",
    "Notes",
    "Slip",
    "concerns_visible_to",
    "day_lines",
    "for_vetting",
    "hours_of",
    "notes_on",
    "of_person",
    "visible_to",
]

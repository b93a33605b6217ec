"""Every read of volunteers that is more than one row by its key."""

from ..retention import erased_if_left
from .day import ONE_BY_ONE, day_lines
from .notes import Notes, Slip, held_by, latest_interview, notes_on
from .offers import Said, Told, opened_offers, told_from, told_of
from .rows import concerns_visible_to, for_vetting, held_for, hours_of, of_person, visible_to

__all__ = [
    "ONE_BY_ONE",
    "Notes",
    "Said",
    "Slip",
    "Told",
    "concerns_visible_to",
    "day_lines",
    "erased_if_left",
    "for_vetting",
    "held_by",
    "held_for",
    "hours_of",
    "latest_interview",
    "notes_on",
    "of_person",
    "opened_offers",
    "told_from",
    "told_of",
    "visible_to",
]

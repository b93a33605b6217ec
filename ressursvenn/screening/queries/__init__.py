"""Every read of this room that is more than one row by its key."""

from .day import day_line, day_rows
from .rows import (
    assessed,
    basis_in_force,
    basis_waiting,
    ending_of,
    finished_by,
    in_screening,
    notes_on,
    print_of,
    recipient_of,
    referees_of,
    to_renew,
    with_word,
)

__all__ = [
    "assessed",
    "basis_in_force",
    "basis_waiting",
    "day_line",
    "day_rows",
    "ending_of",
    "finished_by",
    "in_screening",
    "notes_on",
    "print_of",
    "recipient_of",
    "referees_of",
    "to_renew",
    "with_word",
]

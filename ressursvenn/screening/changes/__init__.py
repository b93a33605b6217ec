"""Every write of this room: notes and why there are none, referees, a no, what the papers carry."""

from .basis import propose_basis
from .endings import end_road
from .notes import say_too_old, say_why_none, write_notes
from .papers import note_paper_made, say_where_shown
from .referees import give_link, note_referee, read_statement, receive_statement, strike_referee

__all__ = [
    "end_road",
    "give_link",
    "note_paper_made",
    "note_referee",
    "propose_basis",
    "read_statement",
    "receive_statement",
    "say_too_old",
    "say_where_shown",
    "say_why_none",
    "strike_referee",
    "write_notes",
]

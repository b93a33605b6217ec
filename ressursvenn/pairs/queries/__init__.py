"""Every read of pairs that is more than one row by its key, and who may see which."""

from .board import Board, board, checked, vouch_for, vouched_for, why_not
from .day import day_lines
from .one import (
    Course,
    course,
    courses,
    may_go_on,
    shown_to_volunteer,
    what_both_share,
    who_did_what,
)
from .rows import awaiting_approval, in_order, of_volunteer, opened_names, visible_to

__all__ = [
    "Board",
    "Course",
    "awaiting_approval",
    "board",
    "checked",
    "course",
    "courses",
    "day_lines",
    "in_order",
    "may_go_on",
    "of_volunteer",
    "opened_names",
    "shown_to_volunteer",
    "visible_to",
    "vouch_for",
    "vouched_for",
    "what_both_share",
    "who_did_what",
    "why_not",
]

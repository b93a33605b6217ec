"""Every read of pairs that is more than one row by its key, and who may see which."""

from .board import Board, board, checked, vouch_for, vouched_for, why_not
from .course import Course, course, courses, in_the_way
from .day import day_lines, days_have_passed
from .one import what_both_share, who_did_what, with_notes
from .own import Own, may_go_on, own_pairs, shown_to_volunteer
from .rows import (
    awaiting_approval,
    in_order,
    of_volunteer,
    opened_names,
    opened_records,
    visible_to,
    who_may_approve,
    with_meet_ups,
)

__all__ = [
    "Board",
    "Course",
    "Own",
    "awaiting_approval",
    "board",
    "checked",
    "course",
    "courses",
    "day_lines",
    "days_have_passed",
    "in_order",
    "in_the_way",
    "may_go_on",
    "of_volunteer",
    "opened_names",
    "opened_records",
    "own_pairs",
    "shown_to_volunteer",
    "visible_to",
    "vouch_for",
    "vouched_for",
    "what_both_share",
    "who_did_what",
    "who_may_approve",
    "why_not",
    "with_meet_ups",
    "with_notes",
]

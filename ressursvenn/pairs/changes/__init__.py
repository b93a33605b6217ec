"""Every change to a pair. Keyword-only, named for what happened, by someone, audited as it happens.

`on` is the day it happened; left out, it is today. No day lies ahead, or before the step before.
"""

from .answers import (
    note_her_no,
    note_her_yes,
    note_volunteer_no,
    note_volunteer_yes,
    say_no,
    say_yes,
)
from .care import note_follow_up, raise_concern, settle_concern
from .days import erase_past_days
from .decision import approve, call_off, decide, decline
from .ending import end, note_closing_talk
from .introduction import note_introduced, plan_introduction
from .meet_ups import correct_meet_up, log_meet_up, set_next_meet_up, take_back_meet_up

__all__ = [
    "approve",
    "call_off",
    "correct_meet_up",
    "decide",
    "decline",
    "end",
    "erase_past_days",
    "log_meet_up",
    "note_closing_talk",
    "note_follow_up",
    "note_her_no",
    "note_her_yes",
    "note_introduced",
    "note_volunteer_no",
    "note_volunteer_yes",
    "plan_introduction",
    "raise_concern",
    "say_no",
    "say_yes",
    "set_next_meet_up",
    "settle_concern",
    "take_back_meet_up",
]

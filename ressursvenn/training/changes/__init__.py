"""Every change to courses: laid out, signed up for, noted. Keyword-only, audited as it happens."""

from .attending import call_off_make_up, make_up, note_attendance
from .courses import (
    call_off_course,
    call_off_evening,
    lay_out_course,
    move_evening,
    offer_material,
    put_in_evening,
    put_right_course,
    take_out_material,
)
from .signing_up import invite, regret_withdrawal, sign_up, withdraw

__all__ = [
    "call_off_course",
    "call_off_evening",
    "call_off_make_up",
    "invite",
    "lay_out_course",
    "make_up",
    "move_evening",
    "note_attendance",
    "offer_material",
    "put_in_evening",
    "put_right_course",
    "regret_withdrawal",
    "sign_up",
    "take_out_material",
    "withdraw",
]

"""Every change in this room: groups and their evenings, her own word, talks, gatherings."""

from .evenings import call_off_evening, note_who_came, say_whether_i_come, set_evening
from .gatherings import (
    call_off_gathering,
    note_how_many_came,
    put_gathering_right,
    set_gathering,
)
from .groups import (
    lay_down_group,
    lay_out_group,
    put_group_right,
    take_in,
    take_out,
)
from .strain import note_talk, say_it_is_heavy, take_back_word

__all__ = [
    "call_off_evening",
    "call_off_gathering",
    "lay_down_group",
    "lay_out_group",
    "note_how_many_came",
    "note_talk",
    "note_who_came",
    "put_gathering_right",
    "put_group_right",
    "say_it_is_heavy",
    "say_whether_i_come",
    "set_evening",
    "set_gathering",
    "take_back_word",
    "take_in",
    "take_out",
]

"""How much the room takes in at a time. All of it ours, to be settled.

A flood is met in three places: `turning_away.py` before the rest of the house wakes, a limit for each address,
and at last a cap on what waits, so that no flood fills the disk or the editors' day.
"""

from __future__ import annotations

from datetime import timedelta

WAITING_AT_MOST = {True: 2000, False: 500}  # by whether the browser has solved its puzzle
AN_HOUR_EACH_ADDRESS = 60  # a school class, or a stand in a square, shares one
A_DAY_EACH_MAILBOX = 2  # letters that one mailbox can be made to get
LETTERS_AT_A_TIME = 30  # what one round sends
AT_ONCE, A_SECOND = 30, 2.0  # what the sieve lets through from everybody
AT_WORK = 2  # stands that one process writes down at the same time: the others' pages come first
AT_ONCE_EACH, A_SECOND_EACH = 20, 0.2  # and from one address

PUZZLE_BITS = 16  # some 65,000 tries: a second or two in the background
PUZZLE_LASTS = timedelta(hours=3)

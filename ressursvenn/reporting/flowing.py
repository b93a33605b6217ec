"""How one year goes over into the next: who was there, came, and went. Pure."""

from __future__ import annotations


def begun(at_end: int | None, ended: int | None, at_start: int | None) -> int | None:
    """New in the year; None when one of the three is not known."""
    if at_end is None or ended is None or at_start is None:
        return None
    return at_end + ended - at_start


def reached(at_end: int | None, ended: int | None) -> int | None:
    """Who was in it at some time of the year; None when one of the two is not known."""
    return None if at_end is None or ended is None else at_end + ended

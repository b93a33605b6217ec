"""A stand that nobody confirmed, or that was put aside, goes by its age; a reader of news when she says so."""

from __future__ import annotations

from datetime import date

from ressursvenn.protection import retention

from . import changes


@retention.goes("stand")
def forget_old_stands(before: date) -> int:
    """Those received and not confirmed, or put aside, by that day."""
    return changes.let_lapse(before=before, by=None)

"""From tables to rules: what is known of an interview's notes, and of who wants to read them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from ressursvenn.accounts.models import Person
from ressursvenn.programme.limits import Terms

from .models import InterviewNotes
from .rules import NotesFacts


def of_notes(interview: Any, notes: Iterable[InterviewNotes], reader: Person) -> NotesFacts:
    """`notes` are those of this interview. Nothing is opened."""
    held_it = {interview.first_interviewer_id, interview.second_interviewer_id} - {None}
    done = {row.written_by_id for row in notes if row.done_on}
    return NotesFacts(
        held_it=reader.pk in held_it,
        hers_done=reader.pk in done,
        others_done=len(held_it) == 2 and held_it - {reader.pk} <= done,
    )


def may_be_written(interview: Any, terms: Terms) -> bool:
    """Is it so short a time since they talked with her that notes would not be erased at once?"""
    last = interview.held_on + timedelta(days=terms.limits.keep_undecided_days)
    return bool(terms.today < last)

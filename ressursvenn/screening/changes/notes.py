"""Each of the two who interviewed writes her own notes. Done is done: then they may read each other's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person

from .. import criteria, rules, words
from ..models import InterviewNotes
from ._noting import keep, may_screen

WORDS_AT_MOST = 200
Answers = Mapping[str, tuple[str, str]]  # by criterion: a choice from the list, and a few words


@transaction.atomic
def write_notes(
    *, interview: Any, answers: Answers, by: Person, done: bool = False
) -> InterviewNotes:
    """So far, or for good. Nobody writes in another's, and nothing is changed that the other may have read."""
    may_screen(by, interview.volunteer)
    if by.pk not in (interview.first_interviewer_id, interview.second_interviewer_id):
        raise ValidationError(rules.held_it.sentence, code=rules.held_it.code)
    row = _hers(interview, by)
    if row.done_on:
        raise ValidationError("Notatene dine er ferdige. De endres ikke etterpå.")
    known = criteria.of_set(row.criteria_from)
    _checked(known, answers, done)
    row.answers = [[one.code, *answers.get(one.code, ("", ""))] for one in known]
    row.written_on = timezone.localdate()
    row.done_on, row.done_by = (row.written_on, by) if done else (None, None)
    did = "notes_done" if done else "notes_written"
    return keep(row, by=by, did=did, about=interview.volunteer.reference)


def _hers(interview: Any, by: Person) -> InterviewNotes:
    """Her row, locked; or a new one, by the criteria of the day the two talked with her."""
    rows = InterviewNotes.objects.select_for_update(of=("self",)).select_related("volunteer")
    row = rows.filter(interview=interview, written_by=by).first()
    began, _ = criteria.in_force(interview.held_on)
    return row or InterviewNotes(
        volunteer=interview.volunteer, interview=interview, written_by=by, criteria_from=began
    )


def _checked(known: Iterable[criteria.Criterion], answers: Answers, done: bool) -> None:
    """Raises ValidationError, by criterion."""
    faults = {}
    for one in known:
        choice, said = answers.get(one.code, ("", ""))
        if choice not in words.CHOICES and (choice or done):
            faults[one.code] = "Velg ett svar. Ble det ikke spurt om, så velg «ikke spurt»."
        elif len(said) > WORDS_AT_MOST:
            faults[f"{one.code}_words"] = f"Skriv høyst {WORDS_AT_MOST} tegn."
    if faults:
        raise ValidationError(faults)

"""Each of the two who interviewed writes her own notes, and then reads the other's; or it is said why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import criteria, facts, queries, rules, words
from ..models import Assessment, InterviewNotes
from ._noting import keep, may_screen

WORDS_AT_MOST = 200
OTHER_FIRST = "Dette noteres av en annen, når den andre har skrevet sine. Ellers snakker to med henne på nytt."
Answers = Mapping[str, tuple[str, str]]  # by criterion: a choice from the list, and a few words


@transaction.atomic
def write_notes(
    *, interview: Any, answers: Answers, by: Person, done: bool = False
) -> InterviewNotes:
    """So far, or for good. Nobody writes in another's, and nothing is changed that the other may have read."""
    may_screen(by, interview.volunteer)
    _held_it(interview, by)
    row = _hers(interview, by)
    if row.done_on:
        raise ValidationError("Notatene dine er ferdige. De endres ikke etterpå.")
    known = criteria.of_set(row.criteria_from)
    _checked(known, answers, done)
    row.answers = [[one.code, *answers.get(one.code, ("", ""))] for one in known]
    row.written_on = timezone.localdate()
    row.done_on, row.done_by = (row.written_on, by) if done else (None, None)
    if done:
        _kept(_assessment(interview, of=by, by=by))
    did = "notes_done" if done else "notes_written"
    return keep(row, by=by, did=did, about=interview.volunteer.reference)


@transaction.atomic
def say_why_none(*, interview: Any, of: Person, why: str, by: Person) -> Assessment:
    """One of the two will not write, and the other has: said by another than herself."""
    may_screen(by, interview.volunteer)
    _held_it(interview, of)
    if why not in words.WHY_ONE:
        raise ValidationError({"why": "Velg fra listen."})
    assessed = queries.assessed(interview)
    if of.pk in assessed:
        raise ValidationError({"of": "Det er alt notert."})
    if of == by or "" not in assessed.values():
        raise ValidationError({"why": OTHER_FIRST})
    row = _assessment(interview, of=of, by=by, why_none=why)
    return keep(row, by=by, did="why_no_notes_said", about=interview.volunteer.reference)


@transaction.atomic
def say_too_old(*, interview: Any, by: Person, on_a_list: bool = False) -> None:
    """Whoever of the two has not written, will not: it is too long ago, or stands on an old list."""
    may_screen(by, interview.volunteer)
    if not on_a_list and facts.may_be_written(interview, accounts.terms(None)):
        raise ValidationError("Intervjuet er ikke for gammelt. Notatene kan skrives ennå.")
    why, known = words.LIST if on_a_list else words.OLD, queries.assessed(interview)
    held = (interview.first_interviewer, interview.second_interviewer)
    for one in (person for person in held if person and person.pk not in known):
        _kept(_assessment(interview, of=one, by=by, why_none=why))
    audit.record(by=by, did="screening.said_too_old", to=interview.volunteer)


def _kept(row: Assessment) -> None:
    row.full_clean()
    row.save()


def _held_it(interview: Any, person: Person) -> None:
    if person.pk not in (interview.first_interviewer_id, interview.second_interviewer_id):
        raise ValidationError(rules.held_it.sentence, code=rules.held_it.code)


def _assessment(interview: Any, *, of: Person, by: Person, why_none: str = "") -> Assessment:
    """That one of the two has said what she found, or why she has not; the same row when she does after all."""
    row = Assessment.objects.filter(interview=interview, of=of).first()
    row = row or Assessment(volunteer=interview.volunteer, interview=interview, of=of)
    row.said_on, row.said_by, row.why_none = timezone.localdate(), by, why_none
    return row


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

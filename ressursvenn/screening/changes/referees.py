"""A referee is noted, gets a link, answers once without an account, and is read by somebody."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import queries, words
from ..models import Referee
from ._noting import keep, may_screen


@transaction.atomic
def note_referee(*, volunteer: Any, name: str, contact: str, relation: str, by: Person) -> Referee:
    """Somebody she says that we may ask."""
    may_screen(by, volunteer)
    _on_her_way(volunteer)
    if relation not in words.RELATIONS:
        raise ValidationError({"relation": "Velg fra listen."})
    if not name or not contact:
        raise ValidationError(
            {"contact": "Skriv navnet, og et telefonnummer eller en e-postadresse."}
        )
    row = Referee(volunteer=volunteer, name=name, contact=contact, relation=relation)
    row.noted_on, row.noted_by = timezone.localdate(), by
    return keep(row, by=by, did="referee_noted", about=volunteer.reference)


@transaction.atomic
def give_link(*, referee: Referee, by: Person) -> str:
    """The word of a link that works once. An older one stops working. It is shown, and kept nowhere."""
    may_screen(by, referee.volunteer)
    row = _locked(referee)
    _on_her_way(row.volunteer)
    if row.came_in:
        raise ValidationError("Hun har allerede svart.")
    word = secrets.token_urlsafe(24)
    row.word_print = queries.print_of(word)
    row.linked_on, row.linked_by = timezone.localdate(), by
    keep(row, by=by, did="referee_link_given", about=row.volunteer.reference)
    return word


@transaction.atomic
def receive_statement(
    *, word: str, answers: Mapping[str, str], said: str, by: Person | None = None
) -> Referee | None:
    """Whoever has the link has answered: sealed unseen, once. None when the word is no longer good."""
    waiting = queries.with_word(word)
    row = _locked(waiting) if waiting else None
    if row is None or row.word_print != queries.print_of(word):
        return None
    unanswered = {
        code: "Velg ett svar."
        for code in words.QUESTIONS
        if answers.get(code) not in words.ANSWERS[code]
    }
    if unanswered:
        raise ValidationError(unanswered)
    row.answers = [[code, answers[code]] for code in words.QUESTIONS]
    row.said, row.word_print, row.name, row.contact = said, "", "", ""
    row.came_in = timezone.localdate()
    return keep(row, by=by, did="statement_received", about=row.volunteer.reference)


@transaction.atomic
def read_statement(*, referee: Referee, by: Person) -> Referee:
    """Somebody reads what she said. The first time is noted; the opening is in the log each time."""
    may_screen(by, referee.volunteer)
    row = _locked(referee)
    if row.came_in is None:
        raise ValidationError("Hun har ikke svart ennå.")
    if row.read_on:
        return row
    row.read_on, row.read_by = timezone.localdate(), by
    return keep(row, by=by, did="statement_read", about=row.volunteer.reference)


@transaction.atomic
def strike_referee(*, referee: Referee, by: Person) -> None:
    """She is not asked after all. What she has said is not struck: it goes by its own time."""
    may_screen(by, referee.volunteer)
    row = _locked(referee)
    if row.came_in:
        raise ValidationError("Hun har allerede svart. Svaret slettes av seg selv.")
    audit.record(by=by, did="screening.referee_struck", to=row, about=[row.volunteer.reference])
    row.delete()


def _on_her_way(volunteer: Any) -> None:
    if volunteer.left_on:
        raise ValidationError("Veien hennes er slutt. Da spør vi ingen om henne.")


def _locked(referee: Referee) -> Referee:
    rows = Referee.objects.select_for_update(of=("self",)).select_related("volunteer")
    return rows.get(pk=referee.pk)

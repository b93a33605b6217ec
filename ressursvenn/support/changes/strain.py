"""Her own word that it is getting heavy, and the talk that answers it.

The log says that a word was given, by whom. That it was heavy is not in the log: others read it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, rules, words
from ..models import Strain, Talk
from ._ground import has_been, herself, kept, may_guide, or_why_not


@transaction.atomic
def say_it_is_heavy(*, volunteer: Any, by: Person, wish: str = "") -> Strain:
    """One tap, and at most one wish from a list. Nobody else says it for her."""
    herself(by, volunteer)
    if wish not in words.WISHES:
        raise ValidationError("Velg fra listen, eller bare si fra.")
    or_why_not(rules.may_say(facts.of_saying(volunteer, by), accounts.terms(volunteer.association)))
    row = Strain(volunteer=volunteer, said_on=timezone.localdate(), said_by=by, wish=wish)
    kept(row)
    audit.record(by=by, did="support.word_given", to=volunteer, about=[row.reference])
    return row


@transaction.atomic
def take_back_word(*, strain: Strain, by: Person) -> Strain:
    """She takes it back, without a reason. It leaves the list at once."""
    herself(by, strain.volunteer)
    if strain.answered_on or strain.taken_back_on:
        raise ValidationError("Det er alt tatt tilbake, eller noen har snakket med deg.")
    strain.taken_back_on, strain.taken_back_by = timezone.localdate(), by
    kept(strain)
    audit.record(
        by=by, did="support.word_taken_back", to=strain.volunteer, about=[strain.reference]
    )
    return strain


@transaction.atomic
def note_talk(
    *, volunteer: Any, on: date, length: str, mood: str, next_step: str, by: Person
) -> Talk:
    """Two have talked. A word of hers from before that day is answered by it."""
    may_guide(by, volunteer)
    has_been(on)
    lists = {"length": words.LENGTHS, "mood": words.MOODS, "next_step": words.NEXT_STEPS}
    told = {"length": length, "mood": mood, "next_step": next_step}
    wrong = {name: "Velg fra listen." for name, code in told.items() if code not in lists[name]}
    if wrong:
        raise ValidationError(wrong)
    if volunteer.person_id == by.pk:
        raise PermissionDenied
    talk = kept(Talk(volunteer=volunteer, held_on=on, held_by=by, **told))
    heard = Strain.objects.filter(
        volunteer=volunteer, said_on__lte=on, answered_on=None, taken_back_on=None
    )
    heard.update(answered_on=timezone.localdate(), answered_by=by)
    audit.record(by=by, did="support.talked", to=volunteer, about=[talk.reference])
    return talk

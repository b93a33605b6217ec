"""Her own word that it is getting heavy, and the talk that answers it.

The log says that she said something, as when she says whether she comes. What it was, others do not read.
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
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, queries, rules, words
from ..models import Strain, Talk
from ._ground import SAID, has_been, herself, kept, may_guide

NOT_ANSWERED = (
    "Hun hadde ikke sagt fra da, eller det er tatt tilbake eller besvart siden."
    " Noter samtalen uten krysset."
)


@transaction.atomic
def say_it_is_heavy(*, volunteer: Any, by: Person, wish: str = "") -> Strain:
    """One tap, and at most one wish from a list. Said again it is the same word, with the latest wish."""
    herself(by, volunteer)
    if wish not in words.WISHES:
        raise ValidationError("Velg fra listen, eller bare si fra.")
    known, terms = facts.of_saying(volunteer, by), accounts.terms(volunteer.association)
    or_why_not(not_met(rules.may_say(known, terms)))
    said = queries.own_strain(by).first()
    row = said or Strain(volunteer=volunteer, said_on=timezone.localdate(), said_by=by, wish=wish)
    if wish:
        row.wish = wish
    kept(row)
    audit.record(by=by, did=SAID, to=volunteer)
    return row


@transaction.atomic
def take_back_word(*, strain: Strain, by: Person) -> Strain:
    """She takes it back, without a reason. It leaves the list at once."""
    herself(by, strain.volunteer)
    if strain.answered_on or strain.taken_back_on:
        raise ValidationError("Det er alt tatt tilbake, eller noen har snakket med deg.")
    strain.taken_back_on, strain.taken_back_by = timezone.localdate(), by
    kept(strain)
    audit.record(by=by, did=SAID, to=strain.volunteer)
    return strain


@transaction.atomic
def note_talk(
    *,
    volunteer: Any,
    on: date,
    length: str,
    mood: str,
    next_step: str,
    by: Person,
    answers: bool = False,
) -> Talk:
    """Two have talked. It answers her word when whoever held it has heard that word, and says so."""
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
    if answers:
        _answered(volunteer, on, by)
    audit.record(by=by, did="support.talked", to=volunteer, about=[talk.reference])
    return talk


def _answered(volunteer: Any, on: date, by: Person) -> None:
    """Only a word that she can hear who held the talk, and that was said by then."""
    heard = queries.open_strains_heard_by(by).filter(volunteer=volunteer, said_on__lte=on)
    closed = Strain.objects.filter(pk__in=[row.pk for row in heard])
    if not closed.update(answered_on=timezone.localdate(), answered_by=by):
        raise ValidationError({"answers": NOT_ANSWERED})

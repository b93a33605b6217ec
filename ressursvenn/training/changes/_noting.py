"""What every change here does the same way: ask who may and what holds, keep the row, audit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from django.db import models

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Rule, refusals
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not

from .. import facts
from ..models import Course

Row = TypeVar("Row", bound=models.Model)


def may_lead(by: Person, course: Course) -> None:
    """Raises PermissionDenied."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, course)


def she_or_staff(by: Person, volunteer: Any) -> None:
    """She herself, or whoever leads courses in her association. Raises PermissionDenied."""
    if by is not None and by.pk == volunteer.person_id and by.may(Permission.OWN_ROAD):
        return
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, volunteer)


def holds(may: tuple[Rule[Any], ...], known: Any, terms: Terms) -> None:
    """Raises ValidationError with the sentence of every rule that says no."""
    noes = refusals(may, known, terms)
    or_why_not(replace(no, sentence=f"Ikke oppfylt: {no.sentence}") for no in noes)


def terms_of(course: Course) -> Terms:
    """The numbers of its association as they are today."""
    return accounts.terms(course.association)


def locked(course: Course) -> Course:
    """The course as it stands now, so that nobody else counts its places meanwhile."""
    rows = Course.objects.select_for_update(of=("self",)).select_related("association")
    now: Course = facts.with_guests(rows).get(pk=course.pk)
    return now


def keep(row: Row, *, by: Person, did: str, to: models.Model | None = None, on: str = "") -> Row:
    """Check the row against all that the table demands, save it, and leave one audit entry.

    `to` is whom or what it was done to, when that is not the row; `on` the reference of the course.
    """
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"training.{did}", to=to or row, about=[on] if on else ())
    return row

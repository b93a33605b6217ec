"""What every change here does the same way: ask who may, lock the row, ask the rules, keep it, audit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, rules
from ..rules import SaidFacts, TwoFacts

Row = TypeVar("Row", bound=models.Model)
GONE = "Det er alt kastet, eller bekreftet av en annen."
NOBODY = "Ta bort e-post og telefonnummer. Navngi organ og rolle, ikke et menneske."


def may_edit(by: Person) -> None:
    """Raises PermissionDenied."""
    guard.check(by, Permission.EDIT_ALLIANCE)


def locked(row: Row, by: Person, **must: Any) -> Row:
    """As it is in the database now, and so until we are done. `must` is how it has to stand."""
    may_edit(by)
    model = type(row)
    found = model._default_manager.select_for_update().filter(pk=row.pk, **must).first()
    if found is None:
        raise ValidationError(GONE)
    return found


def holds(ask: Callable[[Any, Terms], tuple[Refusal, ...]], known: Any) -> None:
    """Raises ValidationError with the sentence of every rule that says no."""
    or_why_not(not_met(ask(known, accounts.terms(None))))


def reaches_nobody(**said: str) -> None:
    """Raises ValidationError beside each field in which somebody could be reached."""
    terms = accounts.terms(None)
    told = {
        field: NOBODY
        for field, text in said.items()
        if rules.may_be_said(SaidFacts(text=text), terms)
    }
    if told:
        raise ValidationError(told)


def confirmed(row: Any, known: TwoFacts, *, by: Person, did: str, to: Any = None) -> Any:
    """Another editor has read it, and stands for it. Everybody reads it from now on."""
    holds(rules.may_be_confirmed, known)
    row.confirmed_on, row.confirmed_by = timezone.localdate(), by
    return keep(row, by=by, did=did, to=to)


def two_of(row: Any, by: Person) -> TwoFacts:
    """Who wrote it, and who would confirm it."""
    first = row.written_by_id if hasattr(row, "written_by_id") else row.noted_by_id
    return facts.of_two(first, by.pk)


def keep(row: Row, *, by: Person, did: str, to: models.Model | None = None) -> Row:
    """Check it against all that the table demands, save it, and leave one entry in the log."""
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"agenda.{did}", to=to or row)
    return row

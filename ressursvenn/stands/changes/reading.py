"""An editor reads a stand: it passes, or is put aside, and can be fetched back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import not_met, or_why_not

from .. import facts, rules, words
from ..models import Stand

GONE = "Den som tok standpunktet, har tatt det bort."


@transaction.atomic
def let_pass(*, stand: Stand, by: Person) -> Stand:
    """It may be shown, now or as soon as whoever took it confirms it. Where it came from is forgotten."""
    row = _locked(stand, by)
    or_why_not(not_met(rules.may_be_read_out(facts.of(row), accounts.terms(None))))
    row.passed_on, row.passed_by, row.domain = timezone.localdate(), by, ""
    row.put_aside_on = row.put_aside_by = None
    row.why = ""
    return _kept(row, did="passed", by=by)


@transaction.atomic
def put_aside(*, stand: Stand, why: str, by: Person) -> Stand:
    """It is not shown, or no longer shown. After a while nothing of it is left."""
    row = _locked(stand, by)
    if why not in words.REASONS:
        raise ValidationError("Velg hvorfor det legges bort.")
    row.put_aside_on, row.put_aside_by, row.why = timezone.localdate(), by, why
    row.passed_on = row.passed_by = None
    return _kept(row, did="put_aside", by=by)


@transaction.atomic
def fetch_back(*, stand: Stand, by: Person) -> Stand:
    """What was put aside, or passed, is in the queue again, as if nobody had read it."""
    row = _locked(stand, by)
    row.put_aside_on = row.put_aside_by = row.passed_on = row.passed_by = None
    row.why = ""
    return _kept(row, did="fetched_back", by=by)


def _locked(stand: Stand, by: Person) -> Stand:
    """As it is in the database now, and so until we are done."""
    guard.check(by, Permission.EDIT_ALLIANCE)
    row = Stand.objects.select_for_update().filter(pk=stand.pk).first()
    if row is None:
        raise ValidationError(GONE)
    return row


def _kept(row: Stand, *, did: str, by: Person) -> Stand:
    row.full_clean()
    row.save()
    audit.record(by=by, did=f"stands.{did}", to=row)
    return row

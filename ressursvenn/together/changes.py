"""Asked, answered, taken back, used. Each locks the row, reads both people anew, and asks every rule."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import refusals
from ressursvenn.protection import audit
from ressursvenn.shapes.refusing import or_why_not

from . import acts, facts, rules
from .models import ALREADY_ASKED, OPEN, Asked


@transaction.atomic
def ask(
    *, act: str, about: str, association: Association | None, by: Person, detail: str = ""
) -> Asked:
    """One of two has said that this should be done. Nothing happens before another says yes."""
    what, first = acts.called(act), _as_she_is_now(by)
    guard.check(first, what.may_ask)
    if not facts.may_ask(first, what, association.pk if association else None):
        raise PermissionDenied
    if first.reference == about:
        raise ValidationError("Ingen spør om noe som gjelder henne selv.", code="TOG-02")
    _let_old_ones_lapse(act, about, detail)
    now = timezone.now()
    asked = Asked(act=act, about=about, detail=detail, association=association, asked_by=first)
    asked.asked_at, asked.good_until = now, now + what.lasts
    asked.stood = what.stands(about=about, detail=detail, association=association)
    _keep_the_only_one(asked)
    audit.record(by=by, did="together.asked", to=asked, about=[about], purpose=act)
    return asked


@transaction.atomic
def answer(*, asked: Asked, yes: bool, by: Person) -> Asked:
    """The other of two has answered. Her yes does it, in this same transaction; or neither happens."""
    row, second = _locked(asked), _as_she_is_now(by)
    what = acts.called(row.act)
    known = facts.of_answer(row, what, second, _stands_now(row, what) if yes else None)
    or_why_not(refusals(rules.MAY_SAY_YES if yes else rules.MAY_SAY_NO, known, _terms(row)))
    row.answered_at, row.answered_by, row.yes = timezone.now(), second, yes
    row.full_clean()
    row.save()
    did = "together.agreed" if yes else "together.declined"
    audit.record(by=by, did=did, to=row, about=[row.about], purpose=row.act)
    if yes:
        row.__dict__["outcome"] = what.done(asked=row, by=second)
    return row


@transaction.atomic
def take_back(*, asked: Asked, by: Person) -> Asked:
    """It is no longer asked for: said by whoever asked, or another here who could have."""
    row, person = _locked(asked), _as_she_is_now(by)
    if not facts.may_ask(person, acts.called(row.act), row.association_id):
        raise PermissionDenied
    if row.answered_at or row.taken_back_at or row.lapsed:
        raise ValidationError("Det venter ikke lenger på svar.", code="TOG-05")
    row.taken_back_at, row.taken_back_by = timezone.now(), person
    row.full_clean()
    row.save()
    audit.record(by=by, did="together.taken_back", to=row, about=[row.about], purpose=row.act)
    return row


@transaction.atomic
def use_up(*, asked: Asked, by: Person) -> Asked:
    """What two agreed on has been done, and cannot be done again on the same yes."""
    row = _locked(asked)
    if not row.yes or row.used_at:
        raise ValidationError("De to er ikke enige, eller det er allerede gjort.", code="TOG-05")
    if by.pk not in (row.asked_by_id, row.answered_by_id):
        raise PermissionDenied
    if row.good_until <= timezone.now():
        raise ValidationError(rules.in_time.sentence, code="TOG-07")
    row.used_at, row.used_by = timezone.now(), by
    row.full_clean()
    row.save()
    audit.record(by=by, did="together.used", to=row, about=[row.about], purpose=row.act)
    return row


def _locked(asked: Asked) -> Asked:
    """The row as it is now, and nobody else's until we are done; with the first of the two."""
    rows = facts.with_part_takers(Asked.objects.select_for_update(of=("self",)))
    row: Asked = rows.select_related("asked_by", "association").get(pk=asked.pk)
    return row


def _as_she_is_now(by: Person) -> Person:
    """What she may is read from the table, not from a page that was opened before."""
    if by is None:
        raise PermissionDenied
    return Person.objects.get(pk=by.pk)


def _terms(row: Asked) -> Terms:
    return accounts.terms(row.association)


def _stands_now(row: Asked, what: acts.Act) -> str | None:
    """None when the thing is gone, or can no longer be asked about: then it is not as it was."""
    try:
        return what.stands(about=row.about, detail=row.detail, association=row.association)
    except ValidationError:
        return None


def _let_old_ones_lapse(act: str, about: str, detail: str) -> None:
    """A question that nobody answered in time makes room for a new one."""
    same = Asked.objects.filter(OPEN, act=act, about=about, detail=detail)
    same.filter(good_until__lte=timezone.now()).update(lapsed=True)


def _keep_the_only_one(asked: Asked) -> None:
    """Its constraints are for the table to ask, which has the last word when two ask at the same moment."""
    asked.full_clean(validate_constraints=False)
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError:
        raise ValidationError(ALREADY_ASKED, code="asked") from None

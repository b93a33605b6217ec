"""Somebody is invited, signs up, withdraws, regrets it. Who has a place is read off when each signed up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from .. import facts, queries, rules
from ..models import Course, SignUp
from ._noting import holds, keep, locked, may_lead, she_or_staff, terms_of


@transaction.atomic
def invite(*, course: Course, invited: Iterable[Any], by: Person) -> int:
    """They are asked to come. Who has an account sees it there; the others are told. Returns how many.

    The course is locked first: whoever signed up a moment ago stands, and is not asked.
    """
    may_lead(by, course)
    asked, now = list(invited), locked(course)
    holds(rules.MAY_INVITE, facts.of_course(now), terms_of(now))
    known = set(queries.may_be_invited(by, now).values_list("pk", flat=True))
    chosen = [volunteer for volunteer in asked if volunteer.pk in known]
    if not chosen:
        raise ValidationError("Velg minst én som ikke er spurt fra før.")
    for volunteer in chosen:
        row = _row_of(now, volunteer)
        row.invited_on, row.invited_by = timezone.localdate(), by
        row.signed_up_at = row.signed_up_by = row.withdrawn_at = row.withdrawn_by = None
        row.was_full = False
        row.full_clean()
        row.save()
    about = [now.reference, *(volunteer.reference for volunteer in chosen)]
    audit.record(by=by, did="training.invited", about=about)
    return len(chosen)


@transaction.atomic
def sign_up(*, course: Course, volunteer: Any, by: Person) -> SignUp:
    """She wants to come: said by herself, or by a coordinator for her. With a place, or in the line."""
    she_or_staff(by, volunteer)
    now = locked(course)
    holds(rules.MAY_SIGN_UP, facts.of_sign_up(now, volunteer), terms_of(now))
    row = _row_of(now, volunteer)
    row.was_full = len(facts.queue_of(now).with_place) >= facts.places_in(now)
    row.signed_up_at, row.signed_up_by = timezone.now(), by
    row.withdrawn_at = row.withdrawn_by = None
    return keep(row, by=by, did="signed_up", to=volunteer, on=now.reference)


@transaction.atomic
def withdraw(*, course: Course, volunteer: Any, by: Person) -> SignUp:
    """She does not come after all, or says no to an invitation. The next in line has her place."""
    she_or_staff(by, volunteer)
    now = locked(course)
    row = _standing(now, volunteer)
    if row is None or row.withdrawn_at:
        raise ValidationError("Det er ingen påmelding å ta tilbake.")
    known = facts.of_withdrawal(now, row, queries.sign_ups_of(now))
    holds(rules.MAY_WITHDRAW, known, terms_of(now))
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by
    return keep(row, by=by, did="sign_up_withdrawn", to=volunteer, on=now.reference)


@transaction.atomic
def regret_withdrawal(*, course: Course, volunteer: Any, by: Person) -> SignUp:
    """She comes after all, and stands where she stood: the same day, and if nobody loses a place by it."""
    she_or_staff(by, volunteer)
    now = locked(course)
    row = _standing(now, volunteer)
    if row is None or not row.withdrawn_at:
        raise ValidationError("Det er ingen avmelding å angre.")
    known = facts.of_withdrawal(now, row, queries.sign_ups_of(now))
    holds(rules.MAY_COME_BACK, known, terms_of(now))
    row.withdrawn_at = row.withdrawn_by = None
    return keep(row, by=by, did="withdrawal_regretted", to=volunteer, on=now.reference)


def _standing(course: Course, volunteer: Any) -> SignUp | None:
    rows = SignUp.objects.filter(course=course, volunteer=volunteer)
    return rows.select_related("volunteer").first()


def _row_of(course: Course, volunteer: Any) -> SignUp:
    """The row of hers on this course, or a new one."""
    return _standing(course, volunteer) or SignUp(course=course, volunteer=volunteer)

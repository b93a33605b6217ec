"""Somebody gets an account, another role, or leaves."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from ressursvenn.protection import audit
from ressursvenn.protection.references import new_reference

from .. import guard
from ..models import Association, CrisisCentre, Person
from ..permissions import GIVEN_BY_ONE, Permission
from ._ground import all_sessions_over, may_run


@transaction.atomic
def take_in(
    *,
    sign_name: str,
    name: str,
    role: str,
    by: Person | None,
    email: str = "",
    association: Association | None = None,
    centre: CrisisCentre | None = None,
    password: str | None = None,
) -> Person:
    """Somebody gets an account with one role. There is no change of role: that takes two people.

    So does a role that sees people: an administrator who gave herself a second account would see all.
    """
    may_run(by)
    if by is not None and role not in GIVEN_BY_ONE:
        raise PermissionDenied
    person = Person(sign_name=sign_name, name=name, email=email, role=role)
    person.association, person.crisis_centre = association, centre
    person.set_password(password) if password else person.set_unusable_password()
    person.full_clean(exclude=["password"])
    person.save()
    if email:
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    audit.record(by=by, did="accounts.person_taken_in", to=person)
    return person


@transaction.atomic
def take_in_volunteer(*, association: Association, by: Person) -> Person:
    """A volunteer gets an account of her own, with no password yet: invite her to choose one.

    Her name stays where it is, encrypted: the account knows her by what she signs in with.
    """
    guard.check(by, Permission.LEAD_PAIRS)
    person = Person(role="volunteer", association=association)
    guard.same_house(by, person)
    person.sign_name = person.name = f"venn-{new_reference()[:5]}"
    person.set_unusable_password()
    person.full_clean(exclude=["password"])
    person.save()
    audit.record(by=by, did="accounts.volunteer_taken_in", to=person)
    return person


@transaction.atomic
def change_role(
    *,
    person: Person,
    role: str,
    association: Association | None,
    centre: CrisisCentre | None,
    asked_by: Person,
    by: Person,
) -> Person:
    """Two people have agreed on it: a system administrator asked, another said yes. `by` is the other.

    It holds from her next request, and every session she has open ends. A volunteer's account is hers
    through her own place in the programme, and becomes no other.
    """
    guard.check(asked_by, Permission.RUN_SYSTEM)
    guard.check(by, Permission.CONFIRM_ACCOUNTS)
    if len({person.pk, asked_by.pk, by.pk}) < 3:
        raise PermissionDenied
    row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not row.is_active or "volunteer" in (row.role, role):
        raise ValidationError("Rollen kan ikke endres på denne kontoen.")
    row.role, row.association, row.crisis_centre = role, association, centre
    row.full_clean(exclude=["password"])
    row.save(update_fields=["role", "association", "crisis_centre"])
    all_sessions_over(row)
    audit.record(by=by, did="accounts.role_changed", to=row, about=[asked_by.reference])
    return row


@transaction.atomic
def close_account(*, person: Person, on: date, by: Person) -> Person:
    """A volunteer has left: her next request is refused."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, person)
    if person.role != "volunteer":
        raise PermissionDenied
    person.left_on, person.left_by = on, by
    person.save(update_fields=["left_on", "left_by"])
    all_sessions_over(person)
    audit.record(by=by, did="accounts.account_closed", to=person)
    return person

"""Every change to accounts and associations."""

from __future__ import annotations

from datetime import date

from allauth.account.models import EmailAddress
from django.db import transaction

from ressursvenn.protection import audit

from . import guard
from .models import Association, Cooperation, CrisisCentre, LocalLimits, Person
from .permissions import Permission


@transaction.atomic
def open_association(*, slug: str, name: str, by: Person | None) -> Association:
    """A local association takes the system into use."""
    _may_run(by)
    association = Association(slug=slug, name=name)
    association.full_clean()
    association.save()
    audit.record(by=by, did="accounts.association_opened", to=association)
    return association


@transaction.atomic
def agree_to_cooperate(
    *, association: Association, centre: CrisisCentre, by: Person | None
) -> Cooperation:
    """From now on this crisis centre may refer to this association."""
    _may_run(by)
    cooperation, _ = Cooperation.objects.get_or_create(
        association=association, crisis_centre=centre
    )
    audit.record(by=by, did="accounts.cooperation_agreed", to=association)
    return cooperation


@transaction.atomic
def name_centre(*, slug: str, name: str, by: Person | None) -> CrisisCentre:
    """A crisis centre is known by name, so that somebody may refer from it."""
    _may_run(by)
    centre = CrisisCentre(slug=slug, name=name)
    centre.full_clean()
    centre.save()
    audit.record(by=by, did="accounts.centre_named")
    return centre


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
    """Somebody gets an account with one role. There is no change of role: that takes two people."""
    _may_run(by)
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
def set_local_limits(
    *, association: Association, begins: date, numbers: dict[str, int | bool], by: Person
) -> LocalLimits:
    """An association decides numbers of its own, from a day on. Decisions remember their set."""
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(by, LocalLimits(association=association))
    limits = LocalLimits(association=association, begins=begins, numbers=numbers, set_by=by)
    limits.full_clean()
    limits.save()
    audit.record(by=by, did="accounts.local_limits_set", to=association)
    return limits


def _may_run(by: Person | None) -> None:
    """The house itself (None: a command on the machine) or a system administrator."""
    if by is not None:
        guard.check(by, Permission.RUN_SYSTEM)

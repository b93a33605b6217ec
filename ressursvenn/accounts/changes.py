"""Every change to accounts and associations."""

from __future__ import annotations

import secrets
from datetime import date

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.protection import audit, fingerprints
from ressursvenn.protection.references import new_reference

from . import guard
from .models import Association, Cooperation, CrisisCentre, Invitation, LocalLimits, Person
from .permissions import GIVEN_BY_ONE, Permission


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
    """Somebody gets an account with one role. There is no change of role: that takes two people.

    So does a role that sees people: an administrator who gave herself a second account would see all.
    """
    _may_run(by)
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
def invite(*, person: Person, by: Person) -> str:
    """A word that lets a volunteer choose her password, once, within a day. It is told to nobody else.

    An older word stops working. A second factor that she has is not touched. Whoever holds the word may
    come to see what she sees, so only those who may see the participant anyway can make one.
    """
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(by, person)
    if not person.may(Permission.OWN_PAIR):
        raise PermissionDenied
    word = secrets.token_urlsafe(24)
    word_print = fingerprints.of_identity("invitation", word)
    Invitation.objects.create(person=person, word_print=word_print, made_by=by)
    audit.record(by=by, did="accounts.invited", to=person)
    return word


@transaction.atomic
def close_account(*, person: Person, on: date, by: Person) -> Person:
    """A volunteer has left: her next request is refused."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    guard.same_house(by, person)
    if person.role != "volunteer":
        raise PermissionDenied
    person.left_on, person.left_by = on, by
    person.save(update_fields=["left_on", "left_by"])
    audit.record(by=by, did="accounts.account_closed", to=person)
    return person


@transaction.atomic
def accept_invitation(*, invitation: Invitation, password: str, by: Person) -> Person:
    """She has chosen a password. The word in the link is used up."""
    row = Invitation.objects.select_for_update().select_related("person").get(pk=invitation.pk)
    if row.used_at is not None or by.pk != row.person_id or not by.is_active:
        raise ValidationError("Lenken er brukt. Be om en ny.")
    validate_password(password, row.person)
    row.person.set_password(password)
    row.person.save(update_fields=["password"])
    row.used_at, row.used_by = timezone.now(), by
    row.save()
    audit.record(by=by, did="accounts.invitation_accepted", to=row.person)
    return row.person


def _may_run(by: Person | None) -> None:
    """The house itself (None: a command on the machine) or a system administrator."""
    if by is not None:
        guard.check(by, Permission.RUN_SYSTEM)

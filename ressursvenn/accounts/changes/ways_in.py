"""How somebody gets in for the first time, and anew when she has lost what she signed in with.

A word is told to her by whoever stands beside her, or read to her by one of two who agreed. It works once,
within a day. With it she gets in and chooses what to sign in with in one act: there is no moment when a
password alone, or the word alone, is enough.
"""

from __future__ import annotations

import secrets

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.protection import audit, fingerprints

from .. import factors, guard, proofs
from ..models import Invitation, Person
from ..permissions import Permission
from ._ground import all_sessions_over, is_herself, make_app, make_passkey

USED = "Lenken er brukt. Be om en ny."


@transaction.atomic
def invite(*, person: Person, by: Person) -> str:
    """A word that lets a volunteer choose her password, once, within a day. It is told to nobody else.

    An older word stops working. A second factor that she has is not touched. Whoever holds the word may
    come to see what she sees, so only those who may see the participant anyway can make one.
    """
    _leads_her(by, person)
    word = _new_word(person, by=by, anew=False)
    audit.record(by=by, did="accounts.invited", to=person)
    return word


@transaction.atomic
def open_recovery(*, person: Person, by: Person | None) -> str:
    """A word with which she gets in anew; what she has now stops working when she uses it.

    Wherever she is signed in she is signed out now: what she has lost may be in somebody else's hands.
    For a volunteer her coordinator does this, when they are together. For everybody else two people
    agree on it first (`together`), of whom `by` is the second. None is a command on the machine itself.
    """
    if by is not None and person.role == "volunteer":
        _leads_her(by, person)
    elif by is not None:
        guard.check(by, Permission.CONFIRM_ACCOUNTS)
    if not person.is_active or person == by:
        raise PermissionDenied
    word = _new_word(person, by=by or person, anew=True)  # a row has its person; the log says who
    all_sessions_over(person)
    audit.record(by=by, did="accounts.recovery_opened", to=person)
    return word


@transaction.atomic
def choose_new_password(*, invitation: Invitation, password: str, by: Person) -> Person:
    """She keeps what else she signs in with. The word is used up, and every session of hers is over."""
    row = _unused(invitation, by)
    if row.anew or not factors.of(row.person):
        raise PermissionDenied  # a password alone is no way in
    validate_password(password, row.person)
    row.person.set_password(password)
    row.person.save(update_fields=["password"])
    _use_up(row, by)
    all_sessions_over(row.person)
    audit.record(by=by, did="accounts.password_chosen", to=row.person)
    return row.person


@transaction.atomic
def enrol_passkey(*, invitation: Invitation, attested: str, name: str, by: Person) -> Authenticator:
    """From now on she signs in with this passkey, and with nothing she had before."""
    row = _unused(invitation, by)
    _begin_anew(row)
    row.person.set_unusable_password()
    row.person.save(update_fields=["password"])
    factor = make_passkey(row.person, attested, name)
    _use_up(row, by)
    audit.record(by=by, did="accounts.enrolled", to=row.person, purpose=proofs.PASSKEY)
    return factor


@transaction.atomic
def enrol_app(
    *, invitation: Invitation, password_hash: str, secret: str, by: Person
) -> Authenticator:
    """From now on she signs in with a password and a code. Not for roles that need a passkey."""
    row = _unused(invitation, by)
    if proofs.needs_passkey(row.person) or not is_password_usable(password_hash):
        raise PermissionDenied
    _begin_anew(row)
    row.person.password = password_hash
    row.person.save(update_fields=["password"])
    factor = make_app(row.person, secret)
    RecoveryCodes.activate(row.person)
    _use_up(row, by)
    audit.record(by=by, did="accounts.enrolled", to=row.person, purpose=proofs.APP)
    return factor


def _leads_her(by: Person, person: Person) -> None:
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(by, person)
    if not person.may(Permission.OWN_PAIR):
        raise PermissionDenied


def _new_word(person: Person, *, by: Person, anew: bool) -> str:
    word = secrets.token_urlsafe(24)
    word_print = fingerprints.of_identity("invitation", word)
    Invitation.objects.create(person=person, word_print=word_print, made_by=by, anew=anew)
    return word


def _unused(invitation: Invitation, by: Person) -> Invitation:
    """The row as it is now, and nobody else's until we are done. It is her own, and her newest."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.get(pk=invitation.pk)
    is_herself(by, row.person)
    if row.used_at is not None or row.person.invitations.first() != row:
        raise ValidationError(USED)
    return row


def _begin_anew(row: Invitation) -> None:
    """What she had goes, and where she was signed in. A word that only invites takes nothing from her."""
    if not row.anew and factors.of(row.person):
        raise PermissionDenied
    Authenticator.objects.filter(user=row.person).delete()
    all_sessions_over(row.person)


def _use_up(row: Invitation, by: Person) -> None:
    row.used_at, row.used_by = timezone.now(), by
    row.save(update_fields=["used_at", "used_by"])

"""What several changes stand on: who may, and what is made or ended."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied

from ressursvenn.protection.sessions import SessionStore

from .. import guard, proofs
from ..models import OpenSession, Person
from ..permissions import Permission


def may_run(by: Person | None) -> None:
    """The house itself (None: a command on the machine) or a system administrator."""
    if by is not None:
        guard.check(by, Permission.RUN_SYSTEM)


def is_herself(by: Person, person: Person) -> None:
    """Raises PermissionDenied: a way in is changed by the one whose it is, while she is with us."""
    if by is None or by.pk != person.pk or not by.is_active:
        raise PermissionDenied


def make_passkey(person: Person, attested: str, name: str) -> Authenticator:
    told = {"attested": attested, "name": name.strip() or "Passnøkkel"}
    row: Authenticator = Authenticator.objects.create(user=person, type=proofs.PASSKEY, data=told)
    return row


def make_app(person: Person, secret: str) -> Authenticator:
    told = {"secret": secret}
    row: Authenticator = Authenticator.objects.create(user=person, type=proofs.APP, data=told)
    return row


def all_sessions_over(person: Person) -> None:
    """Wherever she is signed in, her next request is from nobody."""
    rows = OpenSession.objects.filter(person=person)
    SessionStore.end(rows.values_list("key_print", flat=True))
    rows.delete()

"""What somebody changes in her own way in. The page has asked for a fresh proof before it comes here."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from ressursvenn.protection import audit
from ressursvenn.protection.sessions import SessionStore

from .. import factors, proofs
from ..models import OpenSession, Person
from ._ground import is_herself, make_app, make_passkey

LAST_PASSKEY = "Dette er den eneste passnøkkelen din. Lag en ny først, så kan du fjerne denne."
LAST_OF_ALL = "Uten denne kommer du ikke inn igjen. Lag noe annet å logge inn med først."


@transaction.atomic
def add_passkey(*, person: Person, attested: str, name: str, by: Person) -> Authenticator:
    """One more way in, on another device."""
    is_herself(by, person)
    factor = make_passkey(person, attested, name)
    audit.record(by=by, did="accounts.passkey_added", to=person)
    return factor


@transaction.atomic
def connect_app(*, person: Person, secret: str, by: Person) -> Authenticator:
    """An app gives the codes from now on; an app that gave them before does not."""
    is_herself(by, person)
    if proofs.needs_passkey(person):
        raise PermissionDenied
    Authenticator.objects.filter(user=person, type=proofs.APP).delete()
    factor = make_app(person, secret)
    RecoveryCodes.activate(person)
    audit.record(by=by, did="accounts.app_connected", to=person)
    return factor


@transaction.atomic
def remove_factor(*, person: Person, factor: int, by: Person) -> None:
    """She no longer signs in with this. What is left must be enough for her role."""
    is_herself(by, person)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)  # not two at a time
    has = factors.of(person)
    row = next((one for one in (*has.passkeys, has.app) if one and one.pk == factor), None)
    if row is None:
        raise ValidationError("Den er allerede fjernet.")
    passkeys_left = [one for one in has.passkeys if one != row]
    app_left = has.app if has.app != row and person.has_usable_password() else None
    if not passkeys_left and proofs.needs_passkey(person):
        raise ValidationError(LAST_PASSKEY)
    if not passkeys_left and not app_left:
        raise ValidationError(LAST_OF_ALL)
    gone = [row, *([has.codes] if has.codes and not app_left else [])]
    Authenticator.objects.filter(pk__in=[one.pk for one in gone]).delete()
    audit.record(by=by, did="accounts.factor_removed", to=person, purpose=row.type)


@transaction.atomic
def end_sessions(*, person: Person, sessions: Iterable[OpenSession], by: Person) -> None:
    """Signed out there: the next request from it is from nobody."""
    is_herself(by, person)
    prints = [row.key_print for row in sessions if row.person_id == person.pk]
    SessionStore.end(prints)
    OpenSession.objects.filter(person=person, key_print__in=prints).delete()
    audit.record(by=by, did="accounts.sessions_ended", to=person)

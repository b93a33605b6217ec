"""Passkeys: a key in her phone, her machine or a small token, opened with a finger, a face or a PIN.

What the browser is asked, and whether its answer holds. The question is kept in her session and is good
for one answer. Only our own host is answered, over https, or on localhost where the made-up world is.
"""

from __future__ import annotations

import hmac
import json
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ressursvenn.protection import vault

from . import factors
from .models import Person

ASKED = "passkey_asked"
NOT_APPROVED = "Passnøkkelen ble ikke godkjent. Prøv en gang til."
REQUIRED = UserVerificationRequirement.REQUIRED


def ask_for_new(request: HttpRequest, person: Person) -> str:
    """What the browser needs to make a passkey, as JSON. It asks for her finger, face or PIN."""
    has = [_kept(row) for row in factors.of(person).passkeys]
    options, state = _server(request).register_begin(
        PublicKeyCredentialUserEntity(
            id=_handle(person), name=person.sign_name, display_name=person.sign_name
        ),
        credentials=[one for one in has if one],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=REQUIRED,
    )
    return _asked(request, options, state)


def made(request: HttpRequest, answer: Any) -> str:
    """The public half of the passkey that was made, to be kept. Raises ValidationError."""
    try:
        told = _server(request).register_complete(_state(request), answer)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise ValidationError(NOT_APPROVED) from None
    if told.credential_data is None:
        raise ValidationError(NOT_APPROVED)
    return websafe_encode(bytes(told.credential_data))


def ask(request: HttpRequest) -> str:
    """What the browser needs to show a passkey. It is the same for everybody, and names nobody's keys."""
    options, state = _server(request).authenticate_begin(user_verification=REQUIRED)
    return _asked(request, options, state)


def shown(request: HttpRequest, answer: Any, person: Person | None = None) -> Authenticator:
    """Whose passkey it was, and which. With a person: it must be hers. Raises ValidationError."""
    try:
        owner = _owner(websafe_decode(answer["response"]["userHandle"]))
        if owner is None or person not in (None, owner):
            raise ValueError
        kept = {row: _kept(row) for row in factors.of(owner).passkeys}
        known = [one for one in kept.values() if one]
        used = _server(request).authenticate_complete(_state(request), known, answer)
        return next(row for row, one in kept.items() if one == used)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, StopIteration):
        raise ValidationError(NOT_APPROVED) from None


def _server(request: HttpRequest) -> Fido2Server:
    host = (settings.DESK_HOST or request.get_host()).partition(":")[0]
    place = PublicKeyCredentialRpEntity(id=host, name=settings.MFA_TOTP_ISSUER)
    return Fido2Server(place, verify_origin=lambda origin: _is_ours(origin, host))


def _is_ours(origin: str, host: str) -> bool:
    """This very host: not one below it, and not one that begins like it."""
    told = urlsplit(origin)
    safe = told.scheme == "https" or (
        settings.REHEARSAL and (told.scheme, told.hostname) == ("http", "localhost")
    )
    return bool(safe and told.hostname == host)


def _asked(request: HttpRequest, options: Any, state: Any) -> str:
    request.session[ASKED] = {**state, "user_verification": str(state["user_verification"].value)}
    return json.dumps(dict(options))


def _state(request: HttpRequest) -> dict[str, Any]:
    """What was asked, once. Raises KeyError when nothing was, or when it has been answered."""
    state = request.session.pop(ASKED)
    return {**state, "user_verification": REQUIRED}


def _kept(row: Authenticator) -> AttestedCredentialData | None:
    """The public half, or None when what lies there is not hers."""
    kept = row.data.get("attested")
    return AttestedCredentialData(websafe_decode(kept)) if kept else None


def _handle(person: Person) -> bytes:
    """How a passkey remembers whose it is. Nobody can make one up, so none can be tried out."""
    return person.reference.encode() + _mark(person.reference)


def _owner(handle: bytes) -> Person | None:
    reference, mark = handle[:8].decode("ascii", "replace"), handle[8:]
    if not hmac.compare_digest(_mark(reference), mark):
        return None
    return Person.objects.filter(reference=reference, left_on=None).first()


def _mark(reference: str) -> bytes:
    return hmac.new(vault.derived("passkey owners"), reference.encode(), sha256).digest()[:24]

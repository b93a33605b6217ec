"""What somebody has shown in this session, read from the session itself: no page asks the database.

A proof is a passkey, a code from an app, or a recovery code, with the moment it was shown. Which of them
is enough depends on the role; see `permissions.NEEDS_PASSKEY`.
"""

from __future__ import annotations

import time
from datetime import timedelta

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from .models import Person
from .permissions import NEEDS_PASSKEY

PASSKEY, APP, CODES = "webauthn", "totp", "recovery_codes"
FRESH_FOR = timedelta(minutes=10)
REHEARSED = (
    "rehearsed"  # set by the made-up world's one-click sign-in, which production does not have
)


def herself(request: HttpRequest) -> Person:
    """Who is signed in. Raises PermissionDenied when nobody is."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def needs_passkey(person: Person) -> bool:
    return person.role in NEEDS_PASSKEY


def rehearsed(request: HttpRequest) -> bool:
    """Signed in with one click, in the made-up world."""
    return bool(settings.REHEARSAL and request.session.get(REHEARSED))


def lets_in(person: Person) -> frozenset[str]:
    """What must have been shown before a protected page is."""
    return frozenset({PASSKEY}) if needs_passkey(person) else frozenset({PASSKEY, APP, CODES})


def makes_fresh(person: Person) -> frozenset[str]:
    """What must have been shown just now before something that cannot be undone. Never a recovery code."""
    return lets_in(person) - {CODES}


def last_shown(request: HttpRequest, kinds: frozenset[str]) -> float:
    """When one of these was last shown in this session; 0 for never."""
    records = get_authentication_records(request, request.user)
    return max((float(r["at"]) for r in records if r.get("type") in kinds), default=0.0)


def is_in(request: HttpRequest) -> bool:
    return rehearsed(request) or last_shown(request, lets_in(herself(request))) > 0


def is_fresh(request: HttpRequest, kinds: frozenset[str] | None = None) -> bool:
    """Shown within ten minutes: what the role takes, or one of these kinds."""
    if not request.user.is_authenticated:
        return False
    shown = last_shown(request, kinds or makes_fresh(herself(request)))
    return rehearsed(request) or time.time() - shown < FRESH_FOR.total_seconds()


def note(request: HttpRequest, factor: Authenticator, *, at_once: bool = False) -> None:
    """It was shown here and now. `at_once`: it is all that was needed to come in."""
    told = {"passwordless": True} if at_once else {}
    record_authentication(
        request,
        factor.user,
        "mfa",
        id=factor.pk,
        type=str(factor.type),
        reauthenticated=True,
        **told,
    )

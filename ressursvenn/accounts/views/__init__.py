"""Pages about getting in: the first time, every time, and what one signs in with."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.adapter import get_adapter as get_factor_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .. import proofs
from ..models import Person


def come_in(request: HttpRequest, factor: Authenticator) -> None:
    """She has shown this, and it is all that was needed."""
    proofs.note(request, factor, at_once=True)
    get_adapter().login(request, factor.user)


def app_of(request: HttpRequest, person: Person) -> dict[str, Any]:
    """A new secret for an app, and the square that the app reads. A form sent back keeps the secret."""
    secret = get_totp_secret(regenerate=request.method != "POST")
    library = get_factor_adapter()
    link = library.build_totp_url(person, secret)
    return {"secret": secret, "link": link, "totp_svg": library.build_totp_svg(link)}


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """The same whoever was tried: nobody learns from it that there is such an account."""
    return render(request, "accounts/too_many_tries.html", status=429)

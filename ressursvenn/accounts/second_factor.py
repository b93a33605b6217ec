"""No protected page before it has been shown, in this session, what the role takes.

Roles that see anybody in the programme show a passkey; others a passkey, or a code from an app.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ressursvenn.protection.headers import DESK

from . import proofs
from .proofs import REHEARSED

__all__ = ["REHEARSED", "SecondFactor"]
OPEN_WITHOUT = ("/a/inn/", "/m/lukk/")  # signing in, and the way out


class SecondFactor:
    """Whoever lacks it is led to the page where it is shown, or made."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.lacks_one(request):
            return redirect("account_reauthenticate")
        return self.answer(request)

    def lacks_one(self, request: HttpRequest) -> bool:
        if not request.path.startswith(DESK) or request.path.startswith(OPEN_WITHOUT):
            return False
        return bool(request.user.is_authenticated and not proofs.is_in(request))

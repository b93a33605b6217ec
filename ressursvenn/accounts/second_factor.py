"""No protected page without a second factor: whoever lacks one is led to set it up first."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ressursvenn.protection.headers import DESK

REHEARSED = (
    "rehearsed"  # set by the made-up world's one-click sign-in, which production does not have
)
OPEN_WITHOUT = ("/a/inn/", "/m/lukk/")  # signing in, and the way out


class SecondFactor:
    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.lacks_one(request):
            return redirect(reverse("mfa_activate_totp"))
        return self.answer(request)

    def lacks_one(self, request: HttpRequest) -> bool:
        if not request.path.startswith(DESK) or request.path.startswith(OPEN_WITHOUT):
            return False
        if not request.user.is_authenticated:
            return False
        if settings.REHEARSAL and request.session.get(REHEARSED):
            return False
        return not is_mfa_enabled(request.user)

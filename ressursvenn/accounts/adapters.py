"""How the log-in library behaves in this house."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from ressursvenn.protection.vault import derived, lock, unlock


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by herself; a volunteer lands on her own face."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Whoever has left is answered like somebody who was never here."""
        person = super().authenticate(request, **credentials)
        return person if person is None or person.is_active else None

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return "/v/" if getattr(request.user, "role", "") == "volunteer" else "/a/"

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The library's messages name people; ours do not."""


class FactorAdapter(DefaultMFAAdapter):
    """The secrets of second factors lie encrypted; the library's own method leaves them readable."""

    def encrypt(self, text: str) -> str:
        return lock(derived("factors"), text.encode(), "factor").hex()

    def decrypt(self, encrypted_text: str) -> str:
        return unlock(derived("factors"), bytes.fromhex(encrypted_text), "factor").decode()

"""How the log-in library behaves in this house."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse

from . import posted, proofs, sign_names


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by herself; a volunteer lands on her own face; a password alone shows nothing."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """However the name is typed it is one name. Whoever has left was never here."""
        if "username" in credentials:
            credentials["username"] = sign_names.written(credentials["username"])
        person = super().authenticate(request, **credentials)
        return person if person is None or person.is_active else None

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Tries are counted on the account, not on a way of writing it."""
        return f"account:{sign_names.counted(credentials.get('username', ''))}"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where she comes to; first to what she sent as her time was out."""
        if posted.kept(request):
            return reverse("posted")
        return "/v/" if getattr(request.user, "role", "") == "volunteer" else "/a/"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return not proofs.is_fresh(context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """One page decides what must be shown. A password is never enough."""
        if not user.is_authenticated:
            return []
        return [{"id": "step_up", "url": reverse("account_reauthenticate")}]

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The library's messages name people; ours do not."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The library's mails do too."""


class FactorAdapter(DefaultMFAAdapter):
    """What is kept is locked as a whole, and to its account: see `factors`."""

    def get_totp_label(self, user: Any) -> str:
        return str(user.sign_name)  # the app shows it, perhaps to somebody else

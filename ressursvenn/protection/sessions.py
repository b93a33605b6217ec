"""Sessions, and what the workers share, as they lie in the database: of no use to whoever takes it.

The key in the cookie is not there, only a keyed print of it, so that nobody signs in with a stolen row.
What a session holds (who signed in, a second factor being set up) is locked to its own row. The shared
cache counts tries by account and by address; those too are prints.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from . import vault


def print_of(session_key: str) -> str:
    """What stands in the database for the key of a session."""
    return _print("session keys", session_key)


def _print(purpose: str, text: str) -> str:
    return hmac.new(vault.derived(purpose), text.encode(), sha256).hexdigest()[:40]


def cache_key(key: str, prefix: str, version: int) -> str:
    """What stands in the shared cache for a key: no address of anybody, no name she signs in with."""
    return _print("cache keys", f"{prefix}:{version}:{key}")


class SessionStore(db.SessionStore):
    """The library's own, with another name for each row and its content locked."""

    def _get_session_from_db(self) -> Any:
        named = self.model.objects.filter(session_key=print_of(self.session_key or ""))
        row = named.filter(expire_date__gt=timezone.now()).first()
        if row is None:
            self._session_key = None
        return row

    def exists(self, session_key: str) -> bool:
        return super().exists(print_of(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.session_key = print_of(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            super().delete(print_of(key))

    def encode(self, session_dict: dict[str, Any]) -> str:
        content = self.serializer().dumps(session_dict)
        locked = vault.lock(vault.derived("sessions"), content, self._place())
        return base64.b64encode(locked).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """What is not ours, or was moved from another row, is an empty session."""
        return self._unlocked(session_data, self._place())

    def _unlocked(self, session_data: bytes | str, place: str) -> dict[str, Any]:
        try:
            locked = base64.b64decode(session_data, validate=True)
            content = vault.unlock(vault.derived("sessions"), locked, place)
        except (binascii.Error, ValueError, vault.Tampered):
            return {}
        told: dict[str, Any] = self.serializer().loads(content)
        return told

    def _place(self) -> str:
        return _place(print_of(self._session_key or ""))

    @classmethod
    def contents(cls, prints: Iterable[str]) -> dict[str, dict[str, Any]]:
        """What the sessions with these prints hold, of those that are still open."""
        rows = cls.get_model_class().objects.filter(session_key__in=list(prints))
        live = rows.filter(expire_date__gt=timezone.now())
        return {
            row.session_key: cls()._unlocked(row.session_data, _place(row.session_key))
            for row in live
        }

    @classmethod
    def end(cls, prints: Iterable[str]) -> None:
        """These sessions are over. The next request from one of them is from nobody."""
        cls.get_model_class().objects.filter(session_key__in=list(prints)).delete()


def _place(key_print: str) -> str:
    return f"session:{key_print}"

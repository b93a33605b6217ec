"""What somebody signs in with, as it lies in the database: locked, and bound to her account.

The log-in library keeps the key of an app, the seed of recovery codes and the public half of a passkey
in one column. Here the whole of it is locked to the account and the kind, so that a row is of no use to
whoever reads it, and a row that was copied or moved from another account opens nothing.
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator

from ressursvenn.protection import vault

from .models import Person
from .proofs import APP, CODES, PASSKEY

LOCKED = "locked"


def lock_before_saving(instance: Authenticator, **kwargs: Any) -> None:
    """Signal pre_save: what reaches the database is locked."""
    content = json.dumps(instance.data).encode()
    locked = vault.lock(vault.derived("factors"), content, _place(instance))
    instance.data = {LOCKED: base64.b64encode(locked).decode()}


def open_again(instance: Authenticator, **kwargs: Any) -> None:
    """Signals post_init and post_save: in the hands of the library it is as it was."""
    data = instance.__dict__.get("data")
    if data is None or (instance.pk is None and LOCKED not in data):
        return  # not read from the table, or new
    try:
        locked = base64.b64decode(data[LOCKED], validate=True)
        content = vault.unlock(vault.derived("factors"), locked, _place(instance))
        instance.data = json.loads(content)
    except (KeyError, TypeError, ValueError, vault.Tampered):
        instance.data = _nobodys()


def _nobodys() -> dict[str, Any]:
    """In place of what is not hers: secrets that nobody knows."""
    unknown = base64.b32encode(secrets.token_bytes(20)).decode()
    return {"secret": unknown, "seed": secrets.token_hex(40), "used_mask": 0, "name": ""}


def _place(row: Authenticator) -> str:
    return f"factor:{row.user_id}:{row.type}"


@dataclass(frozen=True, slots=True)
class Factors:
    """All that one person has to sign in with, beside a password."""

    passkeys: tuple[Authenticator, ...] = ()
    app: Authenticator | None = None
    codes: Authenticator | None = None

    def __bool__(self) -> bool:
        return bool(self.passkeys or self.app)


def of(person: Person) -> Factors:
    rows = list(Authenticator.objects.filter(user_id=person.pk).order_by("id"))
    one = {row.type: row for row in rows}
    passkeys = tuple(row for row in rows if row.type == PASSKEY)
    return Factors(passkeys, one.get(APP), one.get(CODES))

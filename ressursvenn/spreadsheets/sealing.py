"""What a preview carries to the act: the understood rows, locked, in the page itself.

Nothing lies on the server between looking and taking in. The lock is a key derived from the master
key; only the same person can open it again, for a quarter of an hour. The workbook, with its
addresses and children, is not in it.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from datetime import timedelta

from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import vault

from .reading.carrying import as_text, from_text
from .reading.rows import Reading

LASTS = timedelta(minutes=15)
PURPOSE = "workbook preview"


def sealed(reading: Reading, person: Person) -> str:
    """Text for a hidden field: when it was locked, and the locked rows."""
    moment = str(int(timezone.now().timestamp()))
    content = zlib.compress(as_text(reading).encode())
    locked = vault.lock(vault.derived(PURPOSE), content, _place(person, moment))
    return f"{moment}.{base64.b64encode(locked).decode()}"


def opened(text: str, person: Person) -> Reading | None:
    """The rows; None when it is too old, somebody else's, or not ours."""
    moment, _, locked = text.partition(".")
    if not moment.isdecimal() or len(moment) > 12:
        return None
    age = timezone.now().timestamp() - int(moment)
    if not 0 <= age <= LASTS.total_seconds():
        return None
    try:
        raw = base64.b64decode(locked, validate=True)
        content = vault.unlock(vault.derived(PURPOSE), raw, _place(person, moment))
    except (binascii.Error, vault.Tampered, ValueError):
        return None
    return from_text(zlib.decompress(content).decode())


def _place(person: Person, moment: str) -> str:
    return f"{PURPOSE}:{person.reference}:{person.association_id}:{moment}"

"""Two keys per person, and what they lock.

The card key locks what a list may show; the record key locks the rest. Both are random, lie in the
database wrapped by the master key (which does not), and are destroyed together: that is the erasure.
AES-256-GCM throughout. What is locked is bound to its place (row and field), so that a piece moved to
another row does not open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404

from .models import PersonKeys

Kind = Literal["card", "record"]
NONCE_BYTES = 12
VERSION = b"\x01"


class Erased(Http404):
    """The person's keys are gone. What they locked can be read by nobody: a page of hers is no page."""


class Tampered(Exception):
    """What was to be opened is not what was locked here."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The two keys of one person, in the clear: for as long as one act needs them."""

    card: bytes
    record: bytes

    def of(self, kind: Kind) -> bytes:
        return self.card if kind == "card" else self.record

    def __repr__(self) -> str:
        return "<Keys>"


def derived(purpose: str) -> bytes:
    """A key of its own for a purpose, from the master key (HKDF-SHA-256, 32 bytes)."""
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(settings.MASTER_KEY)


def lock(key: bytes, content: bytes, place: str) -> bytes:
    """Version, nonce and ciphertext. `place` must be said again to open it."""
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unlock(key: bytes, locked: bytes, place: str) -> bytes:
    """The content. Raises Tampered when it was changed, moved or locked with another key."""
    version, nonce, content = locked[:1], locked[1 : 1 + NONCE_BYTES], locked[1 + NONCE_BYTES :]
    if version != VERSION:
        raise Tampered("what was locked here has been changed or moved")
    try:
        return AESGCM(key).decrypt(nonce, content, place.encode())
    except (InvalidTag, ValueError):
        raise Tampered("what was locked here has been changed or moved") from None


def make_keys(owner: str) -> Keys:
    """Make and keep the keys of a new person. `owner` is the person's reference."""
    return make_keys_for([owner])[owner]


def make_keys_for(owners: Iterable[str]) -> dict[str, Keys]:
    """The same for many, in one write."""
    made = {
        owner: Keys(AESGCM.generate_key(bit_length=256), AESGCM.generate_key(bit_length=256))
        for owner in owners
    }
    wrap = derived("wrap")
    PersonKeys.objects.bulk_create(
        PersonKeys(
            owner=owner,
            card=lock(wrap, keys.card, f"{owner}:card"),
            record=lock(wrap, keys.record, f"{owner}:record"),
        )
        for owner, keys in made.items()
    )
    return made


def keys_of(owners: Iterable[str]) -> dict[str, Keys]:
    """The keys of those whose keys still exist, in one read."""
    return {owner: unwrapped(row) for owner, row in wrapped_keys(owners).items()}


def wrapped_keys(
    owners: Iterable[str], others: Iterable[QuerySet[Any, Any]] = ()
) -> dict[str, PersonKeys]:
    """The keys as they are kept, in one read; of others too, told by queries for their references."""
    wanted = Q(owner__in=set(owners))
    for query in others:
        wanted |= Q(owner__in=query)
    return {row.owner: row for row in PersonKeys.objects.filter(wanted)}


def unwrapped(row: PersonKeys) -> Keys:
    """Keys that can open. Raises Tampered."""
    wrap = derived("wrap")
    return Keys(
        unlock(wrap, bytes(row.card), f"{row.owner}:card"),
        unlock(wrap, bytes(row.record), f"{row.owner}:record"),
    )


def with_keys(owners: Iterable[str]) -> set[str]:
    """Those whose keys still exist. Nothing is unwrapped."""
    kept = PersonKeys.objects.filter(owner__in=set(owners))
    return set(kept.values_list("owner", flat=True))


def keys_of_one(owner: str) -> Keys:
    """Raises Erased when this person's keys are gone."""
    keys = keys_of([owner]).get(owner)
    if keys is None:
        raise Erased("the keys of this person are gone")
    return keys


def destroy_keys(owner: str) -> None:
    """Both keys at once. Nobody can read this person's fields again."""
    PersonKeys.objects.filter(owner=owner).delete()

"""Two keys per person, and what they lock.

The card key locks what a list may show; the record key locks the rest. Both are random, lie with the
keeper (`keeper/`) wrapped by a master key that never enters this process, and are destroyed together: that
is the erasure. AES-256-GCM throughout. What is locked is bound to its place (row and field), so that a
piece moved to another row does not open. The house has a key of its own, for sessions and fingerprints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import Http404

from keeper.locks import NONCE_BYTES, Tampered, lock, unlock

from . import keeping
from .keeping import Closed, TooMany

__all__ = [
    "NONCE_BYTES", "Closed", "Erased", "Keys", "Tampered", "TooMany", "alive", "derived",
    "destroy_keys", "forget_unused", "keys_for_cards", "keys_for_records", "lock", "make_keys",
    "make_keys_for", "sealed", "unlock", "with_keys",
]  # fmt: skip
Kind = Literal["card", "record"]


class Erased(Http404):
    """The person's keys are gone. What they locked can be read by nobody: a page of hers is no page."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one person, in the clear, for as long as one act needs them; None was not asked for."""

    card: bytes | None = None
    record: bytes | None = None

    def of(self, kind: Kind) -> bytes | None:
        return self.card if kind == "card" else self.record

    def __repr__(self) -> str:
        return "<Keys>"


def derived(purpose: str) -> bytes:
    """A key of its own for a purpose, from the house's own key (HKDF-SHA-256, 32 bytes)."""
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(settings.HOUSE_KEY)


def make_keys(owner: str, house: str = "") -> Keys:
    """Make and keep the keys of a new person of an association; both are told by reference."""
    return make_keys_for([owner], house)[owner]


def make_keys_for(owners: Iterable[str], house: str = "") -> dict[str, Keys]:
    """The same for many, in one write. They are kept even if what they were made for comes to nothing."""
    listed = list(owners)
    return _both(keeping.ask("make", owners=listed, house=house)) if listed else {}


def keys_for_cards(owners: Iterable[str], *, by: Any, purpose: str) -> dict[str, Keys]:
    """The card keys of those who are not gone and whom this reader may list, in one batch."""
    told = keeping.ask("cards", owners=sorted(owners), purpose=purpose, **_reader(by))
    return {owner: Keys(card=bytes.fromhex(card)) for owner, card in told["keys"].items()}


def keys_for_records(owners: Iterable[str], *, by: Any, purpose: str) -> dict[str, Keys]:
    """Both keys of those who are not gone. Each counts; raises TooMany at the one too many in an hour."""
    return _both(keeping.ask("records", owners=sorted(owners), purpose=purpose, **_reader(by)))


def sealed(owner: str, kind: Kind, content: bytes, place: str) -> bytes:
    """Lock what is written about somebody who is not opened. Raises Erased when the keys are gone."""
    try:
        told = keeping.ask("seal", owner=owner, kind=kind, pieces=[(place, content.hex())])
    except keeping.Refused:
        raise Erased("the keys of this person are gone") from None
    return bytes.fromhex(told["locked"][0])


def with_keys(owners: Iterable[str]) -> set[str]:
    """Those whose keys still exist. Nothing is unwrapped."""
    listed = sorted(set(owners))
    return set(keeping.ask("alive", owners=listed)["owners"]) if listed else set()


def alive(owner: str) -> bool:
    return owner in with_keys([owner])


def destroy_keys(owner: str) -> None:
    """Both keys at once. Nobody can read this person's fields again, whatever becomes of the act."""
    keeping.ask("destroy", owners=[owner])


def forget_unused(in_use: Iterable[str], *, older_than: float = 86_400) -> int:
    """Destroy keys, so many seconds old, that no row uses: of an act that came to nothing. How many."""
    told = keeping.ask("everybody", older_than=older_than)
    unused = sorted(set(told["owners"]) - set(in_use))
    if unused:
        keeping.ask("destroy", owners=unused)
    return len(unused)


def _reader(by: Any) -> dict[str, str]:
    """Who reads, and for which association; nobody is the house itself."""
    if by is None:
        return {"reader": "", "house": ""}
    return {"reader": by.reference, "house": by.association.reference if by.association else ""}


def _both(told: Mapping[str, Any]) -> dict[str, Keys]:
    return {owner: Keys(*map(bytes.fromhex, both)) for owner, both in told["keys"].items()}

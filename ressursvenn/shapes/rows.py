"""What a row of ours can say, whatever table it is in."""

from __future__ import annotations

from typing import Any


class LockedWithHers:
    """A row with a reference and a `volunteer`, whose keys lock it: when hers are gone, nobody reads it."""

    reference: Any
    volunteer: Any

    def __str__(self) -> str:
        return str(self.reference)

    def key_owner(self) -> str:
        return str(self.volunteer.reference)

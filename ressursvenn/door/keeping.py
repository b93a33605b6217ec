"""How long what is personal is kept, for the page about privacy: read from the table of retention.

Everything stands there but what tells of nobody, so that a new class cannot be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection.stays import STAYS, Stay

OF_NOBODY = {"tally", "association", "neighbourhood", "rounds"}


@dataclass(frozen=True, slots=True)
class Kept:
    """One line. `days` is None for what goes by an act and not by age."""

    stay: Stay
    days: int | None

    @property
    def how_long(self) -> str:
        if self.days is None:
            return "så lenge det trengs"
        return f"{self.days} dager" if self.days else "til samme dag"


def kept() -> list[Kept]:
    """By the numbers in force today."""
    limits = accounts.terms(None).limits
    return [Kept(stay, stay.days(limits)) for code, stay in STAYS.items() if code not in OF_NOBODY]

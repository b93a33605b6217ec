"""Is every release the bytes that were released, and would it be made so again?"""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import making, queries
from .models import Release


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one release: `again` is None where it was made with other versions than today's."""

    year: int
    kept: bool
    again: bool | None

    @property
    def is_changed(self) -> bool:
        return not self.kept or self.again is False

    @property
    def told(self) -> str:
        if self.is_changed:
            return "ENDRET"
        later = "og blir lik igjen" if self.again else "laget med andre versjoner"
        return f"som den ble gitt ut, {later}"


def all_releases() -> list[Verdict]:
    """Every one of them, the oldest first."""
    return [of(row) for row in Release.objects.select_related("proposal").order_by("year")]


def of(row: Release) -> Verdict:
    """One of them. The proposal that two said yes to says the same as its files."""
    files = {kind: bytes(getattr(row, kind)) for kind in queries.FILES}
    kept = {kind: making.print_of(content) for kind, content in files.items()} == row.prints
    same = kept and making.canonical(row.proposal.told) == files[making.JSON]
    return Verdict(row.year, same, _again(row, files) if same else None)


def _again(row: Release, files: dict[str, bytes]) -> bool | None:
    if row.made_with != making.versions():
        return None
    address = json.loads(files[making.METADATA])["address"]
    site = address.removesuffix(f"/tall/{row.year}/")
    return making.made(row.proposal.told, row.number, on=row.issued_on, site=site) == files

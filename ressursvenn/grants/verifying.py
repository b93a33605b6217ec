"""Is every issued report the bytes that were issued, and would it be made so again?"""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import making, queries
from .models import Issue


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one report: `again` is None where it was made with other versions than today's."""

    reference: str
    kept: bool
    again: bool | None

    @property
    def told(self) -> str:
        if not self.kept or self.again is False:
            return "ENDRET"
        later = "og blir lik igjen" if self.again else "laget med andre versjoner"
        return f"som den ble gitt ut, {later}"


def all_reports() -> list[Verdict]:
    """Every one of them, the oldest first."""
    return [of(row) for row in Issue.objects.select_related("report").order_by("pk")]


def of(row: Issue) -> Verdict:
    """One of them."""
    files = {kind: bytes(getattr(row, kind)) for kind in queries.FILES}
    kept = making.prints_of(files) == row.prints
    return Verdict(row.report.reference, kept, _again(row, files) if kept else None)


def _again(row: Issue, files: dict[str, bytes]) -> bool | None:
    if row.made_with != making.versions():
        return None
    data = json.loads(files[making.JSON])["data"]
    return making.made(data, on=row.issued_on) == files

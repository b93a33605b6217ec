"""Issued reports held against their fingerprints, and made anew where the versions are the same."""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import compiling, making, queries
from .models import Issue


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one report: is it what was issued, and does it come out so again (None: other versions)?"""

    reference: str
    kept: bool
    again: bool | None

    @property
    def told(self) -> str:
        if not self.kept or self.again is False:
            return "ENDRET"
        return "som den ble gitt ut" + (
            ", og blir lik igjen" if self.again else ", laget med andre versjoner"
        )


def all_reports() -> list[Verdict]:
    """Every one of them, the oldest first."""
    return [of(row) for row in Issue.objects.select_related("report").order_by("pk")]


def of(row: Issue) -> Verdict:
    """One of them."""
    files = {kind: bytes(getattr(row, kind)) for kind in queries.FILES}
    prints = {kind: compiling.print_of(content) for kind, content in files.items()}
    kept = prints == row.prints
    return Verdict(row.report.reference, kept, _again(row, files) if kept else None)


def _again(row: Issue, files: dict[str, bytes]) -> bool | None:
    if row.made_with != making.versions():
        return None
    data = json.loads(files[making.JSON])
    return making.made(data, language=row.report.language, on=row.issued_on) == files

"""What a funder is told of participants: the latest yearly release by its year, and nothing else. The one way.

A report of one place has no number of them at all: there are a handful in a place, so that nearly every local
number would be somebody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ressursvenn.reporting import figures as reporting

from . import words


def told(*, of_the_country: bool, language: str = words.BOKMAAL) -> dict[str, Any]:
    """The year of the release, and all that it tells where the grant is the whole country's."""
    release = reporting.latest_meant(language)
    year = release["year"] if release else None
    if not release or not of_the_country:
        return {"of_the_country": of_the_country, "year": year, "limit": None, "tables": []}
    return {
        "of_the_country": True,
        "year": year,
        "limit": release["limit"],
        "tables": [_table(one) for one in release["tables"]],
        **{what: release[what] for what in ("left_out", "missing", "outcomes")},
    }


def _table(one: Mapping[str, Any]) -> dict[str, Any]:
    """As it is released: None is a number that is not shown."""
    return {
        "title": one["title"],
        "about": one["about"],
        "definition": one["definition"],
        "says": one["says"],
        "missing": one["missing"],
        "rows": [[row["word"], row["count"]] for row in one["classes"]],
        "total": one["total"],
    }

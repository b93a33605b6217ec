"""Keyed fingerprints of rows, by which the house knows them again without having kept them."""

from __future__ import annotations

import json
from typing import Any

from ressursvenn.protection import fingerprints

from .plan import Prints
from .reading.carrying import kept
from .reading.cells import folded
from .reading.rows import ParticipantRow, Row


def prints_of(association: str):
    """A function from a row to its prints.

    The same words in two associations have different prints.
    """

    def of(row: Row) -> Prints:
        content = fingerprints.of_identity(
            "row", association, json.dumps(_said(row), sort_keys=True)
        )
        if isinstance(row, ParticipantRow):
            who = folded(row.code) or content
            return Prints(content, fingerprints.of_identity("participant", association, who))
        name = f"{row.first_name} {row.last_name}".strip()
        return Prints(
            content,
            fingerprints.of_identity("volunteer", association, folded(name), row.birth_year),
            frozenset(fingerprints.of_person(phone=row.phone)) if row.phone else frozenset(),
            frozenset(fingerprints.of_person(email=row.email)) if row.email else frozenset(),
            frozenset(fingerprints.of_person(name=name)),
        )

    return of


def field_prints(row: Row, about: str) -> dict[str, str]:
    """A print of each thing the row says, different for each person it could be about."""
    return {
        name: fingerprints.of_identity("field", about, name, json.dumps(value))[:12]
        for name, value in _said(row).items()
        if value not in (None, "", [], False)
    }


def _said(row: Row) -> dict[str, Any]:
    """What the row says of the person, with names compared without regard to capital letters."""
    return {
        name: value.casefold() if name in ("first_name", "last_name") else value
        for name, value in kept(row).items()
    }

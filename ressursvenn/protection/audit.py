"""Who did and read what. An entry is written in the same transaction as the act, or neither is.

Each entry is linked to the one before it (`chain.py`), and where the log stands is signed and witnessed every
hour (`checkpoints.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction
from django.db.models import QuerySet

from . import chain
from .models import AuditAbout, AuditEntry

OPENED = "protection.opened"


def record(
    *,
    by: Any,
    did: str,
    to: models.Model | None = None,
    about: Iterable[str] = (),
    purpose: str = "",
) -> AuditEntry:
    """Add one entry: `by` did it (None: the house itself), to a row or about some references.

    Raises RuntimeError outside a transaction, since the entry must stand or fall with the act.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an audit entry belongs in the transaction of its act")
    entry = AuditEntry(by=by, did=did, to_kind=to._meta.label_lower if to else "", purpose=purpose)
    chain.add([(entry, [*_reference_of(to), *about])])
    return entry


def record_readings(read: Mapping[tuple[Any, str], Iterable[str]]) -> None:
    """One entry for each reader and purpose, about all that was opened; in two writes, however many."""
    chain.add(
        [
            (AuditEntry(by=by, did=OPENED, purpose=purpose), about)
            for (by, purpose), about in read.items()
        ]
    )


def _reference_of(row: models.Model | None) -> list[str]:
    """A row's own reference, or that of the person it hangs on."""
    if row is None:
        return []
    return [getattr(row, "reference", None) or row.key_owner()]  # type: ignore[attr-defined]


def entries_about(reference: str) -> QuerySet[AuditEntry]:
    """Everything done and read about one reference, newest first, with who did it."""
    return AuditEntry.objects.filter(about__reference=reference).select_related("by").distinct()


def looks_at(reference: str) -> QuerySet[AuditEntry]:
    """Who has opened this row, newest first."""
    return entries_about(reference).filter(did=OPENED)


def acts_on(reference: str) -> QuerySet[AuditEntry]:
    """What was done to this row, newest first; not the readings."""
    return entries_about(reference).exclude(did=OPENED)


def acted_since(entry: int, references: Iterable[str]) -> bool:
    """Whether anything but a reading happened to any of these after the entry of this number."""
    listed = list(dict.fromkeys(references))
    later = AuditAbout.objects.filter(entry__id__gt=entry).exclude(entry__did=OPENED)
    return any(
        later.filter(reference__in=listed[start : start + 500]).exists()
        for start in range(0, len(listed), 500)
    )

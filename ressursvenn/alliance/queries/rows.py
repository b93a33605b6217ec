"""One row by its kind and reference, for the pages where something is done with it."""

from __future__ import annotations

from typing import Any

from .. import models

ROWS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "membership": (models.Membership, ("organisation",)),
    "contact": (models.ContactPerson, ("organisation",)),
    "decision": (models.Decision, ("meeting",)),
    "group": (models.WorkingGroup, ()),
    "seat": (models.Seat, ("group",)),
    "ambassador": (models.Ambassador, ()),
    "order": (models.Order, ("delivery", "sent_by", "declined_by")),
    "hand_out": (models.HandOut, ()),
    "total": (models.ReportedTotal, ()),
    "item": (models.Item, ("action",)),
    "photo": (models.Photo, ("action",)),
    "mention": (models.Mention, ()),
}


def found(kind: str, reference: str) -> Any:
    """The row, with what its page needs beside it; None when there is none."""
    model, beside = ROWS[kind]
    return model.objects.select_related(*beside).filter(reference=reference).first()

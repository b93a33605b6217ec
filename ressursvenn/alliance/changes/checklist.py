"""What is to be done and brought for an action."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit

from ..models import CampaignAction, Item
from ._noting import editor, happened, locked, noted, undone


@transaction.atomic
def add_item(
    *, action: CampaignAction, sort: str, text: str, by: Person, due: date | None = None
) -> Item:
    """One thing more to do, or to bring."""
    editor(by)
    return noted(Item(action=action, sort=sort, text=text, due=due), by=by, did="item_added")


@transaction.atomic
def note_item_done(*, item: Item, by: Person) -> Item:
    """It is done, or packed."""
    return happened(locked(item, by=by), "done", by=by, did="item_done")


@transaction.atomic
def note_item_undone(*, item: Item, by: Person) -> Item:
    """It was not, after all."""
    return undone(locked(item, by=by), "done", by=by, did="item_undone")


@transaction.atomic
def take_out_item(*, item: Item, by: Person) -> None:
    """It does not belong to this action."""
    row = locked(item, by=by)
    audit.record(by=by, did="alliance.item_taken_out", to=row)
    row.delete()

"""Campaign actions: planned from a kind, rewritten, shown by another editor, called off."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.neighbourhood import areas
from ressursvenn.protection import audit

from .. import kinds, words
from ..models import CampaignAction, Item, ShownAction
from ..models.actions import TEXT
from ._noting import editor, happened, kept, locked, second_look, undone

CALLED_OFF = "Aksjonen er avlyst."


class Text(TypedDict, total=False):
    """What is written of one. `county` follows of `area`."""

    kind: str
    title: str
    told: str
    hole: str
    area: str
    place: str
    day: date
    last_day: date | None
    begins: time | None
    ends: time | None
    organiser: str
    with_them: list[str]
    link: str


@transaction.atomic
def plan(*, by: Person, **text: Unpack[Text]) -> CampaignAction:
    """An action is written down, with what is to be done and brought for its kind. Nobody else sees it yet."""
    editor(by)
    row = _written(CampaignAction(), text, by)
    row.full_clean()
    row.save()
    Item.objects.bulk_create(_items(row, by))
    audit.record(by=by, did="alliance.action_planned", to=row)
    return row


@transaction.atomic
def rewrite(*, action: CampaignAction, by: Person, **text: Unpack[Text]) -> CampaignAction:
    """It is written anew. What everybody reads stays as it is, until another editor has read this."""
    row = locked(action, by=by)
    if row.called_off_on:
        raise ValidationError(CALLED_OFF)
    row.version += 1
    return kept(_written(row, text, by), by=by, did="action_rewritten")


@transaction.atomic
def show(*, action: CampaignAction, read: int, by: Person) -> ShownAction:
    """Another editor has read it as it is, and from now on everybody may. `read` is the version she read."""
    row = locked(action, by=by)
    if row.called_off_on:
        raise ValidationError(CALLED_OFF)
    second_look(row.written_by_id, by, version=row.version, read=read)
    shown = ShownAction.objects.filter(action=row).first() or ShownAction(action=row, times=0)
    for name in TEXT:
        setattr(shown, name, getattr(row, name))
    shown.version, shown.times = row.version, shown.times + 1
    shown.written_by, shown.shown_by = row.written_by, by
    shown.shown_at = timezone.now()
    return kept(shown, by=by, did="action_shown", to=row)


@transaction.atomic
def call_off(*, action: CampaignAction, by: Person) -> CampaignAction:
    """It will not be. One editor is enough: nobody shall travel to it in vain."""
    row = locked(action, by=by)
    if row.called_off_on:
        raise ValidationError(CALLED_OFF)
    return happened(row, "called_off", by=by, did="action_called_off")


@transaction.atomic
def open_again(*, action: CampaignAction, by: Person) -> CampaignAction:
    """It will be after all, as it stood."""
    return undone(locked(action, by=by), "called_off", by=by, did="action_opened_again")


@transaction.atomic
def throw_away(*, action: CampaignAction, by: Person) -> None:
    """It came to nothing. Once everybody has been able to read it, it is called off instead."""
    row = locked(action, by=by)
    if ShownAction.objects.filter(action=row).exists():
        raise ValidationError("Aksjonen har stått på de åpne sidene. Avlys den i stedet.")
    audit.record(by=by, did="alliance.action_thrown_away", to=row)
    row.hand_outs.update(action=None)
    row.delete()


def _written(row: CampaignAction, text: Text, by: Person) -> CampaignAction:
    """Held against the lists; the county is that of the town."""
    told: dict[str, Any] = dict(text)
    if told.get("area") not in areas.AREAS:
        raise ValidationError({"area": "Skriv nærmeste tettsted."})
    if told.get("kind") not in kinds.KINDS:
        raise ValidationError({"kind": "Velg et slag fra listen."})
    if told.get("hole", "") not in {"", *words.HOLES}:
        raise ValidationError({"hole": "Velg et hull fra listen."})
    for name, value in told.items():
        setattr(row, name, value)
    row.county = areas.county_of(row.area)
    row.written_on, row.written_by = timezone.localdate(), by
    return row


def _items(row: CampaignAction, by: Person) -> list[Item]:
    """What its kind asks for, each with its day."""
    kind, today = kinds.KINDS[row.kind], timezone.localdate()
    new = {"action": row, "noted_on": today, "noted_by": by}
    tasks = [
        Item(sort=words.TASK, text=text, due=row.day - timedelta(days=days), **new)
        for days, text in kind.tasks
    ]
    return tasks + [Item(sort=words.MATERIAL, text=text, **new) for text in kind.materials]

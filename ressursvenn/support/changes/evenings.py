"""An evening of a group: set, called off, said yes or no to, and noted who came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.protection import audit
from ressursvenn.volunteers import queries as volunteers

from .. import rules, words
from ..models import Evening, Group, Membership, Presence
from ._ground import SAID, has_been, herself, kept, may_guide

PLACE = "Skriv hvor dere møtes, eller kryss av for at det er på nett."


@transaction.atomic
def set_evening(
    *,
    group: Group,
    on: date,
    begins: time,
    ends: time,
    by: Person,
    place: str = "",
    on_line: bool = False,
) -> Evening:
    """The next time the group meets; or one that has been, noted afterwards."""
    may_guide(by, group)
    if group.laid_down_on:
        raise ValidationError("Gruppen er lagt ned.", code=rules.group_goes_on.code)
    if not on_line and not place.strip():
        raise ValidationError({"place": PLACE})
    evening = Evening(group=group, held_on=on, begins=begins, ends=ends, noted_by=by)
    evening.on_line, evening.place = on_line, "" if on_line else place.strip()
    kept(evening)
    audit.record(by=by, did="support.evening_set", to=evening)
    return evening


@transaction.atomic
def call_off_evening(*, evening: Evening, by: Person) -> Evening:
    """It does not happen. It stays in the list, struck through."""
    may_guide(by, evening.group)
    if evening.called_off_on:
        raise ValidationError("Kvelden er alt avlyst.")
    if evening.presences.exclude(noted_on=None).exists():
        raise ValidationError("Det er notert hvem som kom. En kveld som har vært, avlyses ikke.")
    evening.called_off_on, evening.called_off_by = timezone.localdate(), by
    kept(evening)
    audit.record(by=by, did="support.evening_called_off", to=evening)
    return evening


@transaction.atomic
def say_whether_i_come(*, evening: Evening, comes: bool, by: Person) -> Presence:
    """Her own yes or no to an evening of her group. The last she said counts; a no needs no reason."""
    volunteer = volunteers.of_person(by)
    if volunteer is None:
        raise ValidationError("Dette er ikke din kveld.")
    herself(by, volunteer)
    mine = Membership.objects.filter(group=evening.group_id, volunteer=volunteer, left_on=None)
    over = evening.called_off_on or evening.held_on < timezone.localdate()
    if over or not mine.exists():
        raise ValidationError("Denne kvelden er det ikke lenger noe å svare på.")
    row = Presence.objects.filter(evening=evening, volunteer=volunteer).first()
    row = row or Presence(evening=evening, volunteer=volunteer)
    row.comes, row.said_at, row.said_by = comes, timezone.now(), by
    kept(row)
    audit.record(by=by, did=SAID, to=volunteer)
    return row


@transaction.atomic
def note_who_came(*, evening: Evening, came: Mapping[str, str], by: Person) -> Evening:
    """By reference: came, gave word, or did not come. What is left open is not known, and not kept."""
    may_guide(by, evening.group)
    has_been(evening.held_on, "")
    if evening.called_off_on:
        raise ValidationError("Kvelden er avlyst.")
    told = {reference: how for reference, how in came.items() if how}
    if not told:
        raise ValidationError("Kryss av for minst én.")
    if not set(told.values()) <= set(words.ATTENDED):
        raise ValidationError("Velg fra listen.")
    for volunteer in _asked_about(evening, told):
        row = Presence.objects.filter(evening=evening, volunteer=volunteer).first()
        row = row or Presence(evening=evening, volunteer=volunteer)
        row.how, row.noted_on, row.noted_by = told[volunteer.reference], timezone.localdate(), by
        kept(row)
    audit.record(by=by, did="support.presence_noted", to=evening, about=sorted(told))
    return evening


def _asked_about(evening: Evening, told: Mapping[str, str]) -> list[Any]:
    """Those named who are in the group, or were, or have been noted that evening."""
    members = Membership.objects.filter(group=evening.group_id).select_related("volunteer")
    rows: list[Any] = [*members, *evening.presences.select_related("volunteer")]
    known = {row.volunteer.reference: row.volunteer for row in rows}
    if not set(told) <= set(known):
        raise ValidationError("Noen av dem hører ikke til i gruppen.")
    return [known[reference] for reference in told]

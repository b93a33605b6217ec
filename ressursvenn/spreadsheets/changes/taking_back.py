"""The one undo: a whole bringing-in goes, keys and all, while nobody has acted on any of it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.participants import changes as participants_room
from ressursvenn.participants import queries as participants
from ressursvenn.protection import audit
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers import queries as volunteers

from .. import queries
from ..models import BringingIn


@transaction.atomic
def take_back(*, bringing: BringingIn, by: Person) -> BringingIn:
    """Raises ValidationError with the reason when it can no longer be taken back."""
    guard.check(by, Permission.BRING_IN_WORKBOOK)
    guard.same_house(by, bringing)
    BringingIn.objects.select_for_update().get(pk=bringing.pk)
    bringing.refresh_from_db(fields=["taken_back_at", "taken_back_by"])
    if reason := queries.why_not_taken_back(bringing, by):
        raise ValidationError(reason)
    people = queries.brought_people(bringing)
    for volunteer in volunteers.visible_to(by).filter(reference__in=people):
        volunteers_room.take_back_application(volunteer=volunteer, by=by)
    for participant in participants.visible_to(by).filter(reference__in=people):
        participants_room.take_back_referral(participant=participant, by=by)
    bringing.rows.all().delete()
    bringing.taken_back_at, bringing.taken_back_by = timezone.now(), by
    bringing.save(update_fields=["taken_back_at", "taken_back_by"])
    audit.record(by=by, did="spreadsheets.taken_back", to=bringing)
    return bringing

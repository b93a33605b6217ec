"""What the paper for the police carries, and that one was made. Nothing that was typed for it is kept."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import audit
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as reading

from ..models import Recipient
from ._noting import keep, may_screen

POSTCODE = re.compile(r"\b\d{4} \w")  # an address, so that no name comes to stand there instead


@transaction.atomic
def say_where_shown(*, office: str, place: str, by: Person) -> Recipient:
    """Where her own association has certificates shown. From now on new papers carry it."""
    guard.check(by, Permission.SCREEN_VOLUNTEERS)
    if not POSTCODE.search(office):
        wish = "Skriv adressen med postnummer og sted, for eksempel Storgata 1, 0155 Oslo."
        raise ValidationError({"office": wish})
    row = Recipient(association=by.association, office=office, place=place, said_by=by)
    row.said_on = timezone.localdate()
    return keep(row, by=by, did="recipient_said")


@transaction.atomic
def note_paper_made(*, volunteer: Any, by: Person, asked: bool = False) -> None:
    """The paper was made for her. Ticked, she was asked for the certificate too, once a day."""
    may_screen(by, volunteer)
    audit.record(by=by, did="screening.paper_made", to=volunteer)
    today = timezone.localdate()
    noted = {slip.on for slip in reading.notes_on(volunteer).certificates_asked_for}
    if asked and today not in noted:
        volunteers.ask_for_certificate(volunteer=volunteer, on=today, by=by)

"""Whose caseload a participant is in, and what is said before somebody else looks.

A participant whom nobody leads is the association's own. Outside her own caseload a colleague says why,
once a day for each participant, and the reason stands beside each of her looks in the log.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission, holders_of
from ressursvenn.protection import audit
from ressursvenn.together import queries as together

from .models import Participant

OUTSIDE, UNSEALED, BREAK_GLASS = "outside", "unsealed", "break_glass"  # how a purpose begins
SAID = "participants.reason_given"
UNSEAL = "oversight.unseal"  # registered by the room that watches over the log
IN_THE_MIDDLE = timedelta(hours=1)  # past midnight, for whoever had begun


class Stopped(Exception):
    """Nothing has been opened: another page has to come first."""

    template = ""

    def __init__(self, participant: Participant) -> None:
        super().__init__("not opened")
        self.participant = participant


class WhyFirst(Stopped):
    """Somebody else leads this participant, and nobody has said why today."""

    template = "participants/why.html"


class Sealed(Stopped):
    """The participant has withdrawn: the record is not read any more."""

    template = "participants/sealed.html"


def leaders(association: int | None) -> QuerySet[Person]:
    """Those who may lead participants of an association: its coordinators who still work there."""
    return Person.objects.filter(
        association=association, role__in=holders_of(Permission.LEAD_PARTICIPANTS), left_on=None
    ).order_by("id")


def is_outside(participant: Participant, person: Person) -> bool:
    """Another person, who still works here, leads this participant."""
    if participant.led_by_id in (None, person.pk):
        return False
    leader = participant.led_by
    here = leader is not None and leader.association_id == participant.association_id
    return here and leader.may(Permission.LEAD_PARTICIPANTS)


def purpose(participant: Participant, person: Person, page: str) -> str:
    """What the log is to say of this look. Raises WhyFirst when nobody has said why."""
    if not is_outside(participant, person):
        return page
    reason = reason_today(participant, person)
    if not reason:
        raise WhyFirst(participant)
    return f"{OUTSIDE}:{reason}:{page}"


def record_purpose(participant: Participant, person: Person, page: str) -> str:
    """The same for what only her own page shows. Raises Sealed once she has withdrawn."""
    told = purpose(participant, person, page)
    if not participant.withdrawn_on:
        return told
    if not is_unsealed(participant, person):
        raise Sealed(participant)
    return f"{UNSEALED}:{told}"


def is_unsealed(participant: Participant, person: Person) -> bool:
    """Two people have agreed that the one who asked may read it, for as long as their yes counts."""
    agreed = together.agreed(UNSEAL, participant.reference)
    return agreed is not None and agreed.asked_by_id == person.pk


def reason_today(participant: Participant, person: Person) -> str:
    """The code of the reason this person has given today; "" when she has given none."""
    said = audit.acts_on(participant.reference).filter(
        did=SAID, by=person, at__gte=_since(timezone.localtime())
    )
    entry = said.first()
    return entry.purpose.partition(":")[2] if entry else ""


def _since(now: datetime) -> datetime:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return min(midnight, now - IN_THE_MIDDLE)

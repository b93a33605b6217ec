"""How somebody may be reached: what has been agreed, a message to her, and what came of it.

These are changes like the others, and are called through `changes`. What is not said stays as it was; it
goes when the channel has no use for it, or when `forget` is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme import words
from ressursvenn.protection import audit
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.messages import changes as messages
from ressursvenn.protection.messages import post
from ressursvenn.protection.messages.setting import WHY
from ressursvenn.protection.messages.texts import CALL_ME, LANGUAGES, SOMETHING_WAITS

from . import reaching
from .models import Participant
from .rules import NUMBER_NEEDED, REACHES


class SafeContact(TypedDict, total=False):
    """All that may be agreed beside the channel. `until` is the last day before she is asked again."""

    hours: str
    number: str
    email: str
    begins: str
    ends: str
    sender: str
    language: str
    voicemail: str
    never_say: Sequence[str]
    until: date | None
    forget: bool


KEPT = (
    "hours", "number", "email", "begins", "ends", "sender", "language", "voicemail", "never_say",
)  # fmt: skip
ONLY_TO_REACH = ("hours", "number", "email", "begins", "ends")  # of no use when nothing is sent
YES_NO = ("yes", "no")
NOT_IN_LIST = "Noe av det som er valgt, finnes ikke i listen."


@transaction.atomic
def settle_contact(
    *,
    participant: Participant,
    channel: str,
    by: Person,
    on: date | None = None,
    **chosen: Unpack[SafeContact],
) -> Participant:
    """Agreed with the participant: how, when and in which words to make contact. Never guessed."""
    _may_lead(by, participant)
    _on_the_lists(channel, chosen)
    reaches = channel in REACHES
    for name in KEPT:
        of_no_use = not reaches and name in ONLY_TO_REACH
        given: Any = None if of_no_use else chosen.get(name)
        if given or of_no_use or chosen.get("forget"):
            setattr(participant, f"contact_{name}", given or _nothing(name))
    _only_what_is_needed(participant, channel)
    participant.contact_channel = channel
    participant.contact_until = chosen.get("until") if reaches else None
    _can_be_used(participant, channel)
    participant.contact_settled_on = _has_been(on or timezone.localdate())
    participant.contact_settled_by = by
    participant.full_clean()
    fields = [f"contact_{name}" for name in (*KEPT, "channel", "until", "settled_on", "settled_by")]
    participant.save(update_fields=fields)
    audit.record(by=by, did="participants.contact_settled_noted", to=participant)
    return participant


def write_to_her(*, participant: Participant, by: Person, kind: str = CALL_ME) -> None:
    """A neutral message is to go to her, the way she has chosen; by phone it is a line in Min dag.

    When it cannot be sent, that she was looked up for it still stands in the log.
    """
    _may_lead(by, participant)
    why = ""
    with transaction.atomic():
        try:
            post.to_her(participant_reference=participant.reference, kind=kind, by=by)
        except post.CannotBeSent as no:
            why = no.why
        else:
            audit.record(by=by, did="participants.message_written", to=participant)
    if why:
        raise ValidationError(WHY[why])


@transaction.atomic
def settle_messages(*, participant: Participant, by: Person) -> None:
    """Somebody has rung, or found out whether it arrived. Nothing open is nothing settled."""
    _may_lead(by, participant)
    if messages.settle_tasks(reference=participant.reference, by=by):
        audit.record(by=by, did="participants.message_settled", to=participant)


def tell_leaders(participant: Participant) -> None:
    """Something new waits: those who want a notice get one. It does not say what."""
    for person in reaching.leaders_of(participant.reference):
        post.to_staff(person=person, kind=SOMETHING_WAITS)


def _may_lead(by: Person, participant: Participant) -> None:
    guard.check(by, Permission.LEAD_PARTICIPANTS)
    guard.same_house(by, participant)


def _on_the_lists(channel: str, chosen: Mapping[str, Any]) -> None:
    lists = {
        "hours": words.CONTACT_HOURS,
        "sender": settings.MESSAGE_SENDERS,
        "language": LANGUAGES,
        "voicemail": YES_NO,
    }
    unknown = [name for name, listed in lists.items() if chosen.get(name, "") not in ("", *listed)]
    if unknown or channel not in words.CONTACT_CHANNELS:
        raise ValidationError(NOT_IN_LIST)


def _nothing(name: str) -> Any:
    return [] if name == "never_say" else ""


def _only_what_is_needed(participant: Participant, channel: str) -> None:
    """A number for the channels that go to one, an address for the one that does."""
    if channel not in NUMBER_NEEDED:
        participant.contact_number = ""
    if channel != "email":
        participant.contact_email = ""


def _can_be_used(participant: Participant, channel: str) -> None:
    """Half an answer is not settled."""
    if channel not in REACHES:
        return
    if channel in NUMBER_NEEDED and not _is_there(participant, "number"):
        raise ValidationError("Skriv nummeret, og når det er trygt å bruke det.")
    if channel == "email" and not _is_there(participant, "email"):
        raise ValidationError("Skriv e-postadressen, og når det er trygt å bruke den.")
    if not _is_there(participant, "hours"):
        raise ValidationError("Velg når det er trygt.")
    if reaching.too_narrow(participant):
        raise ValidationError("Klokkeslettene ligger utenfor tiden som er valgt over.")


def _is_there(participant: Participant, name: str) -> bool:
    """What is sealed is not known, and what is not known is not there."""
    try:
        return bool(getattr(participant, f"contact_{name}"))
    except StillSealed:
        return False


def _has_been(day: date) -> date:
    if day > timezone.localdate():
        raise ValidationError("Dagen kan ikke være i framtiden.")
    return day

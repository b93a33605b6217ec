"""How somebody may be reached, as whoever sends must know it, and what Min dag says of messages to her."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import opening, vault
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.messages import queries as messages
from ressursvenn.protection.messages import ready
from ressursvenn.protection.messages.letters import Letter
from ressursvenn.protection.messages.models import Outgoing
from ressursvenn.protection.messages.setting import EMAIL, PHONE_LIST, SMS, WHY, Setting
from ressursvenn.protection.messages.texts import CALL_ME, TEXTS, text_of
from ressursvenn.protection.messages.window import DAY_BEGINS, DAY_ENDS, Window

from . import caseload
from .models import Participant

# The narrowest reading of each: what is not said is a no. No night is in any of them.
HOURS = {
    "any": Window(),
    "weekdays_10_12": Window(time(10), time(12), working_days=True),
    "daytime": Window(time(9), time(15), working_days=True),
    "evening": Window(time(17), time(21), working_days=True),
}
CHANNELS = {"phone": PHONE_LIST, "sms_without_name": SMS, "email": EMAIL}


def found(reference: str) -> Setting | None:
    """What she has chosen, opened by the house itself to send. None: nobody, or the keys are gone."""
    row = Participant.objects.filter(reference=reference).first()
    if row is None:
        return None
    if not has_said_yes(row):
        return Setting(may=False)
    try:
        return setting_of(opening.open_record(row, by=None, purpose="post"))
    except vault.Erased:
        return None


def has_said_yes(row: Participant) -> bool:
    """She has consented, and not withdrawn it; and how to reach her is settled."""
    today = timezone.localdate()
    consented = row.consented_on is not None and row.consented_on <= today
    return consented and row.withdrawn_on is None and row.contact_settled_on is not None


def setting_of(row: Participant) -> Setting:
    """Of an opened row."""
    channel = CHANNELS.get(row.contact_channel, "")
    return Setting(
        may=has_said_yes(row),
        channel=channel,
        to=(row.contact_email if channel == EMAIL else row.contact_number) or "",
        sender=row.contact_sender or "",
        language=row.contact_language or "",
        never=tuple(row.contact_never_say or ()),
        window=window_of(row),
        until=row.contact_until,
    )


def window_of(row: Participant) -> Window | None:
    """The hours she chose, and within them the times of the day, if she named any."""
    hours = HOURS.get(row.contact_hours)
    if hours is None:
        return None
    begins = time.fromisoformat(row.contact_begins) if row.contact_begins else DAY_BEGINS
    ends = time.fromisoformat(row.contact_ends) if row.contact_ends else DAY_ENDS
    return hours.within(begins, ends)


def too_narrow(row: Participant) -> bool:
    """No moment is in it. What is sealed is not known, and was asked when it was written."""
    try:
        window = window_of(row)
    except StillSealed:
        return False
    return window is None or window.never


NAMES = (
    "channel", "number", "email", "hours", "begins", "ends", "sender", "language", "voicemail",
)  # fmt: skip


def chosen(row: Participant) -> dict[str, Any]:
    """What has been agreed, for the form that changes it; nothing of a row that is sealed."""
    try:
        told: dict[str, Any] = {name: getattr(row, f"contact_{name}") or "" for name in NAMES}
        told["never_say"] = "\n".join(row.contact_never_say or ())
    except StillSealed:
        return {}
    told["language"] = told["language"] or "nb"
    if row.contact_until and row.contact_until >= timezone.localdate():
        told["until"] = row.contact_until
    return told


def leaders_of(reference: str) -> list[Person]:
    """Who is to hear of it: whoever leads her, else her association's coordinators."""
    row = Participant.objects.filter(reference=reference).select_related("led_by").first()
    if row is None:
        return []
    coordinators = list(caseload.leaders(row.association_id))
    return [person for person in coordinators if person == row.led_by] or coordinators


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a coordinator must see before she says send. `why_not` is "" when she may."""

    why_not: str
    rings: bool  # nothing is sent: she rings herself
    letter: Letter
    is_email: bool
    address: str  # an e-mail shows it beside the sender's name
    window: Window | None
    goes: datetime | None  # when; None when it would be too old by then
    at_once: bool
    meaning: str  # the same in bokmål
    confirmed: bool  # somebody who speaks the language has read the translation
    voicemail: str


def preview(row: Participant, now: datetime, kind: str = CALL_ME) -> Preview:
    """Of an opened row."""
    setting = setting_of(row)
    why, text = ready.why_not(setting, kind, now), text_of(kind, setting.language)
    goes = ready.waits_until(setting, now)
    if messages.written_today(row.reference):
        why = "already"
    elif why == "closed" and goes:
        why = ""
    return Preview(
        why_not=WHY[why] if why else "",
        rings=setting.channel == PHONE_LIST,
        letter=ready.shown(setting, kind),
        is_email=setting.channel == EMAIL,
        address=settings.MESSAGE_FROM,
        window=setting.window,
        goes=goes,
        at_once=goes == now,
        meaning=TEXTS[kind]["nb"].body,
        confirmed=text is not None and text.confirmed,
        voicemail=row.contact_voicemail or "",
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """One message on her page: when, and what became of it."""

    at: datetime
    told: str
    is_task: bool


def sent(reference: str) -> list[Sent]:
    """The newest messages to her, for her own page."""
    return [_became(one) for one in messages.to_her(reference)]


def _became(one: Outgoing) -> Sent:
    settled = " Ordnet." if one.settled_at else ""
    if one.sent_at:
        return Sent(one.sent_at, "Sendt.", False)
    if one.unknown_at:
        told = "Vi vet ikke om den kom fram. Den blir ikke sendt igjen."
        return Sent(one.unknown_at, f"{told}{settled}", not settled)
    if one.dropped_at:
        return Sent(one.dropped_at, f"Ikke sendt. {WHY[one.why]}{settled}", not settled)
    if one.channel == PHONE_LIST:
        return Sent(one.written_at, settled.strip() or "Du skal ringe.", not settled)
    return Sent(one.written_at, "Venter på å bli sendt.", False)


def task_lines(opened: Iterable[Any]) -> list[Line]:
    """What is to be done about messages, of rows `with_tasks` whose cards are open."""
    return [line for row in opened if (line := _task(row))]


def asking_lines(opened: Iterable[Participant], today: date) -> list[Line]:
    """Whom to ask again before anything is sent."""
    return [_ask_again(row) for row in opened if _is_to_be_asked_again(row, today)]


def _task(row: Any) -> Line | None:
    if row.message_how == messages.UNKNOWN:
        told = "Vi vet ikke om meldingen kom fram. Den blir ikke sendt igjen."
        return _line(row, Weight.FATE_UNKNOWN, told, "Finn ut, og noter", row.message_day)
    if row.message_how == messages.DROPPED:
        told = f"Meldingen ble ikke sendt. {WHY[row.message_why]}"
        return _line(row, Weight.WAITS_FOR_YOU, told, "Se hva du kan gjøre", row.message_day)
    if row.message_how is None or row.withdrawn_on:
        return None
    told = f"Ring {row.called}. Når og hvordan det er trygt, står på siden."
    return _line(row, Weight.WAITS_FOR_YOU, told, "Se når det er trygt", row.message_day)


def _is_to_be_asked_again(row: Participant, today: date) -> bool:
    until = row.contact_until
    return until is not None and until < today and row.withdrawn_on is None


def _ask_again(row: Participant) -> Line:
    told = "Trygg kontakt må avklares på nytt. Til da blir ingenting sendt."
    return _line(row, Weight.NEXT_STEP, told, "Spør, og noter", row.contact_until)


def _line(row: Participant, weight: Weight, told: str, act: str, since: date | None) -> Line:
    return Line(
        weight=weight,
        who=row.called,
        sentence=told,
        act=act,
        url=reverse("participants:one", args=[row.reference]),
        since=since,
    )

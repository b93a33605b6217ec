"""Every change to a participant. Keyword-only, named for what happened, audited as it happens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack, get_type_hints

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, CrisisCentre, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.programme import words
from ressursvenn.protection import audit, vault

from . import caseload, contact, facts
from .contact import settle_contact as settle_contact
from .contact import settle_messages as settle_messages
from .contact import write_to_her as write_to_her
from .models import Participant


class Card(TypedDict, total=False):
    """What lists may show. What is not named, or None, stays as it is."""

    called: str | None
    area: str | None
    languages: Sequence[str] | None
    interests: Sequence[str] | None
    times: Sequence[str] | None
    avoided_areas: Sequence[str] | None


class Referral(Card, total=False):
    """What else may come with a referral. A contact wish is kept, and not settled by it."""

    wishes: Sequence[str]
    strengths: str
    contact_channel: str
    contact_hours: str
    workbook_code: str


LISTS: dict[str, Mapping[str, object]] = {
    "languages": words.LANGUAGES,
    "interests": words.INTERESTS,
    "times": words.TIMES,
    "avoided_areas": AREAS,
    "wishes": words.WISHES,
}
CHOICES: dict[str, Mapping[str, object]] = {
    "area": AREAS,
    "contact_channel": words.CONTACT_CHANNELS,
    "contact_hours": words.CONTACT_HOURS,
}


@transaction.atomic
def refer(
    *,
    association: Association,
    crisis_centre: CrisisCentre | None,
    by: Person,
    waiting_since: date | None = None,
    left_stated_on: date | None = None,
    acute_over_on: date | None = None,
    consented_on: date | None = None,
    **told: Unpack[Referral],
) -> Participant:
    """A crisis centre, or the coordinator on its behalf, asks for a volunteer for somebody.

    What the centre states goes with the referral. A coordinator's own is received as it is made.
    """
    _may_refer(by, association, crisis_centre)
    today = timezone.localdate()
    participant = Participant(association=association, crisis_centre=crisis_centre)
    _fill(participant, told, Referral)
    participant.waiting_since = _has_been(waiting_since or today)
    stated = {
        "referred": today,
        "received": today if by.may(Permission.LEAD_PARTICIPANTS) else None,
        "led": today if by.may(Permission.LEAD_PARTICIPANTS) else None,
        "left_stated": left_stated_on,
        "acute_over": acute_over_on,
        "consented": consented_on,
    }
    for what, day in stated.items():
        if day:
            _set(participant, what, day, by)
    vault.make_keys(participant.reference, participant.association.reference)
    participant.full_clean()
    participant.save()
    audit.record(by=by, did="participants.referred", to=participant)
    if participant.led_on is None:
        contact.tell_leaders(participant)
    return participant


class InWorkbook(Referral, total=False):
    """What a row of an old list may tell. A pair it names nobody of is one we do not know."""

    crisis_centre: CrisisCentre | None
    waiting_since: date | None
    left_stated_on: date | None
    acute_over_on: date | None
    consented_on: date | None
    contact_is_settled: bool
    in_unknown_pair: bool


BESIDE = set(get_type_hints(InWorkbook)) - set(get_type_hints(Referral))
NOT_ASKED_ROW_BY_ROW = {
    field.name for field in Participant._meta.concrete_fields if field.is_relation
}


@transaction.atomic
def refer_from_workbook(
    *, association: Association, rows: Sequence[InWorkbook], by: Person
) -> list[Participant]:
    """Participants from an old list, many at once, in its order. All, or none; one entry in the log."""
    _may_lead(by, Participant(association=association))
    participants = [_from_workbook(association, row, by) for row in rows]
    references = [participant.reference for participant in participants]
    keys = vault.make_keys_for(references, association.reference)
    for participant in participants:
        participant.__dict__["_keys"] = keys[participant.reference]
        participant.clean_fields(exclude=NOT_ASKED_ROW_BY_ROW)
    Participant.objects.bulk_create(participants, batch_size=200)
    if participants:
        audit.record(by=by, did="participants.referred_from_workbook", about=references)
    return participants


def _from_workbook(association: Association, row: InWorkbook, by: Person) -> Participant:
    today = timezone.localdate()
    participant = Participant(association=association, crisis_centre=row.get("crisis_centre"))
    told = {name: value for name, value in row.items() if name not in BESIDE}
    _fill(participant, told, Referral)
    participant.waiting_since = _has_been(row.get("waiting_since") or today)
    noted = {
        "referred": today,
        "received": today,
        "led": today,
        "left_stated": row.get("left_stated_on"),
        "acute_over": row.get("acute_over_on"),
        "consented": row.get("consented_on"),
        "contact_settled": today if row.get("contact_is_settled") else None,
        "unknown_pair": today if row.get("in_unknown_pair") else None,
    }
    for what, day in noted.items():
        if day:
            _set(participant, what, day, by)
    return participant


def _may_refer(by: Person, association: Association, centre: CrisisCentre | None) -> None:
    """A coordinator to her own association; a contact from her centre to one it works with."""
    if by.may(Permission.LEAD_PARTICIPANTS) and by.association_id == association.pk:
        return
    guard.check(by, Permission.REFER_PARTICIPANTS)
    if centre is None or by.crisis_centre_id != centre.pk:
        raise PermissionDenied
    if not accounts.associations_of(centre).filter(pk=association.pk).exists():
        raise PermissionDenied


@transaction.atomic
def receive(*, participant: Participant, by: Person) -> Participant:
    """The coordinator has read the referral, and leads from now on. The centre sees only the first.

    Received once is received: a second tap changes neither the day nor by whom.
    """
    _may_lead(by, participant)
    if participant.received_on:
        return participant
    if participant.led_on is None:
        _set(participant, "led", timezone.localdate(), by)
    return _note("received", participant, None, by, also=("led_on", "led_by"))


@transaction.atomic
def hand_over(*, participant: Participant, to: Person, by: Person) -> Participant:
    """Another coordinator leads from now on. Whoever takes from a colleague has first said why."""
    _may_lead(by, participant)
    if not caseload.leaders(participant.association_id).filter(pk=to.pk).exists():
        raise ValidationError("Velg en koordinator i foreningen.")
    why = caseload.purpose(participant, by, "hand_over")
    participant.led_on, participant.led_by = timezone.localdate(), to
    _save(participant, "led_on", "led_by")
    told = why if why.startswith(caseload.OUTSIDE) else ""
    audit.record(by=by, did="participants.handed_over", to=participant, purpose=told)
    return participant


@transaction.atomic
def give_reason(*, participant: Participant, reason: str, by: Person) -> None:
    """Why somebody has to look outside her own caseload. It holds today, for this participant."""
    guard.check(by, Permission.SEE_PARTICIPANTS)
    guard.same_house(by, participant)
    if reason not in words.OUTSIDE_REASONS:
        raise ValidationError("Velg en grunn fra listen.")
    why = f"{caseload.OUTSIDE}:{reason}"
    audit.record(by=by, did=caseload.SAID, to=participant, purpose=why)


@transaction.atomic
def note_left_him(*, participant: Participant, by: Person, on: date | None = None) -> Participant:
    """It is stated that the participant has moved away from the violence."""
    return _note("left_stated", participant, on, by)


@transaction.atomic
def note_acute_phase_over(
    *, participant: Participant, by: Person, on: date | None = None
) -> Participant:
    """It is stated that the acute phase is over."""
    return _note("acute_over", participant, on, by)


@transaction.atomic
def note_consent(*, participant: Participant, by: Person, on: date | None = None) -> Participant:
    """The participant has said yes. A yes said before a no does not undo the no.

    Nor does it wake a pair: who withdrew in one meets somebody again when two have decided it anew.
    """
    _may_lead(by, participant)
    day = _has_been(on or timezone.localdate())
    if participant.withdrawn_on and day < participant.withdrawn_on:
        raise ValidationError("Et nytt ja må være sagt etter at deltakeren trakk seg.")
    if participant.withdrawn_on and facts.of(participant).open_pairs:
        raise ValidationError("Avslutt koblingen først. Et nytt ja gjelder en ny kobling.")
    participant.withdrawn_on = participant.withdrawn_by = None
    return _note("consented", participant, day, by, also=("withdrawn_on", "withdrawn_by"))


@transaction.atomic
def withdraw_consent(
    *, participant: Participant, by: Person, on: date | None = None
) -> Participant:
    """The participant no longer wants to. No reason is asked for; suggestion stops at once."""
    return _note("withdrawn", participant, on, by)


@transaction.atomic
def note_in_unknown_pair(
    *, participant: Participant, by: Person, on: date | None = None
) -> Participant:
    """An old list says "koblet" without saying with whom. No suggestion until it is settled."""
    return _note("unknown_pair", participant, on, by)


@transaction.atomic
def settle_unknown_pair(*, participant: Participant, by: Person) -> Participant:
    """That pair is over, or now has its own place here."""
    _may_lead(by, participant)
    participant.unknown_pair_on = participant.unknown_pair_by = None
    _save(participant, "unknown_pair_on", "unknown_pair_by")
    audit.record(by=by, did="participants.unknown_pair_settled", to=participant)
    return participant


@transaction.atomic
def correct_card(*, participant: Participant, by: Person, **card: Unpack[Card]) -> Participant:
    """What a list shows is put right. What is not named, or None, stays as it is."""
    _may_lead(by, participant)
    _save(participant, *_fill(participant, card, Card))
    audit.record(by=by, did="participants.card_corrected", to=participant)
    return participant


@transaction.atomic
def note_wishes(
    *, participant: Participant, wishes: Sequence[str], by: Person, strengths: str = ""
) -> Participant:
    """What the participant would like, and is good at."""
    _may_lead(by, participant)
    participant.wishes = _known(wishes, words.WISHES)
    participant.strengths = strengths
    _save(participant, "wishes", "strengths")
    audit.record(by=by, did="participants.wishes_noted", to=participant)
    return participant


@transaction.atomic
def take_back_referral(*, participant: Participant, by: Person) -> None:
    """A referral that should not have been here goes, keys and all, while nothing has come of it.

    Only before there is a pair: after that somebody has met somebody, and it is no mistake.
    """
    _may_lead(by, participant)
    if participant.pairs.exists():
        raise ValidationError("Deltakeren har vært i en kobling og kan ikke tas bort her.")
    audit.record(by=by, did="participants.referral_taken_back", to=participant)
    vault.destroy_keys(participant.reference)
    participant.delete()


def _note(
    what: str, participant: Participant, on: date | None, by: Person, also: Iterable[str] = ()
) -> Participant:
    """A day and who noted it, with one entry in the log."""
    _may_lead(by, participant)
    _set(participant, what, on or timezone.localdate(), by)
    _save(participant, f"{what}_on", f"{what}_by", *also)
    audit.record(by=by, did=f"participants.{what}_noted", to=participant)
    return participant


def _may_lead(by: Person, participant: Participant) -> None:
    guard.check(by, Permission.LEAD_PARTICIPANTS)
    guard.same_house(by, participant)


def _set(participant: Participant, what: str, day: date, by: Person) -> None:
    setattr(participant, f"{what}_on", _has_been(day))
    setattr(participant, f"{what}_by", by)


def _save(participant: Participant, *fields: str) -> None:
    participant.full_clean()
    participant.save(update_fields=fields)


def _has_been(day: date) -> date:
    if day > timezone.localdate():
        raise ValidationError("Dagen kan ikke være i framtiden.")
    return day


def _fill(participant: Participant, told: Mapping[str, Any], shape: type) -> list[str]:
    """Put what was told on the row; the fields. Raises TypeError for one not of this shape."""
    if unknown := set(told) - set(get_type_hints(shape)):
        raise TypeError(f"not told here: {', '.join(sorted(unknown))}")
    given = {field: value for field, value in told.items() if value is not None}
    for field, value in given.items():
        setattr(participant, field, _checked(field, value))
    return list(given)


def _checked(field: str, value: Any) -> Any:
    """Codes are codes of their list; a choice may be left empty."""
    if field in LISTS:
        return _known(value, LISTS[field])
    if field in CHOICES and value:
        return _known([value], CHOICES[field])[0]
    return value


def _known(codes: Iterable[str], those: Mapping[str, object]) -> list[str]:
    """The codes, each once. Raises ValidationError, which does not repeat what it is about."""
    listed = list(dict.fromkeys(codes))
    if any(code not in those for code in listed):
        raise ValidationError("Noe av det som er valgt, finnes ikke i listen.")
    return listed

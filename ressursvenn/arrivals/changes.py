"""What happens at the door. Nobody is compared with anybody, so that the work is the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from secrets import token_urlsafe
from typing import Any, TypedDict, Unpack

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.protection import audit, fingerprints
from ressursvenn.volunteers import changes as volunteers

from . import drafts, words
from .models import Arrival, Draft

A_DAY = 24 * 60 * 60


class Card(TypedDict, total=False):
    """What an applicant tells of herself."""

    first_name: str
    last_name: str
    phone: str
    email: str
    birth_year: int | None
    areas: Iterable[str]
    languages: Iterable[str]
    interests: Iterable[str]
    times: Iterable[str]


@transaction.atomic
def receive(
    *,
    association: Association,
    consent: str,
    advert: Any = None,
    told: str = "",
    token: str = "",
    once: str = "",
    applied_on: date | None = None,
    by: None = None,
    **card: Unpack[Card],
) -> Arrival:
    """An application came through the form. The fourth of a day from one number or address is held back.

    Whatever is held, whoever she is: the same rows, the same questions, the same answer. Her draft goes.
    `once` names the form it was written on: sent again, it is the same work, and nothing of it stays.
    """
    held = _too_many_today(association, card.get("phone", ""), card.get("email", ""))
    volunteer = volunteers.receive_application(
        association=association, held=held, applied_on=applied_on, by=by, **card
    )
    Draft.objects.filter(token_print=drafts.print_of(token)).delete()
    arrival = Arrival(
        volunteer=volunteer, advert=advert, way=words.FORM, consent=consent, told=told
    )
    earlier = _sent_before(once, arrival)
    _keep(arrival)
    if earlier:
        transaction.set_rollback(True)
    return earlier or arrival


@transaction.atomic
def note_pasted(
    *,
    association: Association,
    by: Person,
    applied_on: date,
    advert: Any = None,
    told: str = "",
    once: str = "",
    **card: Unpack[Card],
) -> Arrival:
    """A colleague has read a notification from frivillig.no and noted what it says. The mail is not kept.

    Noted twice from the same form it is the first one still.
    """
    told_of: dict[str, Any] = {"first_name": "", **card}
    volunteer = volunteers.note_application(
        association=association, applied_on=applied_on, by=by, **told_of
    )
    arrival = Arrival(volunteer=volunteer, advert=advert, way=words.PASTED, told=told)
    if earlier := _sent_before(once, arrival):
        transaction.set_rollback(True)
        return earlier
    return _keep(arrival)


@transaction.atomic
def note_answered(*, volunteer: Any, on: date, is_no: bool, by: Person) -> None:
    """She has got her answer. A no is the end of her road, so that she is erased when she was told.

    A no may also come later than a first answer; then that one stands.
    """
    if not (is_no and volunteer.answered_on):
        volunteers.note_answer(volunteer=volunteer, on=on, by=by)
    if is_no:
        volunteers.note_leaving(volunteer=volunteer, on=on, by=by)


@transaction.atomic
def save_draft(*, content: Mapping[str, list[str]], token: str = "", by: None = None) -> str:
    """What she has written so far, locked with the link it is given. Raises ValidationError."""
    row = Draft.objects.filter(token_print=drafts.print_of(token)).first() if token else None
    word = token if row else drafts.new_token()
    row = row or Draft(token_print=drafts.print_of(word))
    try:
        row.content = drafts.locked(word, content)
    except drafts.TooMuch:
        raise ValidationError("Det er for mye tekst til å lagres. Gjør den kortere.") from None
    row.saved_day = timezone.localdate()
    row.full_clean()
    row.save()
    audit.record(by=by, did="arrivals.draft_saved")
    return word


@transaction.atomic
def throw_away_draft(*, token: str, by: None = None) -> None:
    """She will not send it after all."""
    gone, _ = Draft.objects.filter(token_print=drafts.print_of(token)).delete()
    if gone:
        audit.record(by=by, did="arrivals.draft_thrown_away")


def _sent_before(once: str, arrival: Arrival) -> Arrival | None:
    """What this very form was received as, within a day. The first time there is none, and this is remembered.

    The same questions whether there is one or not. A form without its word is always the first.
    """
    key = fingerprints.of_identity("once", once or token_urlsafe())
    cache.add(key, arrival.reference, A_DAY)
    sent = Arrival.objects.filter(reference=cache.get(key)).select_related("volunteer")
    return sent.filter(volunteer__association=arrival.volunteer.association_id).first()


def _keep(arrival: Arrival) -> Arrival:
    """The entry in the log is the one that the application itself left."""
    arrival.full_clean()
    arrival.save()
    return arrival


def _too_many_today(association: Association, phone: str, email: str) -> bool:
    """Has one of these been written in so many applications today? Counted as prints, one step each.

    Read and written whatever the answer is: a count that is new takes no other path than an old one.
    """
    terms = accounts.terms(association)
    most = terms.limits.applications_a_day_each_contact
    counts = [_counted(terms.today, kind, form) for kind, form in _normal(phone, email)]
    return any(count > most for count in counts)


def _normal(phone: str, email: str) -> list[tuple[str, str]]:
    return [
        ("phone", fingerprints.phone_form(phone) or phone.strip()),
        ("email", fingerprints.email_form(email) or email.strip()),
    ]


def _counted(today: date, kind: str, form: str) -> int:
    key = fingerprints.of_identity("applied", today, kind, form)
    count: Any = cache.get(key, 0)
    count = count + 1 if isinstance(count, int) else 1
    cache.set(key, count if form else 0, A_DAY)
    return count if form else 0

"""What happens at the door. Nobody is compared with anybody, so that the work is the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts.models import Association, Person
from ressursvenn.programme.limits import in_force
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
    applied_on: date | None = None,
    by: None = None,
    **card: Unpack[Card],
) -> Arrival:
    """An application came through the form. The fourth of a day from one number or address is held back.

    Whatever is held, whoever she is: the same rows, the same questions, the same answer. Her draft goes.
    """
    held = _too_many_today(card.get("phone", ""), card.get("email", ""))
    volunteer = volunteers.receive_application(
        association=association, held=held, applied_on=applied_on, by=by, **card
    )
    Draft.objects.filter(token_print=drafts.print_of(token)).delete()
    return _keep(
        Arrival(volunteer=volunteer, advert=advert, way=words.FORM, consent=consent, told=told)
    )


@transaction.atomic
def note_pasted(
    *,
    association: Association,
    by: Person,
    applied_on: date,
    advert: Any = None,
    told: str = "",
    **card: Unpack[Card],
) -> Arrival:
    """A colleague has read a notification from frivillig.no and noted what it says. The mail is not kept."""
    told_of: dict[str, Any] = {"first_name": "", **card}
    volunteer = volunteers.note_application(
        association=association, applied_on=applied_on, by=by, **told_of
    )
    return _keep(Arrival(volunteer=volunteer, advert=advert, way=words.PASTED, told=told))


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
    """She will not send it after all; or she may not, and then nothing is kept."""
    gone, _ = Draft.objects.filter(token_print=drafts.print_of(token)).delete()
    if gone:
        audit.record(by=by, did="arrivals.draft_thrown_away")


def _keep(arrival: Arrival) -> Arrival:
    """The entry in the log is the one that the application itself left."""
    arrival.full_clean()
    arrival.save()
    return arrival


def _too_many_today(phone: str, email: str) -> bool:
    """Has one of these been written in so many applications today? Counted as prints, one step each.

    Read and written whatever the answer is: a count that is new takes no other path than an old one.
    """
    today = timezone.localdate()
    most = in_force(today).limits.applications_a_day_each_contact
    counts = [_counted(today, kind, form) for kind, form in _normal(phone, email)]
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

"""Who she is and how she is reached: the application, its answer, corrections, and leaving."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Association, Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.accounts.queries import terms
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES
from ressursvenn.protection import audit, fingerprints, vault
from ressursvenn.protection.likeness import prints

from .. import facts
from ..models import Volunteer
from ._noting import has_been, keep, may_screen
from .approving import withdraw_approval

LISTS: dict[str, Collection[str]] = {
    "areas": AREAS,
    "languages": LANGUAGES,
    "interests": INTERESTS,
    "times": TIMES,
}


@transaction.atomic
def note_application(
    *,
    association: Association,
    first_name: str,
    by: Person,
    last_name: str = "",
    applied_on: date | None = None,
    areas: Iterable[str] = (),
    languages: Iterable[str] = (),
    interests: Iterable[str] = (),
    times: Iterable[str] = (),
    phone: str = "",
    email: str = "",
    birth_year: int | None = None,
    places: int = 1,
) -> Volunteer:
    """Somebody wants to be a volunteer. Her road begins here; without a day if nobody knows it."""
    volunteer = Volunteer(association=association, first_name=first_name.strip())
    may_screen(by, volunteer)
    has_been(applied_on=applied_on)
    volunteer.last_name, volunteer.phone, volunteer.email = last_name, phone, email
    volunteer.areas, volunteer.languages = list(areas), list(languages)
    volunteer.interests, volunteer.times = list(interests), list(times)
    volunteer.birth_year, volunteer.places = birth_year, places
    volunteer.applied_on, volunteer.applied_by = applied_on, by if applied_on else None
    vault.make_keys(volunteer.reference, volunteer.association.reference)
    return _keep_card(volunteer, by=by, did="application_noted")


class Card(TypedDict, total=False):
    """What may be put right about a volunteer. What is not named stays as it is."""

    first_name: str
    last_name: str
    areas: Iterable[str]
    languages: Iterable[str]
    interests: Iterable[str]
    times: Iterable[str]
    phone: str
    email: str
    birth_year: int | None
    places: int


@transaction.atomic
def correct_card(*, volunteer: Volunteer, by: Person, **card: Unpack[Card]) -> Volunteer:
    """Put right what is written about her. The row must be open: protection.opening.open_record."""
    may_screen(by, volunteer)
    if unknown := set(card) - set(Card.__annotations__):
        raise TypeError(f"not on a card: {', '.join(sorted(unknown))}")
    for name, value in card.items():
        setattr(volunteer, name, list(value) if name in LISTS else value)  # type: ignore[call-overload]
    return _keep_card(
        volunteer, by=by, did="card_corrected", only={*card, "fingerprints", "likeness"}
    )


@transaction.atomic
def note_birth_year(*, volunteer: Volunteer, birth_year: int, by: Person) -> Volunteer:
    """The year she was born, and no more. Nothing else of her need be open."""
    may_screen(by, volunteer)
    volunteer.birth_year = birth_year
    return keep(volunteer, by=by, did="birth_year_noted", volunteer=volunteer, only={"birth_year"})


@transaction.atomic
def note_answer(*, volunteer: Volunteer, on: date, by: Person) -> Volunteer:
    """She has got an answer to her application."""
    may_screen(by, volunteer)
    has_been(on=on)
    if volunteer.answered_on:
        raise ValidationError("Det er allerede notert at hun har fått svar.")
    volunteer.answered_on, volunteer.answered_by = on, by
    answered = {"answered_on", "answered_by"}
    return keep(volunteer, by=by, did="answered", volunteer=volunteer, only=answered)


@transaction.atomic
def note_leaving(*, volunteer: Volunteer, on: date, by: Person) -> Volunteer:
    """She is no longer a volunteer. A pair is ended first, so that nobody is left alone unseen."""
    may_screen(by, volunteer)
    _can_be_last(volunteer, on)
    if volunteer.left_on:
        raise ValidationError("Det er allerede notert at hun har sluttet.")
    Volunteer.objects.select_for_update().get(pk=volunteer.pk)  # no pair begins meanwhile
    if facts.of(volunteer).open_pairs:
        raise ValidationError(
            "Hun har en kobling. Avslutt koblingen først, og noter dette etterpå."
        )
    withdraw_approval(volunteer=volunteer, by=by)
    return _gone(volunteer, on, by, did="left")


@transaction.atomic
def put_right_last_day(*, volunteer: Volunteer, on: date, by: Person) -> Volunteer:
    """She left on another day than was noted: what is kept of her is counted from the right one."""
    may_screen(by, volunteer)
    _can_be_last(volunteer, on)
    if volunteer.left_on is None:
        raise ValidationError("Det er ikke notert at hun har sluttet.")
    return _gone(volunteer, on, by, did="last_day_put_right")


def _can_be_last(volunteer: Volunteer, on: date) -> None:
    """Raises ValidationError. A year typed wrong would erase her at once, or much too soon."""
    has_been(on=on)
    days = terms(volunteer.association).limits.leaving_noted_within_days
    if on < timezone.localdate() - timedelta(days=days):
        told = f"Skriv en av de siste {days} dagene. Er det lenger siden, skriv dagen du fikk vite det."
        raise ValidationError({"on": told})
    if volunteer.applied_on and on < volunteer.applied_on:
        raise ValidationError(
            {"on": "Hun søkte etter den dagen. Skriv den siste dagen hun var med."}
        )


def _gone(volunteer: Volunteer, on: date, by: Person, *, did: str) -> Volunteer:
    volunteer.left_on, volunteer.left_by = on, by
    if volunteer.person is not None:
        accounts.close_account(person=volunteer.person, on=on, by=by)
    return keep(volunteer, by=by, did=did, volunteer=volunteer, only={"left_on", "left_by"})


@transaction.atomic
def give_account(*, volunteer: Volunteer, by: Person) -> Person:
    """She gets an account of her own. It shows her own pair, so whoever leads pairs gives it."""
    may_screen(by, volunteer)
    guard.check(by, Permission.LEAD_PAIRS)
    if volunteer.person_id is not None or volunteer.left_on is not None:
        raise ValidationError("Hun har alt en innlogging, eller har sluttet.")
    person = accounts.take_in_volunteer(association=volunteer.association, by=by)
    volunteer.person = person
    keep(volunteer, by=by, did="account_given", volunteer=volunteer, only={"person"})
    return person


@transaction.atomic
def link_account(*, volunteer: Volunteer, person: Person, by: Person) -> Volunteer:
    """This account is hers: with it she sees her own pair, and signs. Nobody else takes her place."""
    may_screen(by, volunteer)
    guard.check(by, Permission.LEAD_PAIRS)
    guard.same_house(person, volunteer)
    if not person.may(Permission.OWN_PAIR):
        raise ValidationError("Kontoen er ikke en ressursvenns konto.")
    had = Volunteer.objects.select_for_update().get(pk=volunteer.pk).person_id
    if had not in (None, person.pk):  # one person alone could sign as her, and swap it back
        raise ValidationError(
            "Hun har en innlogging, og den byttes ikke. Har hun mistet den, gi henne en ny lenke til den."
        )
    volunteer.person = person
    return keep(volunteer, by=by, did="account_linked", volunteer=volunteer, only={"person"})


@transaction.atomic
def take_back_application(*, volunteer: Volunteer, by: Person) -> None:
    """She was brought in by mistake: keys and row go. Refused once she has been in a pair."""
    may_screen(by, volunteer)
    if volunteer.pairs.exists():
        raise ValidationError("Hun har vært med i en kobling, og kan ikke tas tilbake.")
    audit.record(by=by, did="volunteers.application_taken_back", to=volunteer)
    vault.destroy_keys(volunteer.reference)
    volunteer.delete()


def _keep_card(
    volunteer: Volunteer, *, by: Person | None, did: str, only: Iterable[str] | None = None
) -> Volunteer:
    _known_codes(volunteer)
    _written_as_addresses_are(volunteer.email)
    known = {
        "name": f"{volunteer.first_name} {volunteer.last_name}".strip(),
        "phone": volunteer.phone,
        "email": volunteer.email,
    }
    # Whoever she was before is still she: a changed name or number hides nobody from `apart`.
    volunteer.fingerprints = sorted({*volunteer.fingerprints, *fingerprints.of_person(**known)})
    volunteer.likeness = prints.together(bytes(volunteer.likeness), prints.of("applicant", **known))
    return keep(volunteer, by=by, did=did, volunteer=volunteer, only=only)


def _known_codes(volunteer: Volunteer) -> None:
    """Raises ValidationError for a code that is on no list."""
    unknown = {
        name: "Velg fra listen."
        for name, codes in LISTS.items()
        if not set(getattr(volunteer, name)) <= set(codes)
    }
    if unknown:
        raise ValidationError(unknown)


def _written_as_addresses_are(email: str) -> None:
    plain = "".join(letter if letter.isascii() or not letter.isalnum() else "x" for letter in email)
    try:
        if plain:
            validate_email(plain)  # Django's own check knows no letters beyond a to z
    except ValidationError:
        wish = "Skriv en e-postadresse, som navn@eksempel.no, eller la feltet stå tomt."
        raise ValidationError({"email": wish}) from None

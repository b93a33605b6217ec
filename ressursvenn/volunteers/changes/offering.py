"""She says what she offers and what may be told of her, or a colleague notes it for her; and her own pause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.words import LANGUAGES

from .. import offered
from ..models import Offer, Volunteer
from ._noting import keep, may_screen
from ._resting import be_back, rest
from .cards import LISTS

CODES = {"would_like": offered.WOULD_LIKE, "shows": offered.SHOWN}


@dataclass(frozen=True, kw_only=True)
class Offering:
    """What is said of what she offers. What is None was not asked about, and stays as it was."""

    levels: Mapping[str, str]
    areas: Iterable[str] | None = None
    interests: Iterable[str] | None = None
    times: Iterable[str] | None = None
    would_like: Iterable[str] = ()
    far: str = ""
    shows: Iterable[str] = ()
    presentation: str = ""


@transaction.atomic
def say_what_i_offer(*, volunteer: Volunteer, by: Person, **said: Any) -> Offer:
    """By herself, as in an Offering. What a colleague had noted for her goes: these are her own words."""
    _herself(by, volunteer)
    offer = _offer(volunteer, by, Offering(**said), by_herself=True)
    Offer.objects.filter(volunteer=volunteer, by_herself=False).delete()
    return keep(offer, by=by, did="offered", volunteer=volunteer)


@transaction.atomic
def note_what_she_offers(*, volunteer: Volunteer, by: Person, **said: Any) -> Offer:
    """As she said it by telephone, as in an Offering. What she has written herself stays beside it."""
    may_screen(by, volunteer)
    if volunteer.left_on:
        raise ValidationError("Hun har sluttet. Det er ikke mer å fortelle om henne.")
    offer = _offer(volunteer, by, Offering(**said), by_herself=False)
    return keep(offer, by=by, did="offer_noted", volunteer=volunteer)


@transaction.atomic
def pause_herself(*, volunteer: Volunteer, until: date, by: Person) -> Volunteer:
    """She needs a pause, and says so herself. She owes nobody a reason."""
    _herself(by, volunteer)
    rest(volunteer, until)
    return keep(volunteer, by=by, did="paused_herself", volunteer=volunteer, only={"paused_until"})


@transaction.atomic
def resume_herself(*, volunteer: Volunteer, by: Person) -> Volunteer:
    """She is back before the pause ended by itself."""
    _herself(by, volunteer)
    be_back(volunteer)
    return keep(volunteer, by=by, did="resumed_herself", volunteer=volunteer, only={"paused_until"})


def _herself(by: Person, volunteer: Volunteer) -> None:
    """Raises PermissionDenied for anybody but her, and for her when she has left."""
    guard.check(by, Permission.OWN_ROAD)
    guard.same_house(by, volunteer)
    if volunteer.person_id != by.pk or volunteer.left_on is not None:
        raise PermissionDenied


def _offer(volunteer: Volunteer, by: Person, said: Offering, *, by_herself: bool) -> Offer:
    """Her own row, or the one noted for her: the same row each time, with the new words in it."""
    _offer_on_card(volunteer, said)
    offer = Offer.objects.filter(volunteer=volunteer, by_herself=by_herself).first()
    offer = offer or Offer(by_herself=by_herself)
    offer.volunteer, offer.noted_at, offer.noted_by = volunteer, timezone.now(), by
    offer.levels, offer.far = offered.joined(said.levels), said.far
    offer.would_like, offer.shows = list(said.would_like), list(said.shows)
    offer.presentation = said.presentation.strip()
    _known(offer, said.levels)
    return offer


def _known(offer: Offer, levels: Mapping[str, str]) -> None:
    """Raises ValidationError for a code that is on no list, and for what may not be read aloud."""
    wrong = {
        name: "Velg fra listen."
        for name, codes in CODES.items()
        if not set(getattr(offer, name)) <= set(codes)
    }
    if not set(levels.values()) <= {"", *offered.LEVELS}:
        wrong["levels"] = "Velg fra listen."
    if offer.far and offer.far not in offered.DISTANCES:
        wrong["far"] = "Velg fra listen."
    if refused := offered.refused_in(offer.presentation):
        wrong["presentation"] = " ".join(refused)
    if "presentation" in offer.shows and not offer.presentation:
        wrong["presentation"] = "Skriv noen ord, eller ta bort krysset for at de kan leses høyt."
    if wrong:
        raise ValidationError(wrong)


def _offer_on_card(volunteer: Volunteer, said: Offering) -> None:
    """What matching reads: every language she speaks, however well; and where, when and what she
    likes, when that is said."""
    if not said.levels:
        raise ValidationError({"levels": "Velg minst ett språk."})
    lists = {"areas": said.areas, "interests": said.interests, "times": said.times}
    card = {name: list(codes) for name, codes in lists.items() if codes is not None}
    wrong = {
        name: "Velg fra listen."
        for name, codes in {**card, "languages": list(said.levels)}.items()
        if not set(codes) <= set(LISTS[name])
    }
    if wrong:
        raise ValidationError(wrong)
    card["languages"] = [code for code in LANGUAGES if code in said.levels]
    for name, codes in card.items():
        setattr(volunteer, name, codes)
    volunteer.full_clean()
    volunteer.save(update_fields=set(card))

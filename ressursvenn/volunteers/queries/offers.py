"""What a volunteer offers, and of that what she has said may be told. Opened, with an entry in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from ressursvenn.accounts.models import Person
from ressursvenn.programme.words import INTERESTS, told
from ressursvenn.protection import opening, vault

from .. import offered
from ..models import Offer, Volunteer


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that may be told of her, in words; or that she has not said that it may."""

    label: str
    text: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a participant may hear read of a volunteer."""

    said: list[Said] = field(default_factory=list)
    words: str = ""  # her own

    @property
    def nothing(self) -> bool:
        return not self.words and not any(one.agreed for one in self.said)


def offers_of(volunteer: Volunteer) -> list[Offer]:
    """Her own and what is noted for her, the latest first, sealed. The first counts."""
    rows = Offer.objects.filter(volunteer=volunteer).select_related("volunteer", "noted_by")
    return list(rows.order_by("-noted_at", "-pk"))


def opened_offers(volunteer: Volunteer, *, by: Person, purpose: str) -> list[Offer]:
    """The same, opened."""
    try:
        return opening.open_records(offers_of(volunteer), by=by, purpose=purpose)
    except vault.Erased:
        return []


def told_of(volunteer: Volunteer, *, by: Person, purpose: str) -> Told:
    """For whoever tells a participant of her. Her card must be open. Her own words are opened only
    when she has said that they may be read."""
    offer = next(iter(offers_of(volunteer)), None)
    if offer is None or not opening.open_cards([offer], by=by, purpose=purpose):
        return told_from(volunteer, None)
    if "presentation" in offer.shows:
        opening.open_record(offer, by=by, purpose=purpose)
    return told_from(volunteer, offer)


def told_from(volunteer: Any, offer: Any) -> Told:
    """Both are open. Each thing is told only when she has said yes to it; without an offer, none."""
    shows = set(offer.shows) if offer else set()
    said = [
        Said(label, tell(volunteer, offer) if code in shows else "", code in shows)
        for code, (label, tell) in TELLS.items()
    ]
    return Told(said, offer.presentation if "presentation" in shows else "")


def _likes(volunteer: Any, offer: Any) -> str:
    """What she likes, and what she would like to do, and how far away."""
    likes = told(volunteer.interests, INTERESTS)
    would = told(offer.would_like, offered.WOULD_LIKE)
    far = offered.DISTANCES.get(offer.far, "")
    parts = [likes, f"vil gjerne {would}" if would else "", f"{far} unna" if far else ""]
    return "; ".join(part for part in parts if part)


TELLS: dict[str, tuple[str, Callable[[Any, Any], str]]] = {
    "first_name": ("Fornavn", lambda volunteer, offer: str(volunteer.first_name)),
    "age_band": (
        "Alder",
        lambda volunteer, offer: offered.age_band(volunteer.birth_year, timezone.localdate().year),
    ),
    "languages": (
        "Snakker",
        lambda volunteer, offer: offered.spoken(volunteer.languages, offered.parted(offer.levels)),
    ),
    "likes": ("Liker", _likes),
}

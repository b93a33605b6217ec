"""A couple with nothing in the way, and how to change one thing about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ressursvenn.matching.facts import CoupleFacts, ParticipantFacts, VolunteerFacts
from ressursvenn.programme.limits import Limits, Terms

TERMS = Terms(date(2027, 3, 1), Limits())

AMINA = ParticipantFacts(
    reference="amina222",
    languages=frozenset({"so", "no"}),
    interests=frozenset({"walking", "coffee"}),
    times=frozenset({"weekday_evening", "saturday"}),
    months_waited=3,
)
SOLVEIG = VolunteerFacts(
    reference="solveig2",
    languages=frozenset({"no", "so", "en"}),
    interests=frozenset({"coffee", "walking", "film"}),
    times=frozenset({"saturday"}),
    places=1,
)
READY = CoupleFacts(
    participant=AMINA,
    volunteer=SOLVEIG,
    km=12,
    kept_apart=False,
    against_conditions=False,
    turned_down=False,
)


def couple(
    participant: ParticipantFacts = AMINA, volunteer: VolunteerFacts = SOLVEIG, **change: object
) -> CoupleFacts:
    """READY with other people, or with one thing changed."""
    return replace(READY, participant=participant, volunteer=volunteer, **change)


def another(reference: str, **change: object) -> VolunteerFacts:
    return replace(SOLVEIG, reference=reference, **change)


def waits(reference: str, **change: object) -> ParticipantFacts:
    return replace(AMINA, reference=reference, **change)


def everything(permission: str) -> bool:
    return True


def coordinator(permission: str) -> bool:
    """May know everything but who is kept apart."""
    return permission != "see_keep_apart"


def not_permitted(permission: str) -> bool:
    return False

"""What the engine may know about a couple, as frozen values. None means: not known.

No name, no address, no area and no day comes in here. Areas have become a distance, the safety
conditions and those she is kept apart from have become one answer each: yes, no or not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Reference = str  # an opaque code; the engine never meets a name
Codes = frozenset[str]

MONTHS_AT_MOST = 600  # fifty years; more is a slip of the pen in a date


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipantFacts:
    """A participant who waits. Languages, interests and times are codes of `programme.words`."""

    reference: Reference
    languages: Codes | None
    interests: Codes
    times: Codes | None
    months_waited: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VolunteerFacts:
    """A volunteer who may be matched. `places` are those that are open now."""

    reference: Reference
    languages: Codes | None
    interests: Codes
    times: Codes | None
    places: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CoupleFacts:
    """One participant beside one volunteer, and what is known about the two of them together."""

    participant: ParticipantFacts
    volunteer: VolunteerFacts
    km: int | None  # between the areas where each wants to meet, the nearest if there are several
    kept_apart: bool | None
    against_conditions: bool | None
    turned_down: bool | None  # one of them has said no to the other before

    @property
    def shared_languages(self) -> Codes:
        return shared(self.participant.languages, self.volunteer.languages)

    @property
    def shared_interests(self) -> Codes:
        return shared(self.participant.interests, self.volunteer.interests)

    @property
    def shared_times(self) -> Codes:
        return shared(self.participant.times, self.volunteer.times)


def shared(one: Codes | None, other: Codes | None) -> Codes:
    """What both have. Nothing, when one of them is not known."""
    return (one or frozenset()) & (other or frozenset())


def whole_months(since: date | None, today: date) -> int:
    """Whole months waited: 0 when the day is not known or not yet come, never above fifty years.

    >>> whole_months(date(2026, 1, 31), date(2026, 3, 30))
    1
    """
    if since is None:
        return 0
    months = (today.year - since.year) * 12 + today.month - since.month
    return min(max(months - (today.day < since.day), 0), MONTHS_AT_MOST)

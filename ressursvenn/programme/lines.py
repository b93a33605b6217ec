"""What Min dag is made of: a line that needs somebody, with the one act that settles it.

Lines are computed from dated facts when the page is asked for; nothing is a stored task that can rot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Weight(IntEnum):
    """Worst first: a safety concern before everything, whoever waits longest at the end."""

    CONCERN_OPEN = 1
    FATE_UNKNOWN = 2
    GONE_QUIET = 3
    INTRODUCTION_WITHOUT_PLACE = 4
    WAITS_FOR_YOU = 5  # a second yes, a sealed entry
    APPLICANT_UNANSWERED = 6
    FOLLOW_UP_OVERDUE = 7
    ERASED_NEXT = 8  # in the last days before it is gone
    CERTIFICATE_TO_SEE = 9
    LAST_MONTH = 10
    ERASED_SOON = 11
    NEXT_STEP = 12
    WAITING = 13
    TO_SETTLE = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """`who` is a reference or a card name, never a surname; `act` names what the link does."""

    weight: Weight
    who: str
    sentence: str
    act: str
    url: str
    since: date | None = None

    @property
    def rank(self) -> tuple[int, date, str]:
        return self.weight, self.since or date.max, self.url

"""What speaks for a couple that may meet: each reason a sentence, and points that are never shown.

Points choose between plans that pair as many and have waited as long. They cannot buy a refused
couple, and they cannot pass anybody by. What each is worth is ours, to be settled with those who
lead pairs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ressursvenn.programme.words import INTERESTS, LANGUAGES, TIMES, told

from .facts import Codes, CoupleFacts

PER_LANGUAGE = 20
PER_INTEREST = 15
PER_PART_OF_THE_WEEK = 10
FOR_THE_SAME_AREA = 50  # one point less for each kilometre


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a couple. The sentence is for the page, the points are not."""

    points: int
    sentence: str


def fit(couple: CoupleFacts) -> tuple[Reason, ...]:
    """All that speaks for the couple, in the order it is told."""
    found = (
        _in_common(couple.shared_languages, LANGUAGES, PER_LANGUAGE, "Begge snakker {}."),
        _in_common(couple.shared_interests, INTERESTS, PER_INTEREST, "Felles interesser: {}."),
        _in_common(couple.shared_times, TIMES, PER_PART_OF_THE_WEEK, "Begge kan møtes {}."),
        _nearness(couple.km),
    )
    return tuple(reason for reason in found if reason)


def points(couple: CoupleFacts) -> int:
    """The sum that chooses between plans."""
    return sum(reason.points for reason in fit(couple))


def sentences(couple: CoupleFacts) -> tuple[str, ...]:
    """What a coordinator reads about the couple."""
    return tuple(reason.sentence for reason in fit(couple))


def _in_common(codes: Codes, words: Mapping[str, str], worth: int, sentence: str) -> Reason | None:
    """A reason of codes that have a word; a code without one is not told and not counted."""
    known = codes & words.keys()
    return Reason(worth * len(known), sentence.format(told(known, words))) if known else None


def _nearness(km: int | None) -> Reason | None:
    if km is None:
        return None
    apart = f"Områdene deres ligger omtrent {km} km fra hverandre."
    return Reason(max(FOR_THE_SAME_AREA - km, 0), apart if km else "De vil møtes i samme område.")

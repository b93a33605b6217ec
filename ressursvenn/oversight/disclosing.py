"""What is given out about one participant: twelve things, no place, nobody else's name, no free text.

Free text may hold both, so it is gone through with the participant by voice instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format

from ressursvenn.programme import words
from ressursvenn.programme.states import PAIR_WORDS

NOTHING = "ikke notert"


def disclosed(participant: Any, courses: Sequence[tuple[Any, int]]) -> list[tuple[str, str]]:
    """Of an opened row, and the participant's pairs with how many times they met."""
    one = participant
    return [
        ("Kalles hos oss", one.called),
        ("Språk", words.told(one.languages, words.LANGUAGES) or NOTHING),
        ("Interesser", words.told(one.interests, words.INTERESTS) or NOTHING),
        ("Kan møtes", words.told(one.times, words.TIMES) or NOTHING),
        ("Ønsker", words.told(one.wishes, words.WISHES) or NOTHING),
        ("Trygg kontakt", words.CONTACT_CHANNELS.get(one.contact_channel, NOTHING)),
        ("Har ventet siden", _day(one.waiting_since)),
        ("Henvist", _day(one.referred_on)),
        ("Sa selv ja", _day(one.consented_on)),
        ("Trakk seg", _day(one.withdrawn_on)),
        ("Koblinger", "; ".join(_course(pair) for pair, _ in courses) or "ingen"),
        ("Treff", str(sum(met for _, met in courses))),
    ]


def _day(day: Any) -> str:
    return date_format(day, "j. F Y") if day else NOTHING


def _course(pair: Any) -> str:
    """From when to when, and where it stands; never with whom."""
    until = pair.ended_on or pair.not_to_be_on
    days = f"{_day(pair.decided_on)} til {_day(until)}" if until else f"fra {_day(pair.decided_on)}"
    return f"{days} ({PAIR_WORDS[pair.state]})"

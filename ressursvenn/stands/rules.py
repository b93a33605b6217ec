"""May this be shown to everybody? Read MAY_BE_READ_OUT and MAY_BE_SHOWN from the top: each line can say no.

A stand is political, and never personal: it says who stands, not how anybody can be found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

SEEN_BY = "edit_alliance"
SOURCE = "docs/decisions/0030"
WAYS_TO_REACH = re.compile(
    r"https?:|www\.|\S@\S|\b[\w-]{2,}\.(?:no|com|org|net|info|io|ru|xyz|top)\b|(?:\d[ .\-]?){6,}",
    re.IGNORECASE,
)
FIRST_NAME = re.compile(r"[^\W\d_]+(?:[ '’\-][^\W\d_]+)?\.?")


@dataclass(frozen=True, kw_only=True, slots=True)
class StandFacts:
    """All that the rules may know about a stand. None means: not known."""

    is_person: bool | None
    name: str | None
    sentence: str | None
    confirmed: bool | None = None
    passed: bool | None = None
    put_aside: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsFacts:
    """Who wrote a letter to the readers of news, and who would send it."""

    written_by: int | None
    sent_by: int | None


@rule(
    "STN-01",
    "Navn og setning har ingen lenke, e-post eller telefonnummer.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def nobody_to_reach(s: StandFacts, terms: Terms) -> bool:
    if s.name is None or s.sentence is None:
        return False
    return not any(WAYS_TO_REACH.search(text) for text in (s.name, s.sentence))


@rule("STN-02", "En privatperson står med fornavn alene.", source=SOURCE, told_to=SEEN_BY)
def first_name_alone(s: StandFacts, terms: Terms) -> bool:
    """One or two words of letters: Anne, Anne Marie, Anne-Marie. A surname would find her."""
    if s.is_person is None or s.name is None:
        return False
    return not s.is_person or FIRST_NAME.fullmatch(s.name) is not None


@rule(
    "STN-03",
    "Den som har tatt standpunktet, har selv bekreftet det.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def confirmed(s: StandFacts, terms: Terms) -> bool | None:
    return s.confirmed


@rule("STN-04", "En redaktør har lest standpunktet.", source=SOURCE, told_to=SEEN_BY)
def read_by_an_editor(s: StandFacts, terms: Terms) -> bool | None:
    return s.passed


@rule("STN-05", "Standpunktet er ikke lagt bort.", source=SOURCE, told_to=SEEN_BY)
def not_put_aside(s: StandFacts, terms: Terms) -> bool:
    return s.put_aside is False


@rule(
    "STN-06",
    "En nyhet sendes av en annen enn den som skrev den.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def sent_by_another(n: NewsFacts, terms: Terms) -> bool:
    return n.written_by is not None and n.sent_by is not None and n.written_by != n.sent_by


MAY_BE_READ_OUT = (nobody_to_reach, first_name_alone)
MAY_BE_SHOWN = (*MAY_BE_READ_OUT, confirmed, read_by_an_editor, not_put_aside)
MAY_BE_SENT = (sent_by_another,)


def may_be_read_out(s: StandFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of the words alone, before anybody has read them."""
    return refusals(MAY_BE_READ_OUT, s, terms)


def may_be_shown(s: StandFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_SHOWN, s, terms)


def may_be_sent(n: NewsFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of a letter to the readers of news."""
    return refusals(MAY_BE_SENT, n, terms)

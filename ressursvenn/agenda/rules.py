"""May this be noted, and may everybody read it? Each line of the four lists can say no, and why.

The agenda names bodies and roles, never a person; and what it says that somebody else did has a source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, Rule, refusals, rule

from . import words

SEEN_BY = "edit_alliance"
SOURCE = "docs/decisions/0031"
WAYS_TO_REACH = (
    re.compile(  # an address, or a number to ring; not a sum of money, a day or two years
        r"\S@\S|\+\d(?:[ .\-]?\d){7,}|(?<![\d.,/])(?:\d{8}|\d{2}(?:[ .\-]\d{2}){3}"
        r"|\d{3}[ .\-]\d{2}[ .\-]\d{3}|\d{3}[ .\-]\d{3}[ .\-]\d{2})(?![\d/])"
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class HappeningFacts:
    """What is about to be noted, and what is known of the demand before it. None means: not known."""

    kind: str | None
    day: date | None
    text: str | None
    source: str | None
    raised_day: date | None
    contacted_by_then: bool | None  # the same addressee was contacted that day or before
    promise_made_on: date | None  # of the promise that it is about
    promise_is_open: bool | None
    over_since: date | None  # None: it is not over
    last_fact_on: date | None  # None: nothing has happened


@dataclass(frozen=True, kw_only=True, slots=True)
class SaidFacts:
    """What is about to be written, and everybody may come to read."""

    text: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TwoFacts:
    """Who wrote, and who would confirm."""

    written_by: int | None
    confirmed_by: int | None
    rests_on_confirmed: bool | None = True  # a promise, when it was kept or broken


@dataclass(frozen=True, kw_only=True, slots=True)
class StrikeFacts:
    """Whether anything is built on what is to be struck."""

    is_built_on: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureFacts:
    """What stands behind a figure."""

    source: str | None
    year: int | None
    population: str | None
    link: str | None
    owner: int | None
    review_day: date | None


@rule("AGE-01", "Teksten har verken e-post eller telefonnummer.", source=SOURCE, told_to=SEEN_BY)
def nobody_to_reach(s: HappeningFacts | SaidFacts, terms: Terms) -> bool:
    return s.text is not None and WAYS_TO_REACH.search(s.text) is None


@rule(
    "AGE-02",
    "Det hendte etter at kravet ble reist, og senest i dag.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def in_its_time(h: HappeningFacts, terms: Terms) -> bool:
    if h.day is None or h.raised_day is None:
        return False
    return h.raised_day <= h.day <= terms.today


@rule(
    "AGE-03",
    "Et svar eller et avslag kommer fra en vi har tatt det opp med.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def answers_a_contact(h: HappeningFacts, terms: Terms) -> bool:
    if h.kind is None:
        return False
    return h.kind not in (words.ANSWER, words.REFUSED) or h.contacted_by_then is True


@rule(
    "AGE-04",
    "Det som holdes eller brytes, er et løfte som er gitt og ikke gjort opp.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def of_an_open_promise(h: HappeningFacts, terms: Terms) -> bool:
    if h.kind is None:
        return False
    if h.kind not in words.OF_A_PROMISE:
        return True
    made = h.promise_made_on
    return h.promise_is_open is True and made is not None and h.day is not None and made <= h.day


@rule("AGE-05", "Det som andre har sagt eller gjort, har en kilde.", source=SOURCE, told_to=SEEN_BY)
def has_a_source(h: HappeningFacts, terms: Terms) -> bool:
    if h.kind is None:
        return False
    return h.kind not in words.THEIRS or bool(h.source)


@rule("AGE-06", "Et krav som er innfridd eller trukket, er over.", source=SOURCE, told_to=SEEN_BY)
def not_over(h: HappeningFacts, terms: Terms) -> bool:
    """Nothing after the end, and no end before what is known to have happened."""
    if h.kind is None or h.day is None:
        return False
    if h.over_since is not None and h.day >= h.over_since:
        return False
    return h.kind not in words.LAST or h.last_fact_on is None or h.last_fact_on <= h.day


@rule(
    "AGE-07",
    "En annen redaktør enn den som skrev det, har bekreftet det.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def confirmed_by_another(t: TwoFacts, terms: Terms) -> bool:
    return None not in (t.written_by, t.confirmed_by) and t.written_by != t.confirmed_by


@rule("AGE-09", "Løftet det gjelder, er bekreftet først.", source=SOURCE, told_to=SEEN_BY)
def rests_on_what_is_confirmed(t: TwoFacts, terms: Terms) -> bool | None:
    return t.rests_on_confirmed


@rule(
    "AGE-08",
    "Et løfte som er gjort opp, strykes ikke før oppgjøret er strøket.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def nothing_built_on_it(s: StrikeFacts, terms: Terms) -> bool:
    return s.is_built_on is False


@rule("AGE-10", "Tallet har kilde, år, lenke, og hvem det gjelder.", source=SOURCE, told_to=SEEN_BY)
def figure_has_its_source(f: FigureFacts, terms: Terms) -> bool:
    return all((f.source, f.year, f.link, f.population))


@rule("AGE-11", "Året er ikke senere enn i år.", source=SOURCE, told_to=SEEN_BY)
def figure_is_not_of_the_future(f: FigureFacts, terms: Terms) -> bool:
    return f.year is not None and f.year <= terms.today.year


@rule(
    "AGE-12",
    "Tallet har en eier, og en dag fram i tid da det skal ses over.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def figure_is_looked_after(f: FigureFacts, terms: Terms) -> bool:
    return f.owner is not None and f.review_day is not None and f.review_day > terms.today


MAY_BE_SAID: tuple[Rule[HappeningFacts | SaidFacts], ...] = (nobody_to_reach,)
MAY_BE_NOTED: tuple[Rule[Any], ...] = (
    nobody_to_reach,
    in_its_time,
    answers_a_contact,
    of_an_open_promise,
    has_a_source,
    not_over,
)
MAY_BE_CONFIRMED = (confirmed_by_another, rests_on_what_is_confirmed)
MAY_BE_STRUCK = (nothing_built_on_it,)
MAY_BE_PUBLISHED = (figure_has_its_source, figure_is_not_of_the_future, figure_is_looked_after)


def may_be_said(s: SaidFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of the words of a demand, of what stands behind it, of whom it is addressed to."""
    return refusals(MAY_BE_SAID, s, terms)


def may_be_noted(h: HappeningFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of something that has happened."""
    return refusals(MAY_BE_NOTED, h, terms)


def may_be_confirmed(t: TwoFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of a text, a happening, a piece of evidence or a figure."""
    return refusals(MAY_BE_CONFIRMED, t, terms)


def may_be_struck(s: StrikeFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of something that was noted."""
    return refusals(MAY_BE_STRUCK, s, terms)


def may_be_published(f: FigureFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Of a figure, before another confirms it."""
    return refusals(MAY_BE_PUBLISHED, f, terms)

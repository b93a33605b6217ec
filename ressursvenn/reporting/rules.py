"""May these numbers be released? Read MAY_BE_RELEASED from the top: each line can say no, and why."""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule

SEEN_BY = "release_figures"
SOURCE = "safety T13, T14; docs/decisions/0035"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseFacts:
    """What is known of a year's numbers before they are released. None means: not known."""

    year: int | None
    released: tuple[int, ...] | None  # the years that are out
    weak: int | None  # how many cells the attack gives away
    limit: int | None  # under which it was made
    limit_now: int | None
    counted: tuple[int, ...] | None  # the years that are counted, and not out
    follows: bool | None  # from what was printed when the year was counted


@rule("REP-01", "Året er over.", source=SOURCE, told_to=SEEN_BY)
def over(r: ReleaseFacts, terms: Terms) -> bool:
    """A number so far this year, held against the whole, would tell of somebody who came in between."""
    return r.year is not None and r.year < terms.today.year


@rule(
    "REP-02",
    "Hvert år gis ut én gang, og etter dem som kom før.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def next_in_turn(r: ReleaseFacts, terms: Terms) -> bool:
    """Two versions of one year would be two numbers to subtract."""
    if r.year is None or r.released is None:
        return False
    return all(released < r.year for released in r.released)


@rule(
    "REP-03",
    "Tallene er laget under grensen som gjelder nå.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def under_the_limit_now(r: ReleaseFacts, terms: Terms) -> bool:
    return r.limit is not None and r.limit_now is not None and r.limit >= r.limit_now


@rule(
    "REP-04",
    "Ingen rute kan regnes ut, verken av hvem som helst eller av en som vet at hun er alene i en.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def unbroken(r: ReleaseFacts, terms: Terms) -> bool:
    return r.weak == 0


@rule(
    "REP-05",
    "Et år telles én gang: et nytt forslag sier ikke noe annet enn det som ble kastet.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def follows_from_the_first(r: ReleaseFacts, terms: Terms) -> bool:
    """Two counts of one year are two numbers to subtract, also for whoever threw the first away."""
    return r.follows is True


@rule(
    "REP-06",
    "Ett år telles om gangen: det som er talt, gis ut før et annet telles.",
    source=SOURCE,
    told_to=SEEN_BY,
)
def alone(r: ReleaseFacts, terms: Terms) -> bool:
    """A year somebody has seen, and that is never out, would be a number that no audit knows of."""
    return r.year is not None and r.counted is not None and set(r.counted) <= {r.year}


MAY_BE_PROPOSED = (over, next_in_turn, alone)
MAY_BE_RELEASED = (over, next_in_turn, under_the_limit_now, unbroken, follows_from_the_first, alone)


def may_be_proposed(r: ReleaseFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way of counting."""
    return refusals(MAY_BE_PROPOSED, r, terms)


def may_be_released(r: ReleaseFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty means that no rule stands in the way."""
    return refusals(MAY_BE_RELEASED, r, terms)

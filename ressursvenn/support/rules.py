"""May she join this group? May she say that it is heavy? Read MAY_JOIN and MAY_SAY: each line can say no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal, refusals, rule


@dataclass(frozen=True, kw_only=True, slots=True)
class JoiningFacts:
    """All that the rules may know of a group and whoever would join it. None means: not known."""

    members: int | None
    places: int | None
    in_a_group: bool | None
    has_left: bool | None
    laid_down: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SayingFacts:
    """Who says it, and about whom."""

    is_herself: bool | None
    has_left: bool | None


@rule(
    "SUP-01",
    "Gruppen har en ledig plass.",
    source="programmet: gruppens eget tall",
    told_to="screen_volunteers",
)
def has_room(j: JoiningFacts, terms: Terms) -> bool | None:
    """So that everybody gets to say something."""
    return None if j.members is None or j.places is None else j.members < j.places


@rule(
    "SUP-02",
    "Hun er ikke med i en gruppe fra før.",
    source="programmet: én gruppe om gangen",
    told_to="screen_volunteers",
)
def in_no_group(j: JoiningFacts, terms: Terms) -> bool:
    """What is said in a group stays there."""
    return j.in_a_group is False


@rule("SUP-03", "Hun har ikke sluttet.", source="programmet", told_to="screen_volunteers")
def is_still_here(j: Any, terms: Terms) -> bool:
    """Whoever has left needs no guidance of ours. Asked of a joining and of a saying."""
    return bool(j.has_left is False)


@rule("SUP-04", "Gruppen er ikke lagt ned.", source="programmet", told_to="screen_volunteers")
def group_goes_on(j: JoiningFacts, terms: Terms) -> bool:
    """Nobody joins what is over."""
    return j.laid_down is False


@rule(
    "SUP-05",
    "Bare ressursvennen selv sier at det er tungt.",
    source="docs/decisions/0028: her strain is hers",
    told_to="own_road",
)
def says_it_herself(s: SayingFacts, terms: Terms) -> bool:
    """Nobody says it for her: what a colleague fears is a concern, and has its own way."""
    return s.is_herself is True


MAY_JOIN = (has_room, in_no_group, is_still_here, group_goes_on)
MAY_SAY = (says_it_herself, is_still_here)


def may_join(j: JoiningFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty: she may join."""
    return refusals(MAY_JOIN, j, terms)


def may_say(s: SayingFacts, terms: Terms) -> tuple[Refusal, ...]:
    """Empty: her word is taken."""
    return refusals(MAY_SAY, s, terms)


def long_ago(terms: Terms) -> date:
    """Whoever was last in guidance, or a talk, before this day has waited too long."""
    return terms.today - timedelta(weeks=terms.limits.guidance_every_weeks)

"""The rows of the list and the board: where each stands, what is missing first, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ressursvenn.accounts import queries as accounts
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.programme.states import STATION_WORDS, Station
from ressursvenn.protection import opening

from .. import facts, pace, queries, rules
from ..models import Volunteer


@dataclass(frozen=True, slots=True)
class Row:
    """One volunteer in the list."""

    volunteer: Volunteer
    known: rules.VolunteerFacts
    reached: Station
    missing: Refusal | None
    to_approve: bool  # everything else is settled; two have not approved her
    asked: bool  # somebody has asked that she be approved, and nobody has answered
    step: pace.Step  # the one that is missing, and how long it has been

    @property
    def station(self) -> str:
        return STATION_WORDS[self.reached]

    @property
    def place(self) -> int:
        """How far along the road, for sorting."""
        return list(Station).index(self.reached)


def of_house(request) -> list[Row]:
    """Everybody this person may see, still unnamed: one question."""
    volunteers = facts.with_question(facts.with_road(queries.visible_to(request.user)))
    terms = accounts.terms(request.user.association)
    return [_row(request, each, facts.read_off(each), terms) for each in volunteers]


def _row(request, volunteer: Any, known: rules.VolunteerFacts, terms: Terms) -> Row:
    missing, stops = rules.first_missing(known, terms), rules.road(known, terms)
    return Row(
        volunteer=volunteer,
        known=known,
        reached=rules.station_reached(stops),
        missing=missing and missing.as_told_to(request.user.may),
        to_approve=rules.waits_for_approval(known, terms),
        asked=volunteer.question_open,
        step=pace.step_of(known, stops, terms),
    )


def named(request, rows: list[Row]) -> list[Row]:
    """The cards of those shown, opened in one go; in the order of the Norwegian alphabet."""
    cards = [row.volunteer for row in rows]
    opened = {row.pk for row in opening.open_cards(cards, by=request.user, purpose="list")}
    known = [row for row in rows if row.volunteer.pk in opened]
    return sorted(known, key=lambda row: norwegian(row.volunteer.first_name))

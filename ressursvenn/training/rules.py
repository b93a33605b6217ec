"""May she sign up, withdraw, come as a guest, be noted? Each line can say no, and why.

She reads them too, on her own page: so none of them says "she".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import rule


@dataclass(frozen=True, kw_only=True, slots=True)
class SignUpFacts:
    """What the rules may know of a course and whoever wants to come. None means: not known."""

    called_off: bool | None
    first_on: date | None  # its first evening
    open_from: date | None  # the first day to sign up; none: from when it is laid out
    open_until: date | None  # the last day to sign up; none: until it begins
    on_it_already: bool | None
    has_left: bool | None
    own_association: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class WithdrawalFacts:
    """What the rules may know of somebody who does not come after all, or regrets that she said so."""

    over: bool | None  # the last evening has been
    withdrew_on: date | None
    place_taken: bool | None  # if she came back where she stood, somebody would lose a place
    called_off: bool | None
    has_left: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class EveningFacts:
    """What the rules may know of an evening and somebody who may have been there."""

    day: date | None
    begun: bool | None
    called_off: bool | None
    expected: bool | None  # on the course, or makes up for an evening here
    room: bool | None  # fewer are expected than there are places
    covers: bool | None  # a topic she was away from
    has_left: bool | None


PROGRAMME, SEES = "programmet", "see_volunteers"


@rule("TRA-01", "Kurset er ikke avlyst.", source=PROGRAMME, told_to=SEES)
def not_called_off(s: SignUpFacts, terms: Terms) -> bool:
    return s.called_off is False


@rule("TRA-02", "Kurset har ikke begynt, og påmeldingen er åpen.", source=PROGRAMME, told_to=SEES)
def still_open(s: SignUpFacts, terms: Terms) -> date | bool:
    """A course without an evening has no day to begin: then nobody signs up yet."""
    if s.first_on is None or terms.today > min(s.first_on, s.open_until or s.first_on):
        return False
    return s.open_from is None or s.open_from <= terms.today or s.open_from


@rule("TRA-03", "Den som meldes på, står ikke på kurset fra før.", source=PROGRAMME, told_to=SEES)
def not_twice(s: SignUpFacts, terms: Terms) -> bool:
    return s.on_it_already is False


@rule("TRA-04", "Den som meldes på, har ikke sluttet.", source=PROGRAMME, told_to=SEES)
def has_not_left(s: SignUpFacts, terms: Terms) -> bool:
    return s.has_left is False


@rule(
    "TRA-05",
    "Kurset holdes av foreningen som den påmeldte hører til.",
    source=PROGRAMME,
    told_to=SEES,
)
def of_her_association(s: SignUpFacts, terms: Terms) -> bool:
    return s.own_association is True


@rule("TRA-06", "Kvelden har begynt, og ble ikke avlyst.", source=PROGRAMME, told_to=SEES)
def has_begun(e: EveningFacts, terms: Terms) -> bool:
    return e.called_off is False and e.begun is True


@rule(
    "TRA-07",
    "Den som noteres, sto på kurset eller tok kvelden igjen.",
    source=PROGRAMME,
    told_to=SEES,
)
def was_expected(e: EveningFacts, terms: Terms) -> bool:
    return e.expected is True


@rule("TRA-08", "Kvelden er ikke avlyst, og har ikke vært.", source=PROGRAMME, told_to=SEES)
def still_to_come(e: EveningFacts, terms: Terms) -> bool:
    return e.called_off is False and e.day is not None and e.day >= terms.today


@rule("TRA-09", "Det er plass den kvelden.", source=PROGRAMME, told_to=SEES)
def room_that_evening(e: EveningFacts, terms: Terms) -> bool:
    return e.room is True


@rule(
    "TRA-10", "Den som kommer, er ikke ventet den kvelden fra før.", source=PROGRAMME, told_to=SEES
)
def not_expected_already(e: EveningFacts, terms: Terms) -> bool:
    return e.expected is False


@rule("TRA-11", "Den som tar noe igjen, har ikke sluttet.", source=PROGRAMME, told_to=SEES)
def is_still_here(e: EveningFacts, terms: Terms) -> bool:
    return e.has_left is False


@rule("TRA-12", "Kvelden dekker noe som er igjen å ta.", source=PROGRAMME, told_to=SEES)
def covers_what_is_left(e: EveningFacts, terms: Terms) -> bool:
    """Otherwise the same evening heard four times would be a whole course."""
    return e.covers is True


@rule("TRA-13", "Kurset er ikke over.", source=PROGRAMME, told_to=SEES)
def not_over(w: WithdrawalFacts, terms: Terms) -> bool:
    return w.over is False


@rule("TRA-14", "Kurset er ikke avlyst mens en angrer seg.", source=PROGRAMME, told_to=SEES)
def still_held(w: WithdrawalFacts, terms: Terms) -> bool:
    return w.called_off is False


@rule("TRA-15", "Avmeldingen angres samme dag.", source=PROGRAMME, told_to=SEES)
def same_day(w: WithdrawalFacts, terms: Terms) -> bool:
    return w.withdrew_on == terms.today


@rule("TRA-16", "Ingen annen har fått plassen.", source=PROGRAMME, told_to=SEES)
def nobody_took_it(w: WithdrawalFacts, terms: Terms) -> bool:
    """Whoever has been told that she has a place keeps it."""
    return w.place_taken is False


@rule("TRA-17", "Den som angrer seg, har ikke sluttet.", source=PROGRAMME, told_to=SEES)
def still_hers(w: WithdrawalFacts, terms: Terms) -> bool:
    return w.has_left is False


MAY_SIGN_UP = (not_called_off, still_open, not_twice, has_not_left, of_her_association)
MAY_BE_NOTED = (has_begun, was_expected)
MAY_MAKE_UP = (
    still_to_come,
    room_that_evening,
    not_expected_already,
    is_still_here,
    covers_what_is_left,
)
MAY_WITHDRAW = (not_over,)
MAY_COME_BACK = (not_over, still_held, same_day, nobody_took_it, still_hers)
MAY_INVITE = (not_called_off, still_open)

"""What the programme has decided, as numbers. Sources disagree, so none of them is a constant.

A set of numbers is dated. `in_force` finds the national set of a day and lays a local association's
own numbers over it; its name says which set a decision was made under.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """One set for the country. Ages in years, spans in months or days, hours in hours."""

    age_at_least: int = 25  # sanitetskvinnene.no says both "should" and "must"
    commitment_months: int = 12  # seed: at least one year
    course_hours: int = 12  # Oslo Sanitetsforening, 2020
    certificate_required: bool = True  # legal basis not confirmed: docs/decisions/0003
    certificate_months_when_shown: int = 3  # politiet.no: not older than three months when shown
    meet_ups_a_month_from: int = 2
    meet_ups_a_month_to: int = 4
    follow_ups_first_month: int = 2  # MENTOR, elements of effective practice, standard 5
    follow_up_every_months: int = 1
    answer_applicant_days: int = 3  # om.frivillig.no
    pairs_at_once: int = 1
    reach_km: int = 30  # how far two people's areas may lie apart; ours, to be settled
    quiet_after_days: int = 21  # a pair without a logged meet-up; ours, to be settled
    second_yes_days: int = 2  # after this a waiting approval is a line in Min dag


@dataclass(frozen=True, slots=True)
class Terms:
    """What a question is asked under: the day, the limits in force that day, and their name."""

    today: date
    limits: Limits
    name: str = "nasjonal 2026-01-01"


NATIONAL: tuple[tuple[date, Limits], ...] = ((date(2026, 1, 1), Limits()),)
NUMBERS = {field.name for field in fields(Limits)}


def in_force(
    today: date, local: Mapping[date, Mapping[str, int | bool]] | None = None, owner: str = ""
) -> Terms:
    """The terms of a day. `local` maps the day an association's own numbers begin to those numbers.

    Raises ValueError for a number the programme does not have.
    """
    began, limits = max(
        (row for row in NATIONAL if row[0] <= today), default=NATIONAL[0], key=lambda row: row[0]
    )
    name = f"nasjonal {began}"
    own_days = [day for day in local or {} if day <= today]
    if local and own_days:
        own = local[max(own_days)]
        if unknown := sorted(set(own) - NUMBERS):
            raise ValueError(f"the programme has no number called {', '.join(unknown)}")
        limits = replace(limits, **own)  # type: ignore[arg-type]  # their names are checked above
        name = f"{name}, {owner} {max(own_days)}"
    return Terms(today, limits, name)

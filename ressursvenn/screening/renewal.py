"""Whether the time comes to talk of a new certificate. Pure, and never a rule: nobody is stopped by it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ressursvenn.programme.limits import Limits, Terms

DAY = timedelta(days=1)


class When(StrEnum):
    """Where today lies to the window."""

    SOON = "soon"  # in the window, before the day
    NOW = "now"  # in the window, on the day or after it
    PAST = "past"  # the window is behind us; it is still said on her page


@dataclass(frozen=True, slots=True)
class Renewal:
    """The day it comes to, and where today lies to it."""

    on: date
    when: When


def of(shown_on: date | None, terms: Terms) -> Renewal | None:
    """None where there is no renewal, nothing was shown, or the window has not begun."""
    months, days = _numbers(terms.limits)
    if not months or shown_on is None:
        return None
    on = months_after(shown_on, months)
    if terms.today < on - days:
        return None
    when = When.SOON if terms.today < on else When.NOW if terms.today <= on + days else When.PAST
    return Renewal(on, when)


def shown_between(terms: Terms) -> tuple[date, date] | None:
    """The first and the last day of showing whose window is open today; None where there is no renewal."""
    months, days = _numbers(terms.limits)
    if not months:
        return None
    return _first_after(terms.today - days, months), _first_after(
        terms.today + days + DAY, months
    ) - DAY


def _numbers(limits: Limits) -> tuple[int, timedelta]:
    return limits.certificate_renewal_months, limits.certificate_renewal_window_days * DAY


def _first_after(day: date, months: int) -> date:
    """The first day from which so many months lead to this day or past it."""
    guess = months_after(day, -months) - 4 * DAY
    while months_after(guess, months) < day:
        guess += DAY
    return guess


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))

"""A pause and its end, whoever says so: a coordinator (pauses.py) or she herself (offering.py)."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.shapes.days import in_words

from ..models import Volunteer


def rest(volunteer: Volunteer, until: date) -> None:
    """Raises ValidationError for a day that has been, and for one so far off that it is a slip."""
    terms = accounts.terms(volunteer.association)
    last = terms.today + timedelta(days=terms.limits.pause_longest_days)
    if until <= terms.today:
        raise ValidationError({"until": "Velg en dag som kommer. Pausen varer til den dagen."})
    if until > last:
        told = f"Velg en dag til og med {in_words(last)}. Trengs det mer, forlenges pausen da."
        raise ValidationError({"until": told})
    volunteer.paused_until = until


def be_back(volunteer: Volunteer) -> None:
    """The pause ended today. That there was one is remembered: nobody is late for the days of it."""
    today = timezone.localdate()
    if volunteer.paused_until and volunteer.paused_until > today:
        volunteer.paused_until = today

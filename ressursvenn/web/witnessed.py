"""Whether the log is witnessed, told in Min dag to whoever runs the system and to the privacy officer."""

from __future__ import annotations

from django.urls import reverse

from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.lines import Line, Weight
from ressursvenn.protection import checkpoints


def day_lines(person: Person, terms: Terms) -> list[Line]:
    """A line for each place that is silent, and one while break-glass and export are closed."""
    if person.may(Permission.RUN_SYSTEM):
        act, url = "Se rundene", reverse("web:rounds")
    elif person.may(Permission.SEE_AUDIT):
        act, url = "Se loggen", reverse("oversight:all")
    else:
        return []
    said = checkpoints.standing().sentences()
    return [Line(weight=Weight.GONE_QUIET, who="", sentence=one, act=act, url=url) for one in said]

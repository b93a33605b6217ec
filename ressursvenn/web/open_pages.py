"""Every open page there is, gathered from the rooms, for machines that ask.

What is not listed here stands in no sitemap. A stand has its own page and is not listed: a name is not there
to be searched for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from ressursvenn.adverts import queries as adverts
from ressursvenn.agenda import queries as agenda
from ressursvenn.alliance import queries as alliance
from ressursvenn.door import queries as door
from ressursvenn.reporting import queries as reporting
from ressursvenn.status import queries as status

# What robots may read: a page alone ends in $, all below it does not.
ALLOWED = (
    "/$", "/ressursvenn/$", "/hjelp/", "/venn-eller-nabo/$", "/om/$", "/personvern/$", "/tilgjengelighet/$",
    "/bli-ressursvenn/", "/rod-knapp/", "/ta-standpunkt/$", "/krav/", "/rapporter/", "/tall/",
    "/sitemap.xml$", "/nytt.", "/static/",
)  # fmt: skip
ALONE = (
    "web_public:front", "adverts_public:all", "alliance_public:front", "alliance_public:members",
    "alliance_public:buttons", "alliance_public:calendar", "stands_public:take", "agenda_public:all",
    "agenda_public:since", "agenda_public:figures", "agenda_public:data",
)  # fmt: skip
Address = tuple[str, date | None]  # and the day it last changed, where that is known


def addresses() -> list[Address]:
    """Those that stand alone, and what each room has of its own; by path."""
    alone: list[Address] = [(reverse(name), None) for name in ALONE]
    return sorted([*alone, *(each for room in ROOMS for each in room())], key=lambda each: each[0])


def _adverts() -> Iterator[Address]:
    for row in adverts.open_to_all():
        yield reverse("adverts_public:one", args=[row.reference]), row.published_on


def _actions() -> Iterator[Address]:
    for row in alliance.everything_shown():
        yield (
            reverse("alliance_public:action", args=[row.action.reference]),
            timezone.localdate(row.shown_at),
        )


def _demands() -> Iterator[Address]:
    told = agenda.all_told()
    for hole in dict.fromkeys(one.demand.hole_address for one in told):
        yield reverse("agenda_public:hole", args=[hole]), None
    for one in told:
        yield reverse("agenda_public:one", args=[one.reference]), one.text.confirmed_on


ROOMS: tuple[Callable[[], Iterator[Address] | list[Address]], ...] = (
    door.open_addresses, status.open_addresses, reporting.open_addresses, _adverts, _actions, _demands,
)  # fmt: skip

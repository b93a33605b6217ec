"""The list: everybody of the association, where on the road they are, and what is missing first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import fresh_first, requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import norwegian
from ressursvenn.programme.limits import Terms
from ressursvenn.programme.rules import Refusal
from ressursvenn.programme.states import STATION_WORDS, Station
from ressursvenn.protection import opening

from .. import changes, facts, queries, rules
from ..models import Volunteer
from ..words import CHOICES_OF_LIST


@dataclass(frozen=True, slots=True)
class Row:
    """One volunteer in the list."""

    volunteer: Volunteer
    known: rules.VolunteerFacts
    station: str
    step: int  # how far along the road, for sorting
    missing: Refusal | None
    to_approve: bool  # everything else is settled; two have not approved her
    asked: bool  # somebody has asked that she be approved, and nobody has answered


SHOWN: dict[str, Callable[[Row], bool]] = {
    "alle": lambda row: not row.known.has_left,
    "underveis": lambda row: row.missing is not None and not row.known.has_left,
    "godkjennes": lambda row: row.to_approve,
    "kan": lambda row: row.missing is None,
    "avklares": lambda row: rules.half_known(row.known) and not row.known.has_left,
    "sluttet": lambda row: bool(row.known.has_left),
}


@require_safe
@requires(Permission.SEE_VOLUNTEERS)
def everyone(request) -> HttpResponse:
    """Everybody of the association that this person may see, as a list to look through."""
    shown = request.GET.get("vis", "alle")
    shown = shown if shown in SHOWN else "alle"
    rows = _rows(request)
    chosen = [row for row in rows if SHOWN[shown](row)]
    page = {
        "rows": _named(request, chosen),
        "anybody": bool(rows),
        "shown": shown,
        "to_ask": sum(row.to_approve and not row.asked for row in rows),
        "asked": sum(row.to_approve and row.asked for row in rows),
        "choices": [
            {"code": code, "word": word, "count": sum(map(SHOWN[code], rows))}
            for code, word in CHOICES_OF_LIST.items()
        ],
    }
    return render(request, "volunteers/all.html", page)


@require_http_methods(["GET", "POST"])
@requires(Permission.SCREEN_VOLUNTEERS)
def ask_for_all(request) -> HttpResponseBase:
    """One tap asks another to approve everybody who lacks nothing else, as after a workbook."""
    if request.method != "POST":
        return redirect(f"{reverse('volunteers:all')}?vis=godkjennes")
    return fresh_first(_asked_for_all)(request)


def _asked_for_all(request) -> HttpResponse:
    count = changes.ask_for_all_approvals(by=request.user)
    messages.success(request, f"Det er spurt om {count}. Når en annen sier ja, kan de kobles.")
    return redirect("together:all")


def _rows(request) -> list[Row]:
    volunteers = facts.with_question(facts.with_road(queries.visible_to(request.user)))
    terms = accounts.terms(request.user.association)
    return [_row(request, each, facts.read_off(each), terms) for each in volunteers]


def _row(request, volunteer: Any, known: rules.VolunteerFacts, terms: Terms) -> Row:
    missing = rules.first_missing(known, terms)
    station = rules.station_reached(rules.road(known, terms))
    return Row(
        volunteer=volunteer,
        known=known,
        station=STATION_WORDS[station],
        step=list(Station).index(station),
        missing=missing and missing.as_told_to(request.user.may),
        to_approve=rules.waits_for_approval(known, terms),
        asked=volunteer.question_open,
    )


def _named(request, rows: list[Row]) -> list[Row]:
    """The cards of those shown, opened in one go; in the order of the Norwegian alphabet."""
    cards = [row.volunteer for row in rows]
    opened = {row.pk for row in opening.open_cards(cards, by=request.user, purpose="list")}
    known = [row for row in rows if row.volunteer.pk in opened]
    return sorted(known, key=lambda row: norwegian(row.volunteer.first_name))

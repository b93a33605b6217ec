"""The board: everybody who is on the road, by the step that is missing, so that it is seen where it stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.neighbourhood.areas import AREAS
from ressursvenn.programme.limits import Limits
from ressursvenn.programme.states import Station
from ressursvenn.programme.words import LANGUAGES

from .. import pace
from ._rows import Row, named, of_house

LATE, RESTING = "over-tiden", "pause"
NOT_SUITED = "not_suited"
WAITS_FOR: dict[str | None, str] = {
    Station.INTERVIEWED: "Skal intervjues",
    Station.TRAINED: "Skal på kurs",
    Station.SIGNED_CONFIDENTIALITY: "Skal underskrive taushetserklæring",
    Station.CERTIFICATE_SHOWN: "Skal vise politiattest",
    Station.AGREED: "Skal inngå avtale",
    Station.APPROVED: "Skal godkjennes av to",
    Station.AVAILABLE: "Har alt, men kan ikke kobles nå",
    None: "Kan kobles",
    NOT_SUITED: "Ikke funnet egnet",
}


@dataclass(frozen=True, slots=True)
class Column:
    """Those whose next step is the same, slowest first; and how long that step should take."""

    word: str
    time: str
    rows: list[Row]


@require_safe
@requires(Permission.SEE_VOLUNTEERS)
def board(request) -> HttpResponse:
    """Everybody on the road by the step that is missing, chosen by language, area and pace."""
    rows = [row for row in of_house(request) if not row.known.has_left]
    opened = named(request, rows)
    asked = {name: request.GET.get(name, "") for name in ("sprak", "omrade", "vis")}
    chosen = [row for row in opened if all(test(row) for test in _tests(asked))]
    page = {
        "columns": _columns(chosen, accounts.terms(request.user.association).limits),
        "count": len(chosen),
        "anybody": bool(rows),
        "asked": asked,
        "languages": _found(opened, "languages", LANGUAGES),
        "areas": _found(opened, "areas", {code: area.name for code, area in AREAS.items()}),
        "shown": (("", "Alle"), (LATE, "Over tiden"), (RESTING, "Har pause")),
    }
    return render(request, "volunteers/board.html", page)


def _tests(asked: Mapping[str, str]) -> Iterable[Callable[[Row], bool]]:
    """What was asked for. What is on no list is not asked for."""
    language, area = asked["sprak"], asked["omrade"]
    if language in LANGUAGES:
        yield lambda row: language in row.volunteer.languages
    if area in AREAS:
        yield lambda row: area in row.volunteer.areas
    if asked["vis"] == LATE:
        yield lambda row: row.step.pace is pace.Pace.LATE
    if asked["vis"] == RESTING:
        yield lambda row: row.step.pace is pace.Pace.RESTING


def _columns(rows: list[Row], limits: Limits) -> list[Column]:
    return [
        Column(word, _time(station, limits), sorted(here, key=lambda row: -(row.step.days or 0)))
        for station, word in WAITS_FOR.items()
        for here in [[row for row in rows if _stands(row) == station]]
    ]


def _stands(row: Row) -> str | None:
    """Under the step that is missing; whoever was found not suitable is on her way to none."""
    return NOT_SUITED if row.known.found_suitable is False else row.step.station


def _time(station: str | None, limits: Limits) -> str:
    if not isinstance(station, Station) or station not in pace.TIMED:
        return ""
    ideal, longest = pace.times(station, limits)
    return f"helst innen {ideal} dager, senest {longest}"


def _found(rows: list[Row], name: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """The codes that somebody here has, with their words, to choose among."""
    codes = {code for row in rows for code in getattr(row.volunteer, name)}
    return sorted(
        ((code, words[code]) for code in codes if code in words), key=lambda each: each[1]
    )

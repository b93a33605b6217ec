"""Pictures as plain numbers: what a template needs to draw a ring, a road or bars. No markup here.

Every picture carries the sentence that says the same, for whoever reads it instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from typing import Literal

CENTRE = 120
RADIUS = 84
NUMBERS = 104
TICK_FROM, TICK_TO = 56, 74
DAYS = 365
MONTHS = (
    *("jan", "feb", "mars", "april", "mai", "juni"),
    *("juli", "aug", "sep", "okt", "nov", "des"),
)

State = Literal["done", "open", "overdue"]


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Month:
    """A short stroke across the ring where a month of the pair begins, with its name outside."""

    label: str
    x1: float
    y1: float
    x2: float
    y2: float
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A follow-up inside the ring; `shape` is the path of a warning triangle for an overdue one."""

    state: State
    x1: float
    y1: float
    x2: float
    y2: float
    shape: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A pair's year. `passed` is the arc from the beginning to today, `hand` where today is."""

    sentence: str
    months: tuple[Month, ...] = ()
    dots: tuple[Point, ...] = ()
    ticks: tuple[Tick, ...] = ()
    hand: Point | None = None
    passed: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    label: str
    on: date | None
    state: Literal["done", "next", "missing"]


@dataclass(frozen=True, slots=True)
class Bar:
    """`length` is a share of the longest, in hundredths."""

    label: str
    weeks: int
    length: int
    words: str


def ring(
    began: date | None,
    today: date,
    meet_ups: list[date],
    follow_ups: list[tuple[date, State]],
) -> Ring:
    """The year ring of a pair. Days before it began or after its year are told, but not drawn."""
    if began is None:
        return Ring("Året har ikke begynt.", months=_months(None))
    turn = min(max(_turn(began, today), 0), 1)
    return Ring(
        sentence=_told(began, today, meet_ups, [state for _, state in follow_ups]),
        months=_months(began),
        dots=tuple(
            _at(RADIUS, _turn(began, day)) for day in sorted(meet_ups) if _drawn(began, day)
        ),
        ticks=tuple(
            _tick(_turn(began, on), state) for on, state in follow_ups if _drawn(began, on)
        ),
        hand=_at(RADIUS - 14, turn),
        passed=_arc(turn),
    )


def road(stations: Iterable[tuple[str, date | None]]) -> list[Station]:
    """Stations in order. The first one without a date is the next; the others are missing."""
    drawn: list[Station] = []
    for label, on in stations:
        waits = any(station.state == "next" for station in drawn)
        drawn.append(Station(label, on, "done" if on else "missing" if waits else "next"))
    return drawn


def bars(rows: Iterable[tuple[str, int]]) -> list[Bar]:
    """Bars of weeks, in the order given, the longest filling the row."""
    listed = list(rows)
    longest = max((weeks for _, weeks in listed), default=0) or 1
    return [
        Bar(label, weeks, round(100 * weeks / longest), "1 uke" if weeks == 1 else f"{weeks} uker")
        for label, weeks in listed
    ]


def _turn(began: date, day: date) -> float:
    """How much of the year has gone: 0 at the top, clockwise, 1 at the top again."""
    return (day - began).days / DAYS


def _drawn(began: date, day: date) -> bool:
    return 0 <= (day - began).days <= DAYS


def _at(radius: float, turn: float) -> Point:
    angle = 2 * pi * turn
    return Point(round(CENTRE + radius * sin(angle), 1), round(CENTRE - radius * cos(angle), 1))


def _months(began: date | None) -> tuple[Month, ...]:
    return tuple(_month(began, number) for number in range(12))


def _month(began: date | None, number: int) -> Month:
    inner, outer = _at(RADIUS - 5, number / 12), _at(RADIUS + 5, number / 12)
    label = _at(NUMBERS, (number + 0.5) / 12)
    name = MONTHS[(began.month - 1 + number) % 12] if began else str(number + 1)
    return Month(name, inner.x, inner.y, outer.x, outer.y, label.x, label.y)


def _tick(turn: float, state: State) -> Tick:
    inner, outer, middle = _at(TICK_FROM, turn), _at(TICK_TO, turn), _at(64, turn)
    x, y = middle.x, middle.y
    shape = f"M{x:g} {y - 9:g} {x + 9:g} {y + 7:g}H{x - 9:g}Z"
    return Tick(state, inner.x, inner.y, outer.x, outer.y, shape)


def _arc(turn: float) -> str:
    """The part of the ring that has passed; a whole ring is drawn as two halves."""
    start, middle, end = _at(RADIUS, 0), _at(RADIUS, turn / 2), _at(RADIUS, turn)
    if turn == 0:
        return ""
    curve = f"A{RADIUS} {RADIUS} 0 0 1"
    return f"M{start.x:g} {start.y:g}{curve} {middle.x:g} {middle.y:g}{curve} {end.x:g} {end.y:g}"


def _told(began: date, today: date, meet_ups: list[date], states: list[State]) -> str:
    months = max((today.year - began.year) * 12 + today.month - began.month, 0)
    months -= months > 0 and today.day < began.day
    parts = [
        f"{_many(months, 'måned', 'måneder')} i gang",
        _many(len(meet_ups), "treff", "treff"),
        f"{_many(states.count('done'), 'oppfølging', 'oppfølginger')} gjort",
    ]
    if late := states.count("overdue"):
        parts.append(f"{late} på overtid")
    return ", ".join(parts) + "."


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"

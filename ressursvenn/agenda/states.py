"""How a demand stands: read off what has happened, by day. Nobody sets it. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import words

AFTER = {
    words.CONTACT: words.TAKEN_UP,
    words.ANSWER: words.ANSWERED,
    words.REFUSED: words.REFUSED,
    words.MET: words.MET,
    words.WITHDRAWN: words.WITHDRAWN,
}


@dataclass(frozen=True, order=True, slots=True)
class Happened:
    """One dated fact. `number` tells two of the same day apart; `of` is the promise that it is about."""

    day: date
    number: int
    kind: str
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state, and the day of the fact that made it so; None while nothing has happened."""

    state: str
    since: date | None = None
    open_promises: frozenset[int] = frozenset()

    @property
    def word(self) -> str:
        return words.STATES[self.state]

    @property
    def tone(self) -> str:
        return words.TONES.get(self.state, "")

    @property
    def is_over(self) -> bool:
        return self.state in words.LAST


RAISED = Standing(words.RAISED)


def standing(happened: Iterable[Happened]) -> Standing:
    """Fact after fact, by day. What has ended stays so."""
    now = RAISED
    for one in sorted(happened):
        if not now.is_over:
            now = _after(now, one)
    return now


def _after(now: Standing, one: Happened) -> Standing:
    left = _promises(now.open_promises, one)
    return Standing(_state(now, one, left), one.day, left)


def _promises(were: frozenset[int], one: Happened) -> frozenset[int]:
    if one.kind == words.PROMISE:
        return were | {one.number}
    return were - {one.of} if one.kind in words.OF_A_PROMISE and one.of is not None else were


def _state(now: Standing, one: Happened, left: frozenset[int]) -> str:
    """A promise that stands is what is told, until it is kept or broken; then what else is promised."""
    if one.kind == words.BROKEN:
        return words.BROKEN
    if one.kind == words.KEPT:
        return words.PROMISED if left else words.KEPT
    if left and one.kind not in (*words.LAST, words.REFUSED):
        return words.PROMISED
    return AFTER[one.kind]

"""How the answers at the endings came out. Counts, never rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ressursvenn.accounts import guard
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import Permission

from .models import Answer

Pair = tuple[int | None, int | None]  # then, and now
UP_IS_BETTER = {"wellbeing": 1, "support": 1, "loneliness": -1}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """How the answers to one question came out, and what a mean takes: their sum and their squares."""

    better: int
    same: int
    worse: int
    total: int
    squares: int

    @property
    def number(self) -> int:
        return self.better + self.same + self.worse


def answers_in(year: int, *, by: Person) -> dict[str, Answered]:
    """Of the answers at the endings of a year: who had come up, stood still, or gone down, by question."""
    guard.check(by, Permission.RELEASE_FIGURES)
    rows = list(Answer.objects.filter(year=year).values())
    return {question: _answered(_steps(rows, question)) for question in UP_IS_BETTER}


def _steps(rows: Iterable[Mapping[str, Any]], question: str) -> list[int]:
    """How many steps up, for each who has answered both then and now."""
    pairs: list[Pair] = [(row[f"{question}_then"], row[f"{question}_now"]) for row in rows]
    up = UP_IS_BETTER[question]
    return [up * (now - then) for then, now in pairs if then is not None and now is not None]


def _answered(steps: list[int]) -> Answered:
    way = Counter("better" if step > 0 else "worse" if step < 0 else "same" for step in steps)
    return Answered(
        better=way["better"], same=way["same"], worse=way["worse"],
        total=sum(steps), squares=sum(step * step for step in steps),
    )  # fmt: skip

"""Numbers in the made-up world: invented years, two of them released and the last proposed.

The years are lived month by month by people who never were: they come, wait, meet somebody, and say goodbye.
The benches and the tests live ten of them at several sizes.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ressursvenn.reporting import changes
from ressursvenn.reporting.compiling import Year, answers
from ressursvenn.reporting.figures import Answered
from ressursvenn.together import changes as together

SIZE = 120
REGIONS = {"ost": 0.46, "vest": 0.2, "nord": 0.14, "midt": 0.12, "sor": 0.08}
ENDINGS = {"as_planned": 0.62, "early": 0.24, "silent": 0.1, "unsafe": 0.04}
STATIONS = (
    "applied",
    "answered",
    "interviewed",
    "course",
    "signed",
    "certificate",
    "agreed",
    "approved",
)


@dataclass
class Pair:
    """Somebody in a pair, by months."""

    began: int
    region: str
    again: bool
    met: int = 0
    hours: dict[int, float] = field(default_factory=dict)


class Lives:
    """So many people as a rule, from one month to the next."""

    def __init__(self, size: int, seed: int) -> None:
        self.size, self.draw = size, random.Random(seed)
        self.waiting: list[int] = [-self.draw.randint(0, 8) for _ in range(round(size * 0.3))]
        self.pairs = [self._pair(-self.draw.randint(0, 10)) for _ in range(round(size * 0.7))]

    def year(self, number: int, year: int) -> Year:
        """Twelve months, and then what there is to count."""
        self.ended: list[tuple[Pair, int, str]] = []
        self.called_off = 0
        for month in range(12 * number, 12 * number + 12):
            self._month(month, year)
        return self._counted(12 * number + 11, year)

    def _month(self, month: int, year: int) -> None:
        for pair in [*self.pairs]:
            self._meet(pair, year)
            if self.draw.random() < self._leaves(month - pair.began):
                self.pairs.remove(pair)
                self.ended.append((pair, month - pair.began + 1, self._of(ENDINGS)))
        for since in [*self.waiting]:
            if self.draw.random() < 0.2:
                self.waiting.remove(since)
                self._first_meeting(month)
        come = self.size * 0.075 + self.draw.random()
        self.waiting += [month] * int(come)

    def _first_meeting(self, month: int) -> None:
        if self.draw.random() < 0.08:
            self.called_off += 1
        else:
            self.pairs.append(self._pair(month))

    def _meet(self, pair: Pair, year: int) -> None:
        times = self.draw.randint(0, 4)
        pair.met += times
        pair.hours[year] = pair.hours.get(year, 0) + 1.5 * times

    def _leaves(self, months: int) -> float:
        return 0.6 if months >= 11 else 0.05

    def _pair(self, month: int) -> Pair:
        return Pair(month, self._of(REGIONS), self.draw.random() < 0.1)

    def _of(self, shares: dict[str, float]) -> str:
        return self.draw.choices([*shares], [*shares.values()])[0]

    def _counted(self, month: int, year: int) -> Year:
        ended = [pair for pair, _, _ in self.ended]
        answered = {
            name: self._answered(len(ended)) for name in ("wellbeing", "support", "loneliness")
        }
        hours = [pair.hours.get(year, 0) for pair in self.pairs]
        counts = {
            "running": {"running": len(self.pairs)},
            "queue": {"waiting": len(self.waiting)},
            "waiting": Counter(_waited(month - since) for since in self.waiting),
            "hours": Counter(
                "under_10" if h < 10 else "10_29" if h < 30 else "30_more" for h in hours
            ),
            "again": Counter("again" if pair.again else "first" for pair in self.pairs),
            "closed": {"ended": len(ended)},
            "called_off": {"called_off": self.called_off},
            "ending": Counter(ending for _, _, ending in self.ended),
            "region": Counter(pair.region for pair in ended),
            "months": Counter(_months(months) for _, months, _ in self.ended),
            "met": Counter(_met(pair.met) for pair in ended),
            **{name: answers(one, len(ended)) for name, one in answered.items()},
        }
        return Year(year=year, counts=counts, answered=answered, road=self._road())

    def _answered(self, ended: int) -> Answered:
        steps = [self.draw.choice((-1, 0, 0, 1, 1, 2)) for _ in range(round(ended * 0.6))]
        return Answered(
            better=sum(one > 0 for one in steps), same=steps.count(0), worse=sum(one < 0 for one in steps),
            total=sum(steps), squares=sum(one * one for one in steps),
        )  # fmt: skip

    def _road(self) -> dict[str, int]:
        left, told = self.size, {}
        for station in STATIONS:
            told[station] = left
            left = round(left * self.draw.uniform(0.8, 0.97))
        return told


def _waited(months: int) -> str:
    return "under_3" if months < 3 else "3_6" if months < 6 else "over_6"


def _months(months: int) -> str:
    bands = ((4, "1-3"), (7, "4-6"), (10, "7-9"), (13, "10-12"))
    return next((word for under, word in bands if months < under), "13-")


def _met(times: int) -> str:
    bands = ((1, "0"), (10, "1-9"), (25, "10-24"))
    return next((word for under, word in bands if times < under), "25-")


def invented(size: int, first: int, many: int, seed: int) -> Iterator[Year]:
    """So many years from the first one, lived by about so many people."""
    lives = Lives(size, seed)
    for number in range(many):
        yield lives.year(number, first + number)


def lay_out(world: Any) -> None:
    """Of the last three years that are over, two are released and the third is proposed."""
    astrid, pernille = world.people["radgiver"], world.people["personvern"]
    *released, last = invented(SIZE, world.today.year - 3, 3, world.today.year)
    for year in released:
        proposal = changes.propose(year=year.year, invented=year, by=astrid)
        asked = changes.ask_to_release(proposal=proposal, by=astrid)
        together.answer(asked=asked, yes=True, by=pernille)
    changes.propose(year=last.year, invented=last, by=pernille)

"""Among plans that are equally good, the one the written rule names; never a solver's luck.

The rule: go through the participants from the one who has waited longest (then by reference). Each
is given, of all that still leaves a best plan, the volunteer who fits best (then by reference), and
somebody rather than nobody.

A proof names every best plan at once: those that use only *tight* couples (share + price = weight),
leave out only participants whose share is 0, and leave empty only places whose price is 0. So to
give someone an earlier choice is to find a ring of such moves, and every ring leads to another best
plan.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from .proof import NOBODY, Proof
from .table import Numbers, Table

Choices = Mapping[int, int]  # volunteer -> row of the couple, the first choice first
Move = tuple[int | None, int]  # who moves (None: an empty place), and to which volunteer


def settle(table: Table, weights: Numbers, chosen: Numbers, proof: Proof) -> Numbers:
    """The rows of the plan that the rule names among the best."""
    plans = _BestPlans(table, weights, chosen, proof)
    for participant in range(len(table.participants)):
        plans.settle(participant)
    return plans.chosen()


class _BestPlans:
    """All best plans, walked from one to the next. NOBODY is a volunteer with room for all."""

    def __init__(self, table: Table, weights: Numbers, chosen: Numbers, proof: Proof) -> None:
        taken = np.bincount(table.whom[chosen[chosen != NOBODY]], minlength=len(table.places))
        self.choices = _choices(table, weights, proof)
        self.place = [NOBODY if row == NOBODY else int(table.whom[row]) for row in chosen]
        self.empty: list[int] = (table.places - taken).tolist()
        self.may_be_empty: list[bool] = (proof.prices == 0).tolist()
        self.unsettled = _by_volunteer(self.choices)

    def chosen(self) -> Numbers:
        rows = [self.choices[who][place] for who, place in enumerate(self.place)]
        return np.array(rows, dtype=np.int64)

    def settle(self, participant: int) -> None:
        """Give the participant the first choice there is a ring for, and leave it at that."""
        home = self.place[participant]
        for volunteer in self.choices[participant]:
            self.unsettled[volunteer].discard(participant)
        wanted = _before(home, self.choices[participant])
        ways = self._ways_to(home) if wanted else {}
        self.place[participant] = next((one for one in wanted if one in ways), home)
        self._walk(self.place[participant], home, ways)

    def _ways_to(self, home: int) -> dict[int, Move]:
        """From every volunteer a ring can begin at: the next move on the way home."""
        ways: dict[int, Move] = {}
        reached = deque([home])
        while reached:
            here = reached.popleft()
            for there, who in self._moves_to(here):
                if there not in ways:
                    ways[there] = (who, here)
                    reached.append(there)
        return ways

    def _moves_to(self, here: int) -> Iterator[tuple[int, int | None]]:
        """From where somebody could come here, and who; an empty place can come too."""
        for who in self.unsettled.get(here, ()):
            yield self.place[who], who
        if here == NOBODY:
            yield from ((there, None) for there, empty in enumerate(self.empty) if empty)
        elif self.may_be_empty[here]:
            yield NOBODY, None

    def _walk(self, start: int, home: int, ways: Mapping[int, Move]) -> None:
        """Everybody on the ring moves one on."""
        here = start
        while here != home:
            who, there = ways[here]
            if who is not None:
                self.place[who] = there
            elif here == NOBODY:
                self.empty[there] += 1
            else:
                self.empty[here] -= 1
            here = there


def _choices(table: Table, weights: Numbers, proof: Proof) -> list[dict[int, int]]:
    """What each participant has in some best plan or other, the best fit first and NOBODY last."""
    choices: list[dict[int, int]] = [{} for _ in table.participants]
    tight = np.flatnonzero(proof.shares[table.who] + proof.prices[table.whom] == weights)
    for row in sorted(tight.tolist(), key=lambda row: (-int(table.fit[row]), row)):
        choices[int(table.who[row])][int(table.whom[row])] = row
    for participant in np.flatnonzero(proof.shares == 0).tolist():
        choices[participant][NOBODY] = NOBODY
    return choices


def _by_volunteer(choices: Iterable[Choices]) -> dict[int, set[int]]:
    """The same turned round: whom each volunteer could be given."""
    turned: dict[int, set[int]] = {}
    for participant, places in enumerate(choices):
        for volunteer in places:
            turned.setdefault(volunteer, set()).add(participant)
    return turned


def _before(home: int, choices: Choices) -> list[int]:
    """The choices that come before the present one."""
    listed = list(choices)
    return listed[: listed.index(home)]

"""Among plans that are equally good, the one the written rule names; never a solver's luck.

The rule: go through the participants from the one who has waited longest (then by reference). Each is given, of
all that still leaves a best plan, the volunteer who fits best (then by reference), and somebody
rather than nobody.

A proof names every best plan at once: those that use only *tight* couples (share + price = weight), leave
out only participants whose share is 0, and leave only places whose price is 0. So to give someone an
earlier choice is to find a ring of such moves, and every ring leads to another best plan.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import numpy as np

from .proof import NOBODY, Proof
from .table import Numbers, Table

Move = tuple[int | None, int]  # who moves (None: an empty place), and to which volunteer


def settle(table: Table, weights: Numbers, chosen: Numbers, proof: Proof) -> Numbers:
    """The rows of the plan that the rule names among the best."""
    plans = _BestPlans(table, weights, chosen, proof)
    for participant in range(len(table.participants)):
        plans.settle(participant)
    return plans.chosen()


class _BestPlans:
    """All best plans, walked from one to the next. NOBODY is a volunteer with room for everybody."""

    def __init__(self, table: Table, weights: Numbers, chosen: Numbers, proof: Proof) -> None:
        tight = np.flatnonzero(proof.shares[table.who] + proof.prices[table.whom] == weights)
        self.rows: list[dict[int, int]] = [{} for _ in table.participants]  # whom -> row, best first
        for row in sorted(tight.tolist(), key=lambda row: (-int(table.fit[row]), row)):
            self.rows[int(table.who[row])][int(table.whom[row])] = row
        for participant in np.flatnonzero(proof.shares == 0).tolist():
            self.rows[participant][NOBODY] = NOBODY
        paired = chosen[chosen != NOBODY]
        self.place = np.where(chosen == NOBODY, NOBODY, 0).tolist()
        for row in paired.tolist():
            self.place[int(table.who[row])] = int(table.whom[row])
        taken = np.bincount(table.whom[paired], minlength=len(table.places))
        self.empty: list[int] = (table.places - taken).tolist()
        self.free_of_price: list[bool] = (proof.prices == 0).tolist()
        self.may_go_to: dict[int, set[int]] = {}  # volunteer -> participants not yet settled
        for participant, choices in enumerate(self.rows):
            for volunteer in choices:
                self.may_go_to.setdefault(volunteer, set()).add(participant)

    def chosen(self) -> Numbers:
        rows = [self.rows[who][whom] for who, whom in enumerate(self.place)]
        return np.array(rows, dtype=np.int64)

    def settle(self, participant: int) -> None:
        """Give the participant the first choice there is a ring for, and leave it at that."""
        home = self.place[participant]
        for volunteer in self.rows[participant]:
            self.may_go_to[volunteer].discard(participant)
        earlier = _until(home, self.rows[participant])
        ways = self._ways_to(home) if earlier else {}
        choice = next((volunteer for volunteer in earlier if volunteer in ways), home)
        self.place[participant] = choice
        self._walk(choice, home, ways)

    def _ways_to(self, home: int) -> dict[int, Move]:
        """From every volunteer a ring can start at: the next move on the way home."""
        ways: dict[int, Move] = {}
        waiting = deque([home])
        while waiting:
            here = waiting.popleft()
            for there, who in self._moves_to(here):
                if there not in ways and there != home:
                    ways[there] = (who, here)
                    waiting.append(there)
        return ways

    def _moves_to(self, here: int) -> Iterator[tuple[int, int | None]]:
        """Who could come here, and from where; an empty place can come and go too."""
        for who in self.may_go_to.get(here, ()):
            yield self.place[who], who
        if here == NOBODY:
            yield from ((there, None) for there, empty in enumerate(self.empty) if empty)
        elif self.free_of_price[here]:
            yield NOBODY, None

    def _walk(self, start: int, home: int, ways: dict[int, Move]) -> None:
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


def _until(home: int, choices: dict[int, int]) -> list[int]:
    """The choices that come before the present one."""
    listed = list(choices)
    return listed[: listed.index(home)]

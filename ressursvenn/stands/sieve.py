"""Before anything is asked of the database: is this more than people can have written by hand?

The counts lie in the memory of the process and nowhere else, and hold no address for longer than it sends.
With two processes twice as much comes through, which the limits behind it bear.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore

from . import pace

REMEMBERED = 10_000  # addresses at a time; whoever was first is forgotten first


class Bucket:
    """Holds so many, and is filled at an even pace."""

    __slots__ = ("a_second", "at_once", "left", "seen")

    def __init__(self, at_once: float, a_second: float, now: float) -> None:
        self.at_once, self.a_second = at_once, a_second
        self.left, self.seen = at_once, now

    def takes_one(self, now: float) -> bool:
        """Whether there was one left to take."""
        self.left = min(self.at_once, self.left + (now - self.seen) * self.a_second)
        self.seen = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Sieve:
    """One bucket for each address, and one for them all. A single sender empties only her own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.lock = clock, Lock()
        self.all = Bucket(pace.AT_ONCE, pace.A_SECOND, clock())
        self.each: OrderedDict[str, Bucket] = OrderedDict()
        self.at_work = Semaphore(pace.AT_WORK)

    def lets_through(self, address: str) -> bool:
        """One more from this address."""
        with self.lock:
            now = self.clock()
            return self._own(address, now).takes_one(now) and self.all.takes_one(now)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Whether there is room to write one down now. Nobody waits for it, holding what others need."""
        mine = self.at_work.acquire(blocking=False)
        try:
            yield mine
        finally:
            if mine:
                self.at_work.release()

    def _own(self, address: str, now: float) -> Bucket:
        bucket = self.each.pop(address, None) or Bucket(pace.AT_ONCE_EACH, pace.A_SECOND_EACH, now)
        self.each[address] = bucket
        if len(self.each) > REMEMBERED:
            self.each.popitem(last=False)
        return bucket


door = Sieve()

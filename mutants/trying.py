"""Take one guard away in a copy of the tree, and run tests until one turns red."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import rooms
from .guard import Guard
from .who import STILL, Who

NOT_COPIED = (
    ".venv",
    ".uv",
    ".data*",
    ".*_cache",
    ".hypothesis",
    "__pycache__",
    ".browser",
    "docs/pictures",
)
QUIETLY = (
    "-x",
    "-q",
    "--tb=no",
    "--no-header",
    "--show-capture=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "mutants.order",
    "--reuse-db",
)
PATIENCE = 300  # seconds at least; more where the tests took longer before. Late is red.
AT_FIRST = 20.0  # seconds of the quickest tests that go through it; then the others
AT_FIRST_MOST = 100  # tests: each has its own beginning and end as well
GREEN, NONE, LATE = (
    0,
    5,
    -1,
)  # pytest's own codes, and ours; 2 to 4 are a tree that does not even start


@dataclass(frozen=True)
class Tried:
    """What became of a mutant."""

    guard: Guard
    killed: bool
    by: str
    seconds: float


def rounds(
    guard: Guard, through: list[tuple[float, str]] | None, *, roughly: bool = False
) -> Iterator[tuple[str, list[str], float]]:
    """Who is asked, in turn: those of its kind, the quickest that go through it, its room's own, all others
    that go through it, and what reads the code; and everything, where it is known only roughly who does.

    A guard that stands in no function (a setting, a template, a word for a browser) is asked of its room,
    and then of everything.
    """
    if kind := rooms.of_kind(guard):
        yield "its kind", kind, 3 * PATIENCE
    if through is not None:
        yield from _those_that_go_through(through, [f"tests/{guard.room}"])
    if through is None or roughly:
        yield "its room", rooms.first(guard), 3 * PATIENCE
        yield "the rest", rooms.then(guard), 9 * PATIENCE


def _those_that_go_through(
    through: list[tuple[float, str]], own: list[str]
) -> Iterator[tuple[str, list[str], float]]:
    """The quickest, its room's own, the others, and what reads the code."""
    first, taken = [], 0.0
    for seconds, test in through:
        if first and (taken + seconds > AT_FIRST or len(first) == AT_FIRST_MOST):
            break
        first.append(test)
        taken += seconds
    if first:
        yield "the first", first, PATIENCE
        yield "its own", own, PATIENCE
    if then := [test for _, test in through[len(first) :]]:
        yield "the others", then, max(PATIENCE, 5 * sum(seconds for seconds, _ in through))
    yield "what reads code", [STILL], PATIENCE


class Place:
    """A copy of the tree, with a database that is laid back before each try, and a data folder of its own."""

    def __init__(self, root: Path, who: Who) -> None:
        self.who = who
        self.home = Path(tempfile.mkdtemp(prefix="rv-mutants-"))
        self.tree, self.data = self.home / "tree", self.home / "data"
        shutil.copytree(root, self.tree, ignore=shutil.ignore_patterns(*NOT_COPIED))
        self.untouched: Path | None = None

    def prepare(self) -> None:
        """All must be green before anything is taken away; and the database is made once."""
        told = self._run([STILL, "tests/accounts/test_limits.py", "--create-db"], PATIENCE)
        if told != GREEN:
            raise SystemExit(f"the tests are not green in {self.tree} as it is (code {told})")
        self.untouched = self.home / "untouched"
        shutil.copytree(self.data, self.untouched)

    def tries(self, guard: Guard) -> Tried:
        began, path = time.monotonic(), self.tree / guard.path
        before = path.read_text("utf-8")
        path.write_text(guard.taken_from(before), encoding="utf-8")
        try:
            killed, by = self._asked(guard)
        finally:
            path.write_text(before, encoding="utf-8")
        return Tried(guard, killed, by, time.monotonic() - began)

    def _asked(self, guard: Guard) -> tuple[bool, str]:
        through = self.who.go_through(guard)
        for by, tests, patience in rounds(guard, through, roughly=self.who.roughly):
            code = self._run(tests, patience)
            if code not in (GREEN, NONE):
                return True, "late" if code == LATE else by
        return False, ""

    def _run(self, tests: list[str], patience: float) -> int:
        """pytest's code; LATE when they take too long."""
        self._lay_back()
        there = [
            test
            for test in tests
            if (self.tree / test.partition("::")[0]).exists() or test[0] == "-"
        ]
        if not there:
            return NONE
        with self._keeper() as door:
            environment = {
                **os.environ, "RESSURSVENN_TEST_DATA": str(self.data), "RESSURSVENN_KEEPER": door,
                "RESSURSVENN_MODE": "test", "PYTHONDONTWRITEBYTECODE": "1",
                "RESSURSVENN_KEEPER_FOLDER": str(self.home / "keeper"),
            }  # fmt: skip
            run = subprocess.Popen(
                [sys.executable, "-m", "pytest", *QUIETLY, *there],
                cwd=self.tree, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
            try:
                return run.wait(patience)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                return LATE

    def _lay_back(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.rmtree(self.home / "keeper", ignore_errors=True)
        if self.untouched:
            shutil.copytree(self.untouched, self.data)
        else:
            self.data.mkdir()

    @contextlib.contextmanager
    def _keeper(self):
        """The keeper of this tree, mutated or not, as `tests/environment.py` starts it for all."""
        private = tempfile.mkdtemp(prefix="rv-", dir="/tmp")
        door, most = f"{private}/k", "1000000000"
        keeper = subprocess.Popen(
            [sys.executable, "-m", "keeper", "serve", "--folder", str(self.home / "keeper"), "--socket", door,
             "--reader-limit", most, "--house-limit", most, "--limit", most],
            cwd=self.tree, env={**os.environ, "KEEPER_STAYS_WITH_STDIN": "yes"},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            keeper.stdout.readline()
            yield door
        finally:
            keeper.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                keeper.wait(5)
            keeper.kill()
            shutil.rmtree(private, ignore_errors=True)

    def goes(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)

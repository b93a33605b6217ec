"""Loaded before Django: the tests have data and a keeper of their own, and know that they are tests."""

import atexit
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNLIMITED = "1000000000"  # what one may open in an hour: the limits have tests of their own


def start_keeper(folder: str | Path, *more: str) -> tuple[subprocess.Popen, str]:
    """A real keeper of a folder, and the socket it answers at. It ends when its stdin does."""
    private = tempfile.mkdtemp(prefix="rv-", dir="/tmp")  # a socket's path is short
    door = f"{private}/k"
    keeper = subprocess.Popen(
        [sys.executable, "-m", "keeper", "serve", "--folder", str(folder), "--socket", door, *more],
        cwd=ROOT,
        env={**os.environ, "KEEPER_STAYS_WITH_STDIN": "yes"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert keeper.stdout.readline() == b"ready\n"
    return keeper, door


def _start_for_all() -> None:
    """One keeper for all the workers of a run, started by the first process of it."""
    data = tempfile.mkdtemp(prefix="ressursvenn-test-")
    os.environ["RESSURSVENN_TEST_DATA"] = f"{data}/data"
    folder = tempfile.mkdtemp(prefix="ressursvenn-keeper-")
    most = ("--reader-limit", UNLIMITED, "--house-limit", UNLIMITED, "--limit", UNLIMITED)
    keeper, door = start_keeper(folder, *most)
    os.environ["RESSURSVENN_KEEPER"], os.environ["RESSURSVENN_KEEPER_FOLDER"] = door, folder

    def stop() -> None:
        keeper.stdin.close()
        keeper.wait(5)
        for left in (data, folder, Path(door).parent):
            shutil.rmtree(left, ignore_errors=True)

    atexit.register(stop)


os.environ["RESSURSVENN_MODE"] = "test"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # a browser and the ORM in one thread
if "RESSURSVENN_TEST_DATA" not in os.environ:
    _start_for_all()
os.environ["RESSURSVENN_DATA"] = os.environ["RESSURSVENN_TEST_DATA"]

FULL = os.environ.get("RESSURSVENN_FULL") == "1"
gc.set_threshold(50_000, 20, 50)  # the house stays: looking through it took a twentieth of the time


def times(number: int) -> int:
    """How often to repeat: an issue's number with --full, a tenth of it otherwise."""
    return number if FULL else max(1, number // 10)


def share(things: Iterable, turn: int = 0, of: int = 8) -> list:
    """All of them with --full, otherwise one in `of`. Turns one after another leave nothing out."""
    return list(things) if FULL else list(things)[turn % of :: of]

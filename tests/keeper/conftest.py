"""A keeper of its own for each test: a real process, with the real limits."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from keeper import wire
from keeper.acts import Keeper
from tests.environment import start_keeper


class Running:
    """A keeper's process, and one way to ask it."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.folder, self.more = folder, more
        self.start()

    def start(self) -> None:
        self.process, self.door = start_keeper(self.folder, *self.more)

    def ask(self, what: str, **said):
        with socket.socket(socket.AF_UNIX) as door:
            door.settimeout(5)
            door.connect(self.door)
            wire.send(door, {"ask": what, **said})
            return wire.hear(door)

    def make(self, *owners, house="oslo"):
        return self.ask("make", owners=list(owners), house=house)["keys"]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        shutil.rmtree(Path(self.door).parent, ignore_errors=True)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where a keeper's things lie."""
    keeper = Keeper(tmp_path / "keeper")
    keeper.masters.make()
    return tmp_path / "keeper"


@pytest.fixture
def running(folder):
    keeper = Running(folder)
    yield keeper
    keeper.stop()

"""A signer and two places of its own for a test that has the log witnessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from keeper.heads import HeadRefused, Heads
from ressursvenn.protection import checkpoints, keeping


class Witnesses:
    """The two places, and the key that signs. `stop` and `start` are the keeper's."""

    def __init__(self, folder: Path) -> None:
        self.heads = Heads(folder / "keeper")
        self.places = [folder / "a", folder / "b"]
        self.pin = folder / "pin"
        self.answers = True

    def sign(self, number: int, head: str) -> str:
        if not self.answers:
            raise keeping.Closed("the keeper does not answer")
        try:
            return self.heads.sign(number, head)
        except HeadRefused:
            raise keeping.Refused("head") from None

    def files(self) -> list[Path]:
        return [place / checkpoints.FILE for place in self.places]

    def lines(self) -> list[list[str]]:
        return checkpoints.lines_of(self.places)


@pytest.fixture
def witnesses(tmp_path, settings, monkeypatch) -> Witnesses:
    """The log of this test is signed with a key of its own, and witnessed in its own folder."""
    its = Witnesses(tmp_path / "witnesses")
    settings.CHECKPOINT_PLACES, settings.CHECKPOINT_PIN = its.places, its.pin
    monkeypatch.setattr(keeping, "sign_head", its.sign)
    monkeypatch.setattr(keeping, "signer", its.heads.public)
    return its

"""The way to the keeper: a process of its own that holds the keys. What it does not answer is closed.

Each thread holds one connection. The keeper has two seconds for an answer; a page that waits for more is
shown as closed, and the rest of the house (the way out, the public pages) never asks.
"""

from __future__ import annotations

import os
import socket
import threading
from datetime import datetime
from typing import Any

from django.conf import settings

from keeper import wire

PATIENCE = 2.0  # seconds


class Closed(Exception):
    """The keeper does not answer, or has lost a key. Nothing can be opened now."""


class TooMany(Exception):
    """Somebody has opened as many people's records as one may in an hour. `again` is when there is room."""

    def __init__(self, again: float) -> None:
        super().__init__("as many records as one may open in an hour")
        self.again = datetime.fromtimestamp(again).astimezone()


class Refused(Exception):
    """The keeper does not do that; the code says why."""


_here = threading.local()


def ask(what: str, **said: Any) -> dict[str, Any]:
    """Ask the keeper one thing (keeper.acts). Raises Closed, TooMany or Refused."""
    told = _said({"ask": what, **said})
    match told.get("refused"):
        case None:
            return told
        case "too_many":
            raise TooMany(told["again"])
        case "lost" | "tampered" | "malformed" as code:
            raise Closed(code)
        case code:
            raise Refused(str(code))


def sign_head(number: int, head: str) -> str:
    """Where the log stands, signed. Raises Refused when another head was signed for this number."""
    signature: str = ask("sign", number=number, head=head)["signature"]
    return signature


def signer() -> str:
    """The public key that `sign_head` signs for, in hexadecimal."""
    public: str = ask("signer")["public"]
    return public


def _said(message: dict[str, Any]) -> dict[str, Any]:
    """Once; and once more when the keeper was started anew since this thread last asked."""
    held = _door()
    try:
        return _exchange(held or _opened(), message)
    except (OSError, wire.Broken) as trouble:
        _close()
        if held is None or isinstance(trouble, TimeoutError):
            raise Closed("the keeper does not answer") from None
    try:
        return _exchange(_opened(), message)
    except (OSError, wire.Broken):
        _close()
        raise Closed("the keeper does not answer") from None


def _exchange(door: socket.socket, message: dict[str, Any]) -> dict[str, Any]:
    wire.send(door, message)
    return wire.hear(door)


def _door() -> socket.socket | None:
    """This thread's own, unless it was opened before the process forked, or to another keeper."""
    at, door = getattr(_here, "door", (None, None))
    return door if at == (os.getpid(), settings.KEEPER) else None


def _opened() -> socket.socket:
    if not settings.KEEPER:
        raise OSError("no keeper has been named")
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    door.settimeout(PATIENCE)
    door.connect(settings.KEEPER)
    _here.door = ((os.getpid(), settings.KEEPER), door)
    return door


def _close() -> None:
    _, door = getattr(_here, "door", (None, None))
    if door is not None:
        door.close()
    _here.door = (None, None)

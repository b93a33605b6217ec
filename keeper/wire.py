"""How the house and the keeper talk: one message is four bytes of length, then JSON."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

LENGTH = struct.Struct(">I")
MOST = 32 * 1024 * 1024  # bytes in one message: the cards of a hundred thousand


class Broken(Exception):
    """The other end is gone, or does not speak like this."""


def send(door: socket.socket, said: dict[str, Any]) -> None:
    """Say one thing. Raises OSError when nobody takes it."""
    content = json.dumps(said, separators=(",", ":")).encode()
    door.sendall(LENGTH.pack(len(content)) + content)


def hear(door: socket.socket) -> dict[str, Any]:
    """One thing said. Raises Broken when it is no message, OSError when it does not come in time."""
    (length,) = LENGTH.unpack(_exactly(door, LENGTH.size))
    if length > MOST:
        raise Broken("too long a message")
    try:
        said = json.loads(_exactly(door, length))
    except ValueError:
        raise Broken("not a message") from None
    if not isinstance(said, dict):
        raise Broken("not a message")
    return said


def _exactly(door: socket.socket, length: int) -> bytes:
    got = bytearray()
    while len(got) < length:
        piece = door.recv(min(length - len(got), 1 << 20))
        if not piece:
            raise Broken("the other end is gone")
        got += piece
    return bytes(got)

"""The keeper's door: a Unix socket in a folder that only its own user, and the house's group, can enter."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import socketserver
import struct
import sys
import threading
from pathlib import Path

from . import wire
from .acts import Keeper, answer

PEER = struct.Struct("3i")  # process, user and group at the other end (Linux)


class Visit(socketserver.BaseRequestHandler):
    """One of the house's threads, for as long as it stays."""

    server: Door

    def handle(self) -> None:
        if not self.server.knows(self.request):
            return
        with contextlib.suppress(wire.Broken, OSError):
            while True:
                wire.send(self.request, answer(self.server.keeper, wire.hear(self.request)))


class Door(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """Lets in its own user and those it was told of, and nobody else."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, path: Path, keeper: Keeper, users: frozenset[int]) -> None:
        self.keeper, self.users = keeper, users | {os.getuid()}
        path.unlink(missing_ok=True)
        super().__init__(str(path), Visit)
        path.chmod(0o660)

    def knows(self, visitor: socket.socket) -> bool:
        if not hasattr(socket, "SO_PEERCRED"):
            return True  # the folder's permissions are the lock there
        told = visitor.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER.size)
        return PEER.unpack(told)[1] in self.users

    def handle_error(self, request: object, client_address: object) -> None:
        """The kind of fault and nothing else: what was asked is nobody's business here."""
        sys.stderr.write(f"ERROR keeper {getattr(sys.exc_info()[0], '__name__', '')}\n")


def serve(path: Path, keeper: Keeper, users: frozenset[int] = frozenset()) -> None:
    """Until TERM or INT. Says `ready` on stdout when the door is open."""
    with Door(path, keeper, users) as door:
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, lambda *_: threading.Thread(target=door.shutdown).start())
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        _leave_with_parent(door)
        door.serve_forever(poll_interval=0.1)
    path.unlink(missing_ok=True)


def _leave_with_parent(door: Door) -> None:
    """Where whoever started it holds the other end of stdin, its end is ours: no keeper is left behind."""
    if os.environ.get("KEEPER_STAYS_WITH_STDIN") != "yes":
        return

    def wait() -> None:
        sys.stdin.read()
        door.shutdown()

    threading.Thread(target=wait, daemon=True).start()

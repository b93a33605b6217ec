"""The keeper of keys is killed, and hung, while people read."""

import os
import signal
import time

TITLE = "The keeper of keys is lost"
WHY = (
    "Without the keeper nobody can be opened: pages must close within three seconds and show nothing, while "
    "the way out and the public pages stand. When it is back, everything opens again."
)
OPENS = ("/a/", "/a/deltakere/", "/a/koblinger/")
STANDS = ("/", "/om/", "/m/lukk/", "/a/inn/")


def drill():
    from django.test import Client

    browser, keeper = _signed_in("koordinator"), _keeper()
    _expect(browser, OPENS, 200)
    os.kill(keeper, signal.SIGSTOP)
    try:
        hung = _expect(browser, OPENS, 503)
        stands = _expect(Client(), STANDS, 200)
    finally:
        os.kill(keeper, signal.SIGCONT)
    again = _expect(browser, OPENS, 200)
    assert hung < 3, hung
    assert stands < 3, stands
    return [
        ("pages that open somebody, keeper hung", f"503, slowest {hung:.2f} s (limit 3)"),
        ("way out, public pages and sign-in meanwhile", f"200, slowest {stands:.2f} s"),
        ("the same pages when it goes on", f"200, slowest {again:.2f} s"),
    ]


def _expect(browser, paths, status):
    """The slowest of them, in seconds."""
    taken = []
    for path in paths:
        began = time.monotonic()
        answer = browser.get(path)
        taken.append(time.monotonic() - began)
        assert answer.status_code == status, (path, answer.status_code)
    return max(taken)


def _keeper():
    """The process at the other end of the socket."""
    import socket
    import struct

    from django.conf import settings

    with socket.socket(socket.AF_UNIX) as door:
        door.connect(settings.KEEPER)
        told = door.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return struct.unpack("3i", told)[0]


def _signed_in(name):
    from django.test import Client

    from ressursvenn.accounts import queries
    from ressursvenn.accounts.second_factor import REHEARSED

    browser = Client()
    browser.force_login(queries.person_called(name))
    session = browser.session
    session[REHEARSED] = True
    session.save()
    return browser

"""The worker that sends messages is killed, again and again, at each of the six moments there are."""

import os
import socketserver
import threading
from collections import Counter
from contextlib import suppress
from datetime import date, datetime, time, timedelta

TITLE = "A worker that is killed sends nothing twice to her, and loses nothing to staff"
WHY = (
    "A doubled message on a watched phone is a danger; a lost one is an inconvenience. So what goes to a "
    "participant is tried once, and what goes to those who work here is tried until it has arrived. The mail "
    "server is a real one on this machine, and the worker a process that ends where it stands."
)
TIMES = 100


class _Mail(socketserver.StreamRequestHandler):
    """As much of a mail server as it takes: it counts the letters it has said yes to."""

    got: list[int] = []

    def handle(self):
        self._say("220 post")
        while line := self.rfile.readline():
            word = line.strip().upper()[:4]
            if word == b"DATA":
                self._say("354 go on")
                while self.rfile.readline() != b".\r\n":
                    pass
                self.got.append(1)
            self._say("221 bye" if word == b"QUIT" else "250 OK")
            if word == b"QUIT":
                return

    def _say(self, told):
        with suppress(OSError):
            self.wfile.write(f"{told}\r\n".encode())


def drill():
    from django.conf import settings

    from ressursvenn.protection.messages.points import POINTS

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mail) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "ressursvenn.protection.messages.email.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        seen = [_to_her(point) for point in POINTS] + [_to_staff(point) for point in POINTS]
        server.shutdown()
    return seen


def _to_her(point):
    from ressursvenn.accounts.models import Person
    from ressursvenn.participants import changes as participants

    by = Person.objects.get(sign_name="koordinator")
    today = date.today()  # noqa: DTZ011 -- the machine's own day will do
    row = participants.refer(
        association=by.association, crisis_centre=None, called="Trane", consented_on=today, by=by
    )
    participants.settle_contact(
        participant=row, channel="email", email="trane@example.org", hours="any", sender="Mona",
        language="nb", until=today + timedelta(days=TIMES + 9), by=by,
    )  # fmt: skip
    ended, most = Counter(), 0
    for noon in _noons():
        message, arrived = _tried(point, noon, audience="her", kind="call_me", to=row.reference)
        ended["unknown" if message.unknown_at else "sent" if message.sent_at else "?"] += 1
        most = max(most, arrived)
    assert most <= 1, most
    assert not ended["?"], ended
    told = ", ".join(f"{how} {number}" for how, number in sorted(ended.items()))
    return f"to her, killed at «{point}» {TIMES} times", f"doubles 0; {told}"


def _to_staff(point):
    from ressursvenn.accounts.models import Person
    from ressursvenn.protection.messages.changes import choose_notices

    person = Person.objects.get(sign_name="koordinator2")
    choose_notices(person=person, wanted=True, by=person)
    lost = again = 0
    for noon in _noons():
        message, arrived = _tried(
            point, noon, audience="staff", kind="something_waits", to=person.reference
        )
        lost += not (message.sent_at and arrived)
        again += arrived > 1
        message.delete()
    assert lost == 0, lost
    return f"to staff, killed at «{point}» {TIMES} times", f"lost 0; arrived twice {again}"


def _noons():
    from django.utils import timezone

    here, day = timezone.get_default_timezone(), timezone.localdate()
    return [datetime.combine(day + timedelta(n), time(12), here) for n in range(1, TIMES + 1)]


def _tried(point, noon, **told):
    """One message: a worker killed at the point, and others that go on. What became of it."""
    from ressursvenn.protection.messages import post
    from ressursvenn.protection.messages.models import Outgoing

    row = Outgoing.objects.create(
        channel="email", day=noon.date(), written_at=noon, not_before=noon, **told
    )
    before = len(_Mail.got)
    _killed(point, noon)
    for minutes in (0, 5, 11, 17):
        post.send_due(noon + timedelta(minutes=minutes))
    row.refresh_from_db()
    return row, len(_Mail.got) - before


def _killed(point, noon):
    from django.db import connection

    from ressursvenn.protection.messages import points, post

    connection.close()
    child = os.fork()
    if child == 0:
        points.fault = lambda here: os._exit(9) if here == point else None
        with suppress(BaseException):
            post.send_due(noon)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9, f"it never came to {point}"

"""Amina has chosen how she may be reached, and it is a Wednesday at noon. The mail server is a real one."""

from __future__ import annotations

import asyncio
import socket
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core.management import call_command
from django.db import transaction

from ressursvenn.participants import changes as participants
from ressursvenn.participants.models import Participant
from ressursvenn.protection.messages import box, changes, points, post
from ressursvenn.protection.messages.models import Outgoing
from ressursvenn.protection.models import AuditEntry

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2027, 3, 3, 12, tzinfo=OSLO)
NUMBER, ADDRESS = "92 76 93 10", "amina@example.org"
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)

SAFE = {
    "hours": "any", "sender": "Mona", "language": "nb", "voicemail": "no", "until": date(2027, 6, 1),
}  # fmt: skip
BY_SMS = {**SAFE, "channel": "sms_without_name", "number": NUMBER}
BY_EMAIL = {**SAFE, "channel": "email", "email": ADDRESS}
BY_PHONE = {**SAFE, "channel": "phone", "number": NUMBER}


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture(autouse=True)
def _own_box(tmp_path, monkeypatch):
    """What a made-up world would put in its box, and nothing left over from another test."""
    monkeypatch.setattr(box, "folder", lambda: tmp_path / "box")


def in_box() -> list[str]:
    """What has been put there, oldest first."""
    return [path.read_text("utf-8") for path in sorted(box.folder().glob("*.txt"))]


def a_participant(by, **chosen) -> Participant:
    row = participants.refer(
        association=by.association, crisis_centre=None, called="Linerle", by=by,
        consented_on=date(2026, 9, 1), waiting_since=date(2026, 9, 1),
    )  # fmt: skip
    if chosen:
        participants.settle_contact(participant=row, by=by, **chosen)
    return fresh(row)


def fresh(row: Participant) -> Participant:
    return Participant.objects.get(pk=row.pk)


@pytest.fixture
def amina(noon, kari) -> Participant:
    """By SMS."""
    return a_participant(kari, **BY_SMS)


@pytest.fixture
def by_email(noon, kari) -> Participant:
    return a_participant(kari, **BY_EMAIL)


def written(row: Participant, by) -> Outgoing:
    """The coordinator has said send."""
    participants.write_to_her(participant=fresh(row), by=by)
    return Outgoing.objects.filter(to=row.reference).latest("pk")


def noticed(person) -> Outgoing | None:
    """Something new waits for somebody who signs in."""
    with transaction.atomic():
        return post.to_staff(person=person, kind="something_waits")


def wants(person, mailbox: str = "") -> None:
    changes.choose_notices(person=person, wanted=True, mailbox=mailbox, by=person)


def now_of(row: Outgoing) -> Outgoing:
    return Outgoing.objects.get(pk=row.pk)


def how(row: Outgoing) -> str:
    """What has become of it."""
    row = now_of(row)
    ends = [end for end in ("sent", "dropped", "unknown") if getattr(row, f"{end}_at")]
    return f"{''.join(ends) or 'waiting'}{f': {row.why}' if row.why else ''}"


def acts() -> list[str]:
    done = AuditEntry.objects.filter(did__startswith="messages.").order_by("id")
    return list(done.values_list("did", flat=True))


# --- a mail server on this machine -------------------------------------------------------------


class Server:
    """Keeps what it gets. Its mood is how it answers when it has got it."""

    def __init__(self) -> None:
        self.got: list[tuple[str, list[str], bytes]] = []
        self.names: list[str] = []
        self.mood = "kind"
        self.meanwhile = lambda: None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        self.names.append(hostname)
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.mood == "refuses":
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.mood == "refuses the letter":
            return "554 not this one"
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        self.meanwhile()
        if self.mood == "drops":
            server.transport.abort()
        elif self.mood == "says it twice":
            await server.push("250 OK")
        elif self.mood == "is silent":
            await asyncio.sleep(1)
        return "250 OK"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@pytest.fixture
def server(settings):
    """A real one, that our own way to a mail server talks with."""
    handler, port = Server(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "ressursvenn.protection.messages.email.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 0.5
    yield handler
    controller.stop()


@pytest.fixture
def fault(monkeypatch):
    """`fault("marked", what)`: what happens at one of the six points."""

    def at(point, what):
        monkeypatch.setattr(points, "fault", lambda here: what() if here == point else None)

    return at


@pytest.fixture
def cleared(transactional_db):
    """For tests in which more than one connection reads what was written."""
    call_command("createcachetable", verbosity=0)

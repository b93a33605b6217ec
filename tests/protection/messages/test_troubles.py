"""A server that drops, stays silent, answers twice or says no; two who send at once; a gateway for SMS."""

from __future__ import annotations

import json
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise

import pytest
from django.db import connection
from django.utils import timezone

from ressursvenn.protection.messages import her, points, post, sms
from ressursvenn.protection.messages.letters import NotTaken
from ressursvenn.protection.messages.models import Outgoing
from tests.environment import times

from .conftest import (
    ADDRESS,
    BY_EMAIL,
    HOUR,
    MINUTE,
    a_participant,
    acts,
    free_port,
    how,
    in_box,
    noticed,
    now_of,
    wants,
    written,
)


@pytest.mark.parametrize(
    ("mood", "ended", "arrived"),
    [
        ("kind", "sent", 1),
        ("says it twice", "sent", 1),
        ("drops", "unknown", 1),  # it has it, and did not say so
        ("is silent", "unknown", 1),
        ("refuses", "dropped: refused", 0),
        ("refuses the letter", "dropped: refused", 0),
    ],
)
def test_to_her_it_is_tried_once_whatever_the_server_does(
    by_email, kari, server, noon, mood, ended, arrived
):
    row, server.mood = written(by_email, kari), mood

    for _ in range(5):
        post.send_due()
        noon.shift(20 * MINUTE)

    assert (how(row), len(server.got), now_of(row).tries) == (ended, arrived, 1)
    assert acts() == [f"messages.{ended.partition(':')[0]}_to_her"]


def test_nobody_at_the_door_is_a_no_that_is_known(by_email, kari, server, settings, noon):
    row, settings.EMAIL_PORT = written(by_email, kari), free_port()

    post.send_due()

    assert how(row) == "dropped: refused"


@pytest.mark.parametrize("mood", ["drops", "is silent", "refuses", "refuses the letter"])
def test_to_staff_it_is_tried_until_it_is_taken_and_is_the_same_letter(kari, server, noon, mood):
    wants(kari)
    row, server.mood = noticed(kari), mood
    for _ in range(6):
        post.send_due()
        noon.shift(HOUR)
    tried, server.mood = now_of(row).tries, "kind"
    noon.shift(4 * HOUR)

    assert post.send_due() == {"sent": 1}
    assert 2 <= tried <= 6
    assert how(row) == "sent"
    ids = {content.split(b"Message-ID: ")[1].split(b"\r\n")[0] for _, _, content in server.got}
    assert len(ids) == 1
    assert post.send_due() == {}


def test_to_staff_the_tries_come_further_and_further_apart(kari, settings, noon):
    wants(kari)
    settings.EMAIL_BACKEND = "ressursvenn.protection.messages.email.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    row, minutes = noticed(kari), []
    for minute in range(24 * 60):
        if post.send_due():
            minutes.append(minute)
        noon.shift(MINUTE)

    waits = [after - before for before, after in pairwise(minutes)]
    assert waits[:7] == [2, 4, 8, 16, 32, 64, 128]
    assert max(waits) == 240
    assert how(row) == "waiting"

    noon.shift(60 * HOUR)
    post.send_due()
    assert how(row) == "dropped: gave_up"


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_once_send_it_once(by_email, kari, server, noon):
    """Every worker has seen the same row wait; only one gets to mark it."""
    rows = []
    for _ in range(times(50)):
        row = written(a_participant(kari, **BY_EMAIL), kari)
        rows.append(row)
        told = _at_once(4, lambda pk=row.pk: her.send(pk, timezone.now()))
        assert sorted(told) == ["sent", "taken", "taken", "taken"]

    assert len(server.got) == len(rows)
    assert {how(row) for row in rows} == {"sent"}


def _at_once(number, does):
    """What each of them was told."""
    told, gate = [], threading.Barrier(number)

    def one():
        gate.wait()
        try:
            told.append(does())
        finally:
            connection.close()

    workers = [threading.Thread(target=one) for _ in range(number)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return told


def test_a_stopped_worker_leaves_the_row_to_nobody(by_email, kari, server, noon, fault):
    """Marked and never answered: after ten minutes it is said that nobody knows."""
    row = written(by_email, kari)

    class Killed(BaseException):
        pass

    def killed():
        raise Killed

    fault("marked", killed)
    with pytest.raises(Killed):
        post.send_due()
    fault("", killed)

    assert post.send_due() == {}
    noon.shift(9 * MINUTE)
    assert post.send_due() == {}
    noon.shift(2 * MINUTE)
    assert post.send_due() == {"unknown": 1}
    assert (how(row), server.got) == ("unknown", [])


def test_points_do_nothing_by_themselves():
    for point in points.POINTS:
        assert points.at(point) is None


# --- SMS ----------------------------------------------------------------------------------------


class Gateway(BaseHTTPRequestHandler):
    """A gateway on this machine. `says` is a status, or None: it takes the message and hangs up."""

    got: list[dict] = []
    says: int | None = 202

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower() for name in self.headers}
        self.got.append({**json.loads(body), "headers": headers, "at": self.path})
        if self.says is not None:
            self.send_response(self.says)
            self.end_headers()

    def log_message(self, *args):
        """Nothing is written anywhere."""


@pytest.fixture
def gateway(settings, monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), Gateway)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.SMS_WAY, settings.SMS_TOKEN = "https", "hemmelig"
    settings.SMS_GATEWAY = f"https://127.0.0.1:{server.server_port}/send"
    settings.EMAIL_TIMEOUT = 0.5

    def in_the_clear(*args, context, **kwargs):
        """The outer wall: a gateway with a certificate cannot be had here."""
        assert context.check_hostname
        return HTTPConnection(*args, **kwargs)

    monkeypatch.setattr(sms, "HTTPSConnection", in_the_clear)
    Gateway.got.clear()
    Gateway.says = 202
    yield Gateway
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("says", "ended"),
    [
        (200, "sent"), (202, "sent"), (400, "dropped: refused"), (401, "dropped: refused"),
        (404, "dropped: refused"), (408, "unknown"), (409, "unknown"), (429, "unknown"),
        (500, "unknown"), (503, "unknown"), (302, "unknown"), (None, "unknown"),
    ],
)  # fmt: skip
def test_a_gateway_is_asked_once_and_its_answer_is_heard(amina, kari, gateway, noon, says, ended):
    row, gateway.says = written(amina, kari), says
    for _ in range(3):
        post.send_due()
        noon.shift(20 * MINUTE)

    (got,) = gateway.got
    assert how(row) == ended
    assert {name: got[name] for name in ("to", "from", "text", "at")} == {
        "to": "+4792769310", "from": "Mona", "text": "Hei, ring meg når det passer.", "at": "/send",
    }  # fmt: skip
    assert got["headers"] == {
        "host", "accept-encoding", "content-length", "content-type", "authorization",
    }  # fmt: skip


def test_a_gateway_that_is_not_there_has_got_nothing(amina, kari, settings, gateway):
    settings.SMS_GATEWAY = f"https://127.0.0.1:{free_port()}/"
    row = written(amina, kari)

    post.send_due()

    assert how(row) == "dropped: refused"


def test_on_the_screen_it_is_for_whoever_tries(amina, kari, settings, capsys):
    settings.SMS_WAY = "console"
    written(amina, kari)

    post.send_due()

    assert "Hei, ring meg når det passer." in capsys.readouterr().out
    assert in_box() == []


def test_none_is_a_no(settings):
    settings.SMS_WAY = "none"

    with pytest.raises(NotTaken):
        sms.send(None)


def test_an_e_mail_of_the_made_up_world_lies_in_the_box(by_email, kari, settings):
    settings.EMAIL_BACKEND = "ressursvenn.protection.messages.email.box.EmailBackend"
    written(by_email, kari)

    post.send_due()

    (told,) = in_box()
    assert told.startswith(f"From: Mona <post@post.example>\nTo: {ADDRESS}\nSubject: Hei\n")
    assert told.endswith("\n\nHei, ring meg når det passer.\n")
    assert Outgoing.objects.get().sent_at

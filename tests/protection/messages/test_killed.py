"""The worker is killed at each of its six points, again and again, and another one goes on.

To her: never two, whatever happens. To staff: none is lost. The mail server is a real one, and the worker a
process that ends where it stands.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress

import pytest
from django.db import connection
from django.utils import timezone

from ressursvenn.protection.messages import points, post
from ressursvenn.protection.messages.models import Outgoing
from ressursvenn.protection.messages.texts import CALL_ME, HERS, SOMETHING_WAITS, STAFF
from tests.environment import times

from .conftest import BY_EMAIL, HOUR, MINUTE, NOON, a_participant, how, wants

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = times(100)


class Killed(BaseException):
    """Goes through everything that catches what can be caught."""


def killed_at(point: str) -> None:
    """A worker of its own that ends, without a word, at the first time it comes to the point."""
    connection.close()
    child = os.fork()
    if child == 0:
        points.fault = lambda here: os._exit(9) if here == point else None
        with suppress(BaseException):
            post.send_due()
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 9, f"it never came to {point}"


def thrown_at(point: str, monkeypatch) -> None:
    def fault(here):
        if here == point:
            raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(points, "fault", fault)
        with pytest.raises(Killed):
            post.send_due()


def waiting(audience: str, to: str, kind: str, day) -> Outgoing:
    now = timezone.now()
    return Outgoing.objects.create(
        audience=audience,
        channel="email",
        kind=kind,
        to=to,
        day=day,
        written_at=now,
        not_before=now,
    )


@pytest.fixture
def each_day(noon):
    """A new day for each round, at noon: one message a day is what the table takes."""

    def next_day(number):
        noon.move_to(NOON.replace(month=3, day=3) + 24 * HOUR * number)
        return timezone.localdate()

    return next_day


@pytest.mark.parametrize("way", ["the process ends", "something is thrown"])
@pytest.mark.parametrize("point", points.POINTS)
def test_to_her_there_are_never_two(kari, server, noon, each_day, monkeypatch, point, way):
    until = NOON.date().replace(year=2028)
    amina = a_participant(kari, **{**BY_EMAIL, "until": until})
    ended = Counter()
    for number in range(ROUNDS):
        day = each_day(number)
        row, before = waiting(HERS, amina.reference, CALL_ME, day), len(server.got)
        if way == "the process ends":
            killed_at(point)
        else:
            thrown_at(point, monkeypatch)
        for _ in range(4):
            post.send_due()
            noon.shift(6 * MINUTE)
        arrived = len(server.got) - before
        assert arrived <= 1
        ended[how(row), arrived] += 1

    assert sum(ended.values()) == ROUNDS
    assert dict(ended) == {EXPECTED[point]: ROUNDS}


# What is known when it was marked before the worker was gone: nothing. It is told so, and never tried again.
EXPECTED = {
    "picked": ("sent", 1),
    "checked": ("sent", 1),
    "marked": ("unknown", 0),
    "connected": ("unknown", 0),
    "handed_over": ("unknown", 1),
    "noted": ("sent", 1),
}


@pytest.mark.parametrize("way", ["the process ends", "something is thrown"])
@pytest.mark.parametrize("point", points.POINTS)
def test_to_staff_none_is_lost(kari, server, noon, each_day, monkeypatch, point, way):
    wants(kari)
    rows = []
    for number in range(ROUNDS):
        day = each_day(number)
        rows.append(waiting(STAFF, kari.reference, SOMETHING_WAITS, day))
        before = len(server.got)
        if way == "the process ends":
            killed_at(point)
        else:
            thrown_at(point, monkeypatch)
        for _ in range(4):
            post.send_due()
            noon.shift(6 * MINUTE)
        assert len(server.got) - before >= 1

    assert Counter(map(how, rows)) == {"sent": ROUNDS}

"""What a preview carries to the act: locked to one person, for a quarter of an hour."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from ressursvenn.spreadsheets import sealing
from ressursvenn.spreadsheets.understanding import understood

from .books import DATA, volunteers


def test_it_opens_again_for_the_same_person(kari):
    reading = understood(volunteers({}))

    assert sealing.opened(sealing.sealed(reading, kari), kari) == reading


def test_it_opens_for_nobody_else(kari, kaja, nora):
    locked = sealing.sealed(understood(volunteers({})), kari)

    assert [sealing.opened(locked, person) for person in (kaja, nora)] == [None, None]


def test_after_a_quarter_of_an_hour_it_is_too_late(kari):
    locked = sealing.sealed(understood(volunteers({})), kari)

    for minutes, opens in ((14, True), (16, False), (-1, False)):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
            assert (sealing.opened(locked, kari) is not None) == opens


def test_what_is_not_ours_does_not_open(kari):
    locked = sealing.sealed(understood(volunteers({})), kari)
    moment, _, rest = locked.partition(".")
    later = str(int(moment) + 60)

    for text in (
        "",
        ".",
        "x",
        locked[:-4],
        f"{later}.{rest}",
        f"{moment}.æøå",
        f"{'9' * 40}.{rest}",
    ):
        assert sealing.opened(text, kari) is None


def test_nothing_of_it_can_be_read_and_no_address_is_in_it(kari):
    content = (DATA / "koordinator.xlsx").read_bytes()
    locked = sealing.sealed(understood(content), kari)

    assert "Berit" not in locked
    assert len(locked) < 60_000

"""Her hours: the wall clock in Oslo decides, also on the nights it is moved and when the year ends."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest

from ressursvenn.participants import changes as participants
from ressursvenn.participants import reaching
from ressursvenn.protection.messages import her, post, ready, setting
from ressursvenn.protection.messages.models import Outgoing
from ressursvenn.protection.messages.window import Window, is_working_day
from tests.environment import times

from .conftest import BY_SMS, OSLO, a_participant, fresh, in_box

# When the clock is moved, on both nights, and the turn of a year.
ODD = (
    datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC),
    datetime(2026, 12, 31, 23, tzinfo=UTC), datetime(2027, 12, 31, 23, tzinfo=UTC),
)  # fmt: skip


def instants(number: int, seed: int = 1) -> list[datetime]:
    """Any moment of two years; every third within two days of an odd one."""
    draw = random.Random(seed)
    began = datetime(2026, 11, 1, tzinfo=UTC)
    anywhere = [began + timedelta(seconds=draw.randrange(730 * 86_400)) for _ in range(number)]
    return [
        draw.choice(ODD) + timedelta(seconds=draw.randint(-172_800, 172_800)) if n % 3 == 0 else one
        for n, one in enumerate(anywhere)
    ]


def is_safe(hours: str, begins: str, ends: str, moment: datetime) -> bool:
    """Said once more, and apart from the code it watches: minutes of the day in Oslo."""
    here = moment.astimezone(OSLO)
    minute = here.hour * 60 + here.minute
    spans = {"any": (480, 1260), "weekdays_10_12": (600, 720), "daytime": (540, 900)}
    low, high = spans.get(hours, (1020, 1260))
    if begins:
        low, high = (
            max(low, int(begins[:2]) * 60 + int(begins[3:])),
            min(high, int(ends[:2]) * 60 + int(ends[3:])),
        )
    holiday = f"{here:%d.%m}" in ["01.01", "01.05", "17.05", "24.12", "25.12", "26.12", "31.12"]
    if hours != "any" and (here.weekday() > 4 or holiday):
        return False
    return low <= minute < high


CHOICES = (
    ("any", "", ""), ("any", "12:00", "13:30"), ("weekdays_10_12", "", ""), ("daytime", "", ""),
    ("daytime", "10:15", "20:00"), ("evening", "", ""), ("evening", "18:00", "19:00"),
)  # fmt: skip


@pytest.mark.parametrize(("hours", "begins", "ends"), CHOICES)
def test_no_instant_outside_is_inside(hours, begins, ends):
    window = reaching.HOURS[hours]
    if begins:
        window = window.within(time.fromisoformat(begins), time.fromisoformat(ends))
    held = [moment for moment in instants(times(10_000)) if window.holds(moment)]

    assert held
    assert [moment for moment in held if not is_safe(hours, begins, ends, moment)] == []


@pytest.mark.parametrize(("hours", "begins", "ends"), CHOICES)
def test_the_next_opening_is_inside_and_nothing_before_it_is(hours, begins, ends):
    window = reaching.HOURS[hours]
    for moment in instants(40, seed=2):
        opens = window.opens(moment)
        assert opens is not None
        assert window.holds(opens)
        between = (moment + timedelta(minutes=n) for n in range(0, 60 * 24 * 6, 7))
        assert [one for one in between if one < opens and window.holds(one)] == []


def test_at_no_simulated_instant_is_anything_sent_outside_her_hours(kari, noon, monkeypatch):
    """Every instant with a message waiting and a switch that may be on or off; nothing is opened anew.

    What is written a moment before: the age is right, and only the hours and the switch are asked.
    """
    draw, asked = random.Random(3), instants(times(10_000), seed=3)
    amina = a_participant(kari, **BY_SMS)
    row = Outgoing(
        audience="her", channel="sms", kind="call_me", to=amina.reference, day=date(2027, 3, 3)
    )
    outside = sent = 0
    for moment in asked:
        hours, begins, ends = draw.choice(CHOICES)
        on = draw.random() < 0.8
        chosen = setting.Setting(
            may=on, channel="sms", to="92769310", sender="Mona", language="nb", until=date(2030, 1, 1),
            window=reaching.HOURS[hours].within(
                time.fromisoformat(begins or "00:00"), time.fromisoformat(ends or "23:59")
            ),
        )  # fmt: skip
        monkeypatch.setattr(setting, "of", lambda reference, chosen=chosen: chosen)
        row.written_at = moment - timedelta(minutes=draw.randrange(120))
        try:
            her._ready(row, moment)
        except her._Stop:
            continue
        sent += 1
        outside += not (on and is_safe(hours, begins, ends, moment))

    assert sent > times(10_000) // 20
    assert outside == 0


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 3, 28, 16, 59, 59, tzinfo=OSLO),  # the day that is an hour short
        datetime(2027, 10, 31, 16, 59, 59, tzinfo=OSLO),  # and the one that is an hour long
        datetime(2026, 12, 31, 20, 0, tzinfo=OSLO),
        datetime(2027, 1, 1, 20, 0, tzinfo=OSLO),
        datetime(2027, 3, 3, 20, 55, tzinfo=OSLO),
    ],
)
def test_really_sent_or_not_on_the_odd_days(kari, noon, moment):
    noon.move_to(moment)
    until = moment.date() + timedelta(days=30)
    amina = a_participant(kari, **{**BY_SMS, "hours": "evening", "until": until})
    setting_now = setting.of(amina.reference)

    assert setting_now is not None
    assert ready.why_not(setting_now, "call_me", moment) == "closed"


def test_switched_off_meanwhile_is_never_sent(kari, noon):
    for _ in range(times(100)):
        amina = a_participant(kari, **BY_SMS)
        participants.write_to_her(participant=amina, by=kari)
        participants.settle_contact(participant=fresh(amina), channel="nothing", by=kari)
    told = post.send_due()

    assert (told, in_box()) == ({"dropped": times(100)}, [])


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2027, 3, 24), True), (date(2027, 3, 25), False), (date(2027, 3, 26), False),
        (date(2027, 3, 29), False), (date(2027, 5, 6), False), (date(2027, 5, 17), False),
        (date(2026, 12, 24), False), (date(2026, 12, 31), False), (date(2026, 12, 30), True),
        (date(2028, 6, 5), False), (date(2027, 3, 27), False),
    ],
)  # fmt: skip
def test_holidays_are_no_working_days(day, works):
    assert is_working_day(day) is works


def test_nothing_fits_in_a_window_that_ends_before_it_begins():
    assert Window(time(10), time(10)).never
    assert Window().within(time(22), time(23)).never
    assert Window().within(time(0), time(0)).never
    assert not Window().within(time(0), time(23, 59)).never
    assert Window().within(time(22), time(23)).opens(ODD[0]) is None


def test_no_window_is_open_at_night():
    night = [moment for moment in instants(2000) if not 8 <= moment.astimezone(OSLO).hour < 21]

    assert [moment for moment in night if Window(time(0), time(23, 59)).holds(moment)] == []

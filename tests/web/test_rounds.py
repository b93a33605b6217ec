"""The house's rounds: what is due, never twice at once, and told of when it is not done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.web import rounds
from ressursvenn.web.models import LastRun
from ressursvenn.web.rounds import Round
from tests.environment import start_keeper

NOW = datetime(2027, 3, 28, 3, 30, tzinfo=UTC)  # the night of the short day
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DONE: list[str] = []


def a_round(name: str, every: timedelta, does=None) -> Round:
    return Round(name, every, does or (lambda: DONE.append(name)), f"gjør {name}")


@pytest.fixture(autouse=True)
def _nothing_done():
    DONE.clear()


def at(moment: datetime, *listed: Round) -> list[str]:
    return rounds.do_what_is_due(moment, listed)


def test_what_is_due_is_done_and_then_not_before_it_is_due_again(db):
    post = a_round("post", MINUTE)

    assert at(NOW, post) == ["post"]
    assert at(NOW + timedelta(seconds=59), post) == []
    assert at(NOW + MINUTE, post) == ["post"]
    assert DONE == ["post", "post"]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2027, 3, 27, 22, 59, tzinfo=UTC),  # before midnight in Oslo, before the short day
        datetime(2027, 10, 30, 21, 59, tzinfo=UTC),  # before the long one
        datetime(2026, 12, 31, 22, 59, tzinfo=UTC),  # before a new year
    ],
    ids=str,
)
def test_the_night_comes_once_for_each_day_in_oslo(db, moment):
    night = a_round("retention", rounds.NIGHTLY)
    done = [at(moment + hour * HOUR, night) for hour in range(72)]

    assert sum(map(len, done)) == 4
    assert done[0] == done[1] == ["retention"]


def test_a_round_that_fails_stops_no_other_and_is_tried_again_in_a_while(db):
    broken = a_round("broken", HOUR, lambda: 1 / 0)
    other = a_round("other", HOUR)

    assert at(NOW, broken, other) == ["other"]
    assert LastRun.objects.get(name="broken").failures == 1
    assert at(NOW + MINUTE, broken) == []
    mended = a_round("broken", HOUR)
    assert at(NOW + rounds.AT_IT, mended) == ["broken"]
    assert LastRun.objects.get(name="broken").failures == 0


def test_two_caretakers_at_once_do_nothing_twice(db):
    """The second comes while the first is at it."""
    seen = []
    slow = a_round("slow", HOUR, lambda: seen.append(at(NOW, slow)))

    assert at(NOW, slow) == ["slow"]
    assert seen == [[]]


def test_one_that_was_stopped_in_the_middle_is_done_when_its_time_at_it_is_over(db):
    def stopped():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        at(NOW, a_round("retention", HOUR, stopped))

    again = a_round("retention", HOUR)
    assert at(NOW + MINUTE, again) == []
    assert at(NOW + rounds.AT_IT, again) == ["retention"]


@pytest.fixture
def own_keeper(settings, tmp_path, witnesses):
    """With nobody's keys but this test's."""
    keeper, settings.KEEPER = start_keeper(tmp_path / "keeper")
    yield keeper
    keeper.stdin.close()
    keeper.wait()


def test_every_round_of_the_house_can_be_done(db, own_keeper):
    assert set(rounds.do_what_is_due()) >= {"days", "retention", "keys", "sessions", "cache"}
    assert rounds.do_what_is_due() == []


def test_the_caretaker_says_what_she_did(db, capsys):
    call_command("keep_house", "--once")

    assert "retention" in capsys.readouterr().out


def test_whoever_runs_the_system_is_told_what_is_late_and_nobody_else(db, siri, kari):
    terms = accounts.terms(None)
    (line,) = rounds.day_lines(siri, terms)
    assert "sletter det som har nådd fristen" in line.sentence
    assert rounds.day_lines(kari, terms) == []

    for each in rounds.ROUNDS:
        LastRun.objects.create(name=each.name, last_run=timezone.now())
    assert rounds.day_lines(siri, terms) == []

    old = timezone.now() - timedelta(minutes=16)
    LastRun.objects.filter(name="post").update(last_run=old)
    (line,) = rounds.day_lines(siri, terms)
    assert line.sentence.endswith("ikke gjort i tide: sender det som ligger klart i utboksen.")


def test_the_page_of_the_rounds_knows_nobody(signed_in, siri, kari):
    page = signed_in(siri).get("/a/runder/").content.decode()

    assert page.count("aldri") == len(rounds.ROUNDS)
    assert signed_in(kari).get("/a/runder/").status_code == 403

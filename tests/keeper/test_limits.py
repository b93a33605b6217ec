"""How much one may open: the twenty-first person in an hour is refused, and it is told."""

import pytest

from keeper.limits import Count, Limits, TooMany
from keeper.store import Store
from tests.environment import times

from .conftest import Running

HOUR = 3600
READ = {"reader": "kari", "house": "oslo", "purpose": "page"}


@pytest.fixture
def clock():
    return [1_000_000.0]


@pytest.fixture
def count(tmp_path, clock):
    return Count(Store(tmp_path), Limits(), lambda: clock[0])


def several(number, begin=0):
    return [f"p{number:04}" for number in range(begin, begin + number)]


def test_the_twenty_first_is_refused_and_not_one_of_them_noted(count):
    count.let("kari", several(20))

    with pytest.raises(TooMany):
        count.let("kari", ["one-more"])
    count.let("kaja", several(20))


def test_the_same_again_costs_nothing(count):
    for _ in range(5):
        count.let("kari", several(20))


def test_there_is_room_when_an_hour_has_passed_and_it_was_told_when(count, clock):
    count.let("kari", several(10))
    clock[0] += 600
    count.let("kari", several(10, begin=50))

    with pytest.raises(TooMany) as refused:
        count.let("kari", ["one-more"])

    assert refused.value.again == clock[0] - 600 + HOUR
    clock[0] = refused.value.again
    count.let("kari", several(10, begin=100))


def test_all_at_once_is_refused_as_a_whole(count):
    with pytest.raises(TooMany):
        count.let("kari", several(21))

    count.let("kari", several(20))


def test_glass_is_broken_anywhere_by_somebody_whose_hour_is_full_and_it_is_alarmed(running):
    owners = several(21)
    running.make(*owners, house="oslo")
    running.make("elsewhere", house="nabo")
    running.ask("records", owners=owners[:20], **READ)
    glass = {**READ, "purpose": "break_glass:ill"}

    assert running.ask("records", owners=[owners[20]], **READ)["refused"] == "too_many"
    for one in (owners[20], "elsewhere"):
        assert list(running.ask("records", owners=[one], **glass)["keys"]) == [one]
    assert running.ask("standing")["alarms"] == 3


def test_many_readers_together_have_a_limit_too(count):
    for reader in range(30):
        count.let(f"reader{reader}", several(20, begin=20 * reader))

    with pytest.raises(TooMany):
        count.let("an invented one", ["p9999"])


def test_at_the_door_it_is_refused_and_alarmed(running):
    owners = several(21)
    running.make(*owners)

    for owner in owners[:20]:
        assert list(running.ask("records", owners=[owner], **READ)["keys"]) == [owner]
    refused = running.ask("records", owners=[owners[20]], **READ)

    assert refused["refused"] == "too_many"
    assert "keys" not in refused
    assert running.ask("standing")["alarms"] == 1


def test_a_restart_forgets_nothing(running):
    owners = several(21)
    running.make(*owners)
    running.ask("records", owners=owners[:20], **READ)
    running.stop()
    running.start()

    assert running.ask("records", owners=[owners[20]], **READ)["refused"] == "too_many"


def test_a_list_of_cards_is_no_record_however_long(running):
    owners = several(300)
    running.make(*owners)

    assert len(running.ask("cards", owners=owners, **READ)["keys"]) == 300


def test_whoever_asks_for_a_thousand_is_stopped(running):
    """As the web process's own user, with a new invented reader for each."""
    owners = several(1000)
    running.make(*owners)

    got = 0
    for at, owner in enumerate(owners):
        told = running.ask("records", owners=[owner], reader=f"r{at}", house="oslo", purpose="page")
        got += "keys" in told

    assert got == Limits().everyone
    assert running.ask("standing")["alarms"] == 1000 - got


def test_two_hundred_at_once_get_no_more_than_one_may(folder):
    from concurrent.futures import ThreadPoolExecutor

    keeper = Running(folder)
    try:
        owners = several(times(200))
        keeper.make(*owners)
        with ThreadPoolExecutor(20) as pool:
            told = list(pool.map(lambda one: keeper.ask("records", owners=[one], **READ), owners))
        assert sum("keys" in one for one in told) == 20
    finally:
        keeper.stop()

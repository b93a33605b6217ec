"""Many answers at the same moment: exactly one wins, however close they come."""

import pytest

from ressursvenn.accounts import changes as accounts
from ressursvenn.together import changes
from ressursvenn.together.models import Asked
from tests.environment import times
from tests.pairs.test_race import in_turns

from .conftest import ask

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def holders(oslo, kari):
    """Kari has nineteen colleagues who may answer."""
    return [
        accounts.take_in(
            sign_name=f"k{number}", name=f"K{number}", role="coordinator", association=oslo, by=None
        )
        for number in range(19)
    ]


def yes(asked, by):
    return lambda: changes.answer(asked=asked, yes=True, by=by)


def question(by):
    return lambda: ask(by)


@pytest.mark.parametrize("way", ["one person", "many people"])
def test_of_many_yeses_one_wins(thing, kari, holders, way):
    asked = ask(kari)
    who = holders[:1] if way == "one person" else holders
    tries = [yes(asked, who[number % len(who)]) for number in range(times(200))]

    answers = in_turns(tries)

    assert answers.count("won") == 1
    assert set(answers) == {"won", "TOG-05"}
    assert len(thing.done) == 1


def test_of_many_questions_one_is_asked(thing, holders):
    tries = [question(holders[number % len(holders)]) for number in range(times(200))]

    answers = in_turns(tries)

    assert answers.count("won") == 1
    assert set(answers) == {"won", "asked"}
    assert Asked.objects.count() == 1


def test_a_yes_and_taking_back_at_once_leave_one_of_the_two(thing, kari, holders):
    asked = ask(kari)
    tries = [
        yes(asked, holders[number % len(holders)])
        if number % 2
        else lambda: changes.take_back(asked=asked, by=kari)
        for number in range(times(200))
    ]

    answers = in_turns(tries)

    asked.refresh_from_db()
    assert answers.count("won") == 1
    assert (asked.answered_at is None) != (asked.taken_back_at is None)
    assert len(thing.done) == (asked.answered_at is not None)

"""Many coordinators, one place: exactly one decision wins, however close they come."""

import os
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair

from .conftest import a_participant, a_volunteer, acts

TRIES = 200 if os.environ.get("RESSURSVENN_FULL") else 20
AT_ONCE = 20

pytestmark = pytest.mark.django_db(transaction=True)


def raced(tries):
    """Run them at the same moment, each on a connection of its own; the answers."""
    answers = []
    start = Barrier(len(tries))

    def run(try_it):
        start.wait()
        try:
            try_it()
            answers.append("won")
        except ValidationError as refused:
            answers.append(refused.error_list[0].code)
        except Exception as other:
            answers.append(type(other).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(each,)) for each in tries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def in_turns(tries):
    answers = []
    for first in range(0, len(tries), AT_ONCE):
        answers += raced(tries[first : first + AT_ONCE])
    return answers


def decision(participant, volunteer, by):
    return lambda: changes.decide(
        participant=participant, volunteer=volunteer, reason="near", by=by
    )


def test_a_volunteers_one_place_is_given_once(kari, kaja):
    volunteer = a_volunteer(kari, kaja)
    waiting = [a_participant(kari, f"Fugl {number}") for number in range(TRIES)]

    answers = in_turns(
        [decision(each, volunteer, (kari, kaja)[n % 2]) for n, each in enumerate(waiting)]
    )

    assert answers.count("won") == 1
    assert set(answers) == {"won", "VOL-05"}
    assert Pair.objects.count() == 1
    assert acts() == ["pairs.decided"]


def test_a_participant_gets_one_volunteer(kari, kaja):
    participant = a_participant(kari)
    volunteers = [
        a_volunteer(kari, kaja, f"Frivillig {n}", phone="", email=f"v{n}@example.org")
        for n in range(6)
    ]

    answers = raced([decision(participant, each, kari) for each in volunteers])

    assert sorted(set(answers)) == ["PAR-06", "won"]
    assert answers.count("won") == Pair.objects.count() == 1


def test_one_second_yes_is_enough_and_only_one_is_noted(kari, kaja, gro, astrid):
    pair = changes.decide(
        participant=a_participant(kari), volunteer=a_volunteer(kari, kaja), reason="near", by=kari
    )

    answers = raced([lambda by=by: changes.approve(pair=pair, by=by) for by in (kaja, gro, astrid)])

    assert sorted(answers) == ["PAI-10", "PAI-10", "won"]
    assert acts() == ["pairs.decided", "pairs.approved"]

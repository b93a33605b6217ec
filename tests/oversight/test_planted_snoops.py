"""Five snoops among a month of ordinary reading in the made-up world: all are found, and little else."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine
from django.core.management import call_command

from drills import planted_snoops as drill
from ressursvenn.oversight.queries import odd_ones
from ressursvenn.rehearsal import world as rehearsal


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker):
    """The made-up world twice over, with caseloads shared out. Committed, and taken away when we are done."""
    noon = datetime.now(drill.OSLO).replace(hour=12)
    with django_db_blocker.unblock(), time_machine.travel(noon):
        people = rehearsal.make(size=drill.WORLD).people
        own, beside = drill.share_out(people)
        yield people, own, beside, drill.pairs_of(people)
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def town(_made, db):
    """What a test does to it is rolled back."""
    return _made


def test_all_five_are_found_among_two_thousand_reads(town, signed_in):
    people, own, beside, pairs = town
    seen = drill.Month(own, beside, pairs, datetime.now(drill.OSLO), seed=drill.MONTHS).told()
    drill.write(seen, people)

    snoops = drill.snoop(people, own, beside, time_machine.travel, signed_in, drill._refused)

    assert sum(one.did == drill.OPENED for one in seen) >= 2000
    assert drill.found(people["personvern"], snoops, people) == dict.fromkeys(snoops, True)
    assert len(snoops) == 5


def test_none_of_them_is_there_before(town):
    """Looked for in vain where nobody snooped so: what is found above is not found by chance."""
    people, own, _, pairs = town
    about = {"night": "drammen", "again": "drammen2", "refused": "moss"}
    few = {name: several[:6] for name, several in own.items()}
    seen = drill.Month(few, {name: [] for name in own}, pairs, datetime.now(drill.OSLO), 1).told()
    drill.write([one for one in seen if 6 <= one.at.hour < 22], people)

    assert not any(drill.found(people["personvern"], about, people).values())
    assert {odd.sign.kind for odd in odd_ones(people["personvern"])} <= {"many", "outside"}


def test_a_false_flag_is_rare(town):
    _, own, beside, pairs = town
    flags, reads = drill.flags_in_many_months(own, beside, pairs, datetime.now(drill.OSLO), 12)
    each = [month.total() / len(own) for month in flags]

    assert reads > 2000 * len(flags)
    assert 0 < sum(each) / len(each) <= 2

"""From tables to facts: sealed is unknown, and many cost no more than one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ressursvenn.participants import changes, facts
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening

from .conftest import days_ago, fresh, refer


def test_what_is_on_the_card_is_unknown_until_it_is_opened(ready, kari):
    sealed = facts.of(ready)
    opened = facts.of(opening.open_cards([ready], by=kari, purpose="list")[0])

    assert (sealed.area_known, sealed.language_known) == (None, None)
    assert (opened.area_known, opened.language_known) == (True, True)


def test_an_empty_card_is_known_to_be_empty(oslo, kari):
    bare = refer(oslo, kari, area="", languages=[])

    opened = facts.of(opening.open_cards([fresh(bare)], by=kari, purpose="list")[0])

    assert (opened.area_known, opened.language_known) == (False, False)


def test_the_noted_facts_need_no_opening(ready):
    known = facts.of(ready)

    assert (known.left_stated_on, known.consented_on) == (days_ago(20), days_ago(20))
    assert (known.withdrawn, known.open_pairs, known.in_unknown_pair) == (False, 0, False)


@pytest.mark.parametrize("number", [1, 3, 30])
def test_one_query_however_many(oslo, kari, number):
    for _ in range(number):
        refer(oslo, kari)
    rows = list(Participant.objects.all())

    with CaptureQueriesContext(
        connection,
    ) as asked:
        known = facts.of_many(rows)

    assert (len(known), len(asked)) == (number, 1)


@pytest.mark.parametrize(
    ("theirs", "against"),
    [
        (["no-oslo-oslo"], True),  # may belong in the part that is to be avoided
        (["no-oslo-grunerlokka"], True),
        (["no-akershus-sandvika"], False),
        (["no-akershus-sandvika", "no-oslo-grunerlokka"], True),
        ([], None),
        (["nowhere"], None),
    ],
)
def test_who_belongs_where_somebody_stays_out_goes_against_the_conditions(
    amina, kari, theirs, against
):
    changes.correct_card(participant=amina, avoided_areas=["no-oslo-grunerlokka"], by=kari)

    assert facts.against_conditions(amina, theirs) is against


def test_no_condition_is_gone_against_by_nobody_and_a_sealed_one_is_unknown(amina, kari):
    assert facts.against_conditions(amina, ["no-oslo-oslo"]) is None

    opening.open_cards([amina], by=kari, purpose="list")

    assert facts.against_conditions(amina, ["no-oslo-oslo"]) is False

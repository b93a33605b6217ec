"""A pair ends: planned, early, silent or unsafe. Nothing that was not done is hidden."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair
from ressursvenn.programme.states import PairState

from .conftest import acts, ahead, days_ago, fresh, walked


def test_it_ends_with_a_reason_and_forgets_the_next_day(running, kari, solveig):
    changes.set_next_meet_up(pair=running, day=ahead(2), by=solveig)

    pair = changes.end(pair=running, ending="early", by=kari)

    assert (pair.state, pair.ended_by, pair.ending) == (PairState.ENDED, kari, "early")
    assert fresh(pair).next_meet_up is None
    assert acts()[-1] == "pairs.ended"


@pytest.mark.parametrize("ending", ["", "bored"])
def test_a_reason_from_the_list(running, kari, ending):
    with pytest.raises(ValidationError):
        changes.end(pair=running, ending=ending, by=kari)


def test_closed_stays_closed(running, kari):
    pair = changes.end(pair=running, ending="early", by=kari)

    for again in (
        lambda: changes.end(pair=pair, ending="silent", by=kari),
        lambda: changes.call_off(pair=pair, by=kari),
        lambda: changes.note_introduced(pair=pair, coordinator_present=True, by=kari),
    ):
        with pytest.raises(ValidationError):
            again()
    assert fresh(pair).ending == "early"


def test_one_that_has_met_is_ended_and_not_called_off(running, kari):
    with pytest.raises(ValidationError):
        changes.call_off(pair=running, by=kari)


def test_one_that_has_not_met_is_called_off_and_not_ended(both, kari):
    with pytest.raises(ValidationError):
        changes.end(pair=both, ending="early", by=kari)
    assert changes.call_off(pair=both, by=kari).not_to_be_because == "called_off"


def test_the_closing_talk_and_what_both_wish(running, kari):
    with pytest.raises(ValidationError, match="etter at koblingen"):
        changes.note_closing_talk(pair=running, later_contact="not_asked", by=kari)
    changes.end(pair=running, ending="as_planned", by=kari)

    pair = changes.note_closing_talk(pair=running, later_contact="both_wish", by=kari)

    assert (pair.closing_talk_by, pair.later_contact) == (kari, "both_wish")
    with pytest.raises(ValidationError):
        changes.note_closing_talk(pair=running, later_contact="", by=kari)


def test_the_same_two_may_come_again(running, kari, kaja):
    changes.end(pair=running, ending="as_planned", by=kari, on=days_ago(20))

    again = walked(running.participant, running.volunteer, kari, kaja, introduced=days_ago(3))

    assert Pair.objects.count() == 2
    assert again.state is PairState.RUNNING


def test_but_not_when_it_was_not_safe(running, kari):
    changes.end(pair=running, ending="unsafe", by=kari)

    with pytest.raises(ValidationError, match="sagt nei til den andre"):
        changes.decide(
            participant=running.participant, volunteer=running.volunteer, reason="again", by=kari
        )


@pytest.mark.parametrize("who", ["solveig", "gro", "nora", "astrid"])
def test_only_the_coordinator_ends_it(people, running, who):
    with pytest.raises(PermissionDenied):
        changes.end(pair=running, ending="early", by=people[who])


def test_the_page_says_what_will_happen_and_what_was_not_done(signed_in, running, kari):
    desk = signed_in(kari)
    address = f"/a/koblinger/{running.reference}/avslutning/"

    page = desk.get(address).content.decode()
    assert "Dette ble ikke gjort" in page
    assert fresh(running).state is PairState.RUNNING
    answer = desk.post(address, {"ending": "silent", "on": days_ago(0).isoformat()})

    assert answer.url == f"/a/koblinger/{running.reference}/"
    assert "Dette ble ikke gjort" in desk.get(answer.url).content.decode()


def test_the_closing_talk_page(signed_in, running, kari):
    changes.end(pair=running, ending="as_planned", by=kari)

    desk, page = signed_in(kari), f"/a/koblinger/{running.reference}/avslutningssamtale/"
    assert 'href="/a/tall/svar/"' in desk.get(page).content.decode()  # what she answers is nobody's
    desk.post(
        page,
        {"later_contact": "not_both", "on": days_ago(0).isoformat()},
    )

    assert fresh(running).later_contact == "not_both"

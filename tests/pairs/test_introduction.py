"""The first meeting: a day and one public place, for staff alone, erased the day after."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from ressursvenn.pairs import changes
from ressursvenn.pairs.models import Pair
from ressursvenn.programme.states import PairState
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditEntry

from .conftest import a_place, acts, ahead, days_ago, fresh


def kept(pair, by):
    row = opening.open_record(fresh(pair), by=by, purpose="test")
    return row.introduction_day, row.introduction_place, row.next_meet_up


@pytest.fixture
def later(time_machine):
    """Some days pass."""

    def pass_by(days):
        time_machine.move_to(timezone.now() + timedelta(days=days))

    return pass_by


def test_day_and_place_are_kept_encrypted(planned, kari):
    assert planned.state is PairState.INTRODUCTION_PLANNED
    assert kept(planned, kari) == (ahead(1), "Biblioteket", None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM pairs_pair")
        assert "Biblioteket" not in str(cursor.fetchall())
    assert acts()[-1] == "pairs.introduction_planned"


def test_the_place_may_be_chosen_later_but_before_they_meet(both, kari):
    pair = changes.plan_introduction(pair=both, day=ahead(1), by=kari)

    with pytest.raises(ValidationError, match="offentlig sted"):
        changes.note_introduced(pair=pair, coordinator_present=True, by=kari)

    changes.plan_introduction(pair=pair, day=ahead(2), place=a_place(kari), by=kari)
    assert kept(pair, kari)[:2] == (ahead(2), "Biblioteket")


def test_a_day_that_is_past_is_refused(both, kari):
    with pytest.raises(ValidationError, match="ikke er forbi"):
        changes.plan_introduction(pair=both, day=days_ago(1), by=kari)


def test_a_place_that_is_not_on_the_list_is_refused(both, kari):
    with pytest.raises(ValidationError, match="fra lista"):
        changes.plan_introduction(pair=both, day=ahead(1), place="hjemme", by=kari)


def test_it_is_not_planned_before_both_have_said_yes(asked, kari):
    with pytest.raises(ValidationError, match="følger etter det forrige"):
        changes.plan_introduction(pair=asked, day=ahead(1), by=kari)


def test_they_meet_with_a_coordinator_there_and_day_and_place_are_gone(planned, kari):
    pair = changes.note_introduced(pair=planned, coordinator_present=True, by=kari)

    assert pair.state is PairState.RUNNING
    assert kept(pair, kari) == (None, None, None)


def test_without_a_coordinator_it_is_no_introduction(planned, kari):
    with pytest.raises(ValidationError, match="Koordinator var med"):
        changes.note_introduced(pair=planned, coordinator_present=False, by=kari)


@pytest.mark.parametrize(("days", "left"), [(1, True), (2, False)])
def test_the_day_after_it_is_erased(planned, kari, later, days, left):
    later(days)

    call_command("tidy", verbosity=0)

    assert (kept(planned, kari)[0] is not None) is left
    assert (fresh(planned).introduction_place is not None) is left
    assert fresh(planned).state is PairState.INTRODUCTION_PLANNED


def test_erasing_is_noted_by_the_house_itself_and_twice_is_once(planned, later):
    later(3)

    assert changes.erase_past_days() == 1
    assert changes.erase_past_days() == 0
    assert AuditEntry.objects.get(did="pairs.past_days_erased").by is None


def test_min_dag_erases_for_its_own_association_and_twice_is_once(
    signed_in, planned, kari, nora, later
):
    later(3)

    signed_in(nora).get("/a/")
    assert fresh(planned).introduction_day is not None

    for _ in range(2):
        assert "Noter at de har møttes" in signed_in(kari).get("/a/").content.decode()
        assert fresh(planned).introduction_day is None
        assert AuditEntry.objects.get(did="pairs.past_days_erased").by is None


def test_min_dag_writes_nothing_while_the_day_lies_ahead(signed_in, planned, kari):
    signed_in(kari).get("/a/")

    assert fresh(planned).introduction_day is not None
    assert not AuditEntry.objects.filter(did="pairs.past_days_erased").exists()


def test_what_belonged_to_somebody_erased_goes_too(planned, amina):
    vault.destroy_keys(amina.reference)

    assert changes.erase_past_days() == 1
    assert Pair.objects.get(pk=planned.pk).introduction_place is None


def test_they_may_be_noted_as_met_after_the_day_is_erased(planned, kari, later):
    later(3)
    changes.erase_past_days()

    pair = changes.note_introduced(
        pair=planned, coordinator_present=True, by=kari, on=timezone.localdate() - timedelta(days=2)
    )

    assert pair.state is PairState.RUNNING


def test_calling_off_forgets_day_and_place(planned, kari):
    pair = changes.call_off(pair=planned, by=kari)

    assert pair.state is PairState.NOT_TO_BE
    assert kept(pair, kari) == (None, None, None)


@pytest.mark.parametrize("who", ["gro", "nora", "solveig", "astrid"])
def test_only_the_coordinator_plans(people, both, who):
    with pytest.raises(PermissionDenied):
        changes.plan_introduction(pair=both, day=ahead(1), by=people[who])


def test_the_volunteer_sees_neither_day_nor_place(signed_in, planned, solveig):
    page = signed_in(solveig).get("/v/").content.decode()

    assert "Linerle" in page
    assert "Biblioteket" not in page
    assert str(ahead(1)) not in page


def test_the_page_offers_places_near_her_and_keeps_the_choice(signed_in, both, kari):
    place = a_place(kari, "Kulturhuset")
    desk = signed_in(kari)
    address = f"/a/koblinger/{both.reference}/forste-mote/"

    assert "Kulturhuset" in desk.get(address).content.decode()
    answer = desk.post(address, {"day": ahead(3).isoformat(), "place": place})

    assert answer.url == f"/a/koblinger/{both.reference}/"
    assert kept(both, kari)[:2] == (ahead(3), "Kulturhuset")
    assert "Kulturhuset" in desk.get(answer.url).content.decode()


def test_a_refusal_stands_in_the_form_and_nothing_is_lost(signed_in, both, kari):
    page = signed_in(kari).post(
        f"/a/koblinger/{both.reference}/forste-mote/", {"day": days_ago(2).isoformat()}
    )

    assert page.status_code == 200
    assert "ikke er forbi" in page.content.decode()
    assert days_ago(2).isoformat() in page.content.decode()

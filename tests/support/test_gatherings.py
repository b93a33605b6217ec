"""Gatherings: a day and a count, never a name, and never where participants will be."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.support import changes
from ressursvenn.support.models import Gathering
from ressursvenn.volunteers import changes as volunteers

from .conftest import ahead, applicant, days_ago, fresh

DESK = "/a/veiledning/"


def test_a_day_and_then_a_count(signed_in, kari, hers, solveig, audited):
    desk = signed_in(kari)
    audited()
    told = {"on": days_ago(1).isoformat(), "for_whom": "volunteers", "place": "Grendehuset"}

    desk.post(f"{DESK}samlinger/ny/", told)
    row = Gathering.objects.get()
    desk.post(f"{DESK}samling/{row.reference}/", {"came": "14"})

    row.refresh_from_db()
    assert (row.came, row.counted_by) == (14, kari)
    done = [did for did in audited() if did.startswith("support.")]
    assert done == ["support.gathering_set", "support.gathering_counted"]
    assert "14 kom" in desk.get(DESK).content.decode()


def a_gathering(by, on, **more):
    told = {"for_whom": "volunteers", **more}
    return changes.set_gathering(association=by.association, on=on, by=by, **told)


def list_at(client) -> str:
    page = client.get(DESK).content.decode()
    return page[page.index('id="samlinger"') :]


def test_sent_twice_it_is_one(signed_in, kari, audited):
    desk, told = signed_in(kari), {"on": ahead(5).isoformat(), "for_whom": "pairs", "place": ""}
    audited()

    answers = [desk.post(f"{DESK}samlinger/ny/", told).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Gathering.objects.count() == 1
    assert [did for did in audited() if did.startswith("support.")] == ["support.gathering_set"]


def test_put_right(signed_in, kari, audited):
    row = a_gathering(kari, days_ago(3), place="Grendehuset")
    desk, where = signed_in(kari), f"{DESK}samling/{row.reference}/rett/"
    assert 'value="Grendehuset"' in desk.get(where).content.decode()
    audited()
    told = {"on": days_ago(2).isoformat(), "for_whom": "volunteers", "place": "Biblioteket"}

    assert desk.post(where, {**told, "came": "9"}).status_code == 302
    row.refresh_from_db()
    assert (row.held_on, row.place, row.came, row.counted_by) == (
        days_ago(2), "Biblioteket", 9, kari,
    )  # fmt: skip
    desk.post(where, told)  # it was not counted after all

    row.refresh_from_db()
    assert (row.came, row.counted_on, row.counted_by) == (None, None, None)
    assert audited().count("support.gathering_put_right") == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"on": ahead(2).isoformat(), "came": "4"}, "ikke vært ennå"),
        ({"for_whom": "pairs"}, "Stedet skrives ikke"),
        ({"came": "mange"}, "Skriv et helt tall."),
        ({"on": days_ago(9).isoformat()}, "Den samlingen er alt satt opp."),
    ],
)
def test_what_cannot_be_put_right_is_kept_and_explained(signed_in, kari, wrong, said):
    a_gathering(kari, days_ago(9), place="Parken")
    row = a_gathering(kari, days_ago(3), place="Parken")
    told = {"on": days_ago(3).isoformat(), "for_whom": "volunteers", "place": "Parken", **wrong}

    page = signed_in(kari).post(f"{DESK}samling/{row.reference}/rett/", told).content.decode()

    assert said in page
    assert 'value="Parken"' in page
    row.refresh_from_db()
    assert (row.held_on, row.came) == (days_ago(3), None)


def test_called_off_it_leaves_her_page_and_can_be_set_again(signed_in, hers, solveig, kari):
    row, desk = a_gathering(kari, ahead(4)), signed_in(kari)

    desk.post(f"{DESK}samling/{row.reference}/avlys/")

    row.refresh_from_db()
    assert (row.called_off_on, row.called_off_by) == (days_ago(0), kari)
    assert "Neste samling" not in signed_in(solveig).get("/v/veiledning/").content.decode()
    assert "avlyst" in list_at(desk)
    for act in (
        lambda: changes.call_off_gathering(gathering=row, by=kari),
        lambda: changes.note_how_many_came(gathering=row, came=3, by=kari),
        lambda: changes.put_gathering_right(
            gathering=row, on=ahead(1), for_whom="volunteers", by=kari
        ),
    ):
        with pytest.raises(ValidationError, match="Samlingen er avlyst"):
            act()
    assert a_gathering(kari, ahead(4)) != row


def test_what_somebody_came_to_is_not_called_off(kari):
    row = changes.note_how_many_came(gathering=a_gathering(kari, days_ago(1)), came=3, by=kari)

    with pytest.raises(ValidationError, match="avlyses ikke"):
        changes.call_off_gathering(gathering=row, by=kari)


def test_one_that_waits_to_be_counted_never_drops_out_of_sight(signed_in, kari):
    waits = a_gathering(kari, days_ago(300))
    for days in range(1, 8):
        row = a_gathering(kari, days_ago(days))
        changes.note_how_many_came(gathering=row, came=5, by=kari)
        a_gathering(kari, ahead(days))

    told = list_at(signed_in(kari))

    assert told.index(waits.reference) < told.index("/rett/")
    assert all(row.reference in told for row in Gathering.objects.filter(held_on__gt=days_ago(0)))


def test_only_whom_two_have_approved_is_told_when_pairs_gather(signed_in, solveig, kari):
    """T3: an applicant with an account, invited into a group or not, is told of no gathering."""
    applied = fresh(applicant(kari))
    volunteers.link_account(volunteer=applied, person=solveig, by=kari)
    a_gathering(kari, ahead(4), for_whom="pairs")

    assert "Neste samling" not in signed_in(solveig).get("/v/veiledning/").content.decode()


def test_where_pairs_gather_is_not_written(signed_in, kari):
    told = {"on": ahead(9).isoformat(), "for_whom": "pairs", "place": "Parken"}

    page = signed_in(kari).post(f"{DESK}samlinger/ny/", told).content.decode()

    assert "Stedet skrives ikke" in page
    assert 'value="Parken"' in page
    assert not Gathering.objects.exists()


def test_she_sees_the_next_one(signed_in, hers, solveig, kari):
    changes.set_gathering(association=kari.association, on=ahead(9), for_whom="pairs", by=kari)

    page = signed_in(solveig).get("/v/veiledning/").content.decode()

    assert "Neste samling" in page
    assert "får du vite av koordinatoren" in page


@pytest.mark.parametrize("came", ["", "mange", "-1", "501"])
def test_a_count_that_is_none_is_explained_and_kept(signed_in, kari, came):
    row = changes.set_gathering(
        association=kari.association, on=days_ago(1), for_whom="volunteers", by=kari
    )

    page = signed_in(kari).post(f"{DESK}samling/{row.reference}/", {"came": came})

    assert page.status_code == 200
    assert "Skriv " in page.content.decode()
    row.refresh_from_db()
    assert row.came is None


def test_nobody_is_counted_at_what_has_not_been(kari):
    row = changes.set_gathering(
        association=kari.association, on=ahead(1), for_whom="volunteers", by=kari
    )

    with pytest.raises(ValidationError, match="ikke vært ennå"):
        changes.note_how_many_came(gathering=row, came=3, by=kari)


@pytest.mark.parametrize("who", ["nora", "astrid", "solveig", "kirsti"])
def test_who_may_not(kari, people, who):
    row = changes.set_gathering(
        association=kari.association, on=days_ago(1), for_whom="volunteers", by=kari
    )

    with pytest.raises(PermissionDenied):
        changes.note_how_many_came(gathering=row, came=3, by=people[who])

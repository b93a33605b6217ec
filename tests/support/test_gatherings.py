"""Gatherings: a day and a count, never a name, and never where participants will be."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.support import changes
from ressursvenn.support.models import Gathering

from .conftest import ahead, days_ago

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

"""A concern: whoever screens may tell of it, some may know of it, and somebody settles it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from ressursvenn.protection import opening
from ressursvenn.volunteers import changes, queries
from ressursvenn.volunteers.models import Concern

from .conftest import days_ago


@pytest.fixture
def concern(ready_volunteer, gro):
    return changes.raise_concern(
        volunteer=ready_volunteer, on=days_ago(2), kind="boundaries", by=gro
    )


def test_it_is_noted_who_raised_it_and_when(ready_volunteer, gro, audited):
    audited()

    concern = changes.raise_concern(
        volunteer=ready_volunteer, on=days_ago(2), kind="strain", by=gro
    )

    assert (concern.raised_on, concern.raised_by) == (days_ago(2), gro)
    assert audited() == ["volunteers.concern_raised"]


def test_what_it_is_about_is_locked(concern, kari):
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind FROM volunteers_concern")
        assert b"boundaries" not in bytes(cursor.fetchone()[0])

    (opened,) = opening.open_records(
        queries.concerns_visible_to(kari, concern.volunteer), by=kari, purpose="test"
    )
    assert opened.kind == "boundaries"


def test_it_is_settled_once(concern, kari, audited):
    audited()

    changes.settle_concern(concern=concern, on=days_ago(1), by=kari)

    assert (concern.settled_on, concern.settled_by) == (days_ago(1), kari)
    assert audited() == ["volunteers.concern_settled"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.settle_concern(concern=concern, on=days_ago(1), by=kari)


@pytest.mark.parametrize(("days", "words"), [(3, "før den ble meldt"), (-1, "ikke vært ennå")])
def test_it_is_not_settled_on_a_day_that_cannot_be(concern, kari, audited, days, words):
    audited()

    with pytest.raises(ValidationError, match=words):
        changes.settle_concern(concern=concern, on=days_ago(days), by=kari)

    assert Concern.objects.get().settled_on is None
    assert audited() == []


def test_a_kind_that_is_on_no_list_is_refused(ready_volunteer, kari):
    with pytest.raises(ValidationError):
        changes.raise_concern(
            volunteer=ready_volunteer, on=days_ago(1), kind="en lang fortelling", by=kari
        )

    assert not Concern.objects.exists()


@pytest.mark.parametrize("who", ["nora", "gro", "bodil", "vigdis", "siri", "solveig"])
def test_who_may_not_settle_it(concern, people, who):
    with pytest.raises(PermissionDenied):
        changes.settle_concern(concern=concern, on=days_ago(1), by=people[who])


@pytest.mark.parametrize("who", ["nora", "bodil", "vigdis", "siri", "solveig"])
def test_who_may_not_raise_one(ready_volunteer, people, who):
    with pytest.raises(PermissionDenied):
        changes.raise_concern(
            volunteer=ready_volunteer, on=days_ago(1), kind="other", by=people[who]
        )


def test_on_the_page_a_coordinator_sees_why_and_the_group_leader_only_that(
    signed_in, concern, kari, gro
):
    at = f"/a/ressursvenner/{concern.volunteer.reference}/"

    told = signed_in(kari).get(at)
    hidden = signed_in(gro).get(at)

    assert [no.rule for no in told.context["refusals"]] == ["VOL-07"]
    assert "grenser mellom henne og deltakeren" in told.content.decode()
    assert [no.rule for no in hidden.context["refusals"]] == ["–"]
    assert "En grunn du ikke kan se." in hidden.content.decode()
    assert hidden.context["concerns"] == []
    assert "Gjelder grenser" not in hidden.content.decode()
    assert concern.reference not in hidden.content.decode()


def test_it_is_settled_on_the_page(signed_in, concern, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{concern.volunteer.reference}/"
    settle = f"{at}bekymring/{concern.reference}/avklart/"
    assert settle in browser.get(at).content.decode()

    early = browser.post(settle, {"on": days_ago(3).isoformat()})
    assert "før den ble meldt" in early.content.decode()
    answer = browser.post(settle, {"on": days_ago(0).isoformat()})

    assert answer.url == at
    assert browser.get(at).context["refusals"] == []


def test_who_gets_to_settle(signed_in, people, concern):
    at = f"/a/ressursvenner/{concern.volunteer.reference}/bekymring/{concern.reference}/avklart/"

    statuses = {who: signed_in(people[who]).get(at).status_code for who in ("kari", "nora", "gro")}

    assert statuses == {"kari": 302, "nora": 404, "gro": 403}


def test_a_concern_about_one_is_not_found_under_another(signed_in, concern, volunteer, kari):
    answer = signed_in(kari).post(
        f"/a/ressursvenner/{volunteer.reference}/bekymring/{concern.reference}/avklart/",
        {"on": days_ago(0).isoformat()},
    )

    assert answer.status_code == 404
    assert Concern.objects.get().settled_on is None

"""She needs a pause, comes back, or is no longer a volunteer."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.accounts import queries as accounts
from ressursvenn.volunteers import changes, facts, rules

from .conftest import applicant, days_ago, fresh, pair


def codes(volunteer) -> list[str]:
    terms = accounts.terms(volunteer.association)
    return [no.rule for no in rules.may_be_matched(facts.of(volunteer), terms)]


def test_a_pause_stands_in_the_way_until_its_day(ready_volunteer, kari, audited):
    audited()

    changes.pause(volunteer=ready_volunteer, until=days_ago(-30), by=kari)

    assert codes(ready_volunteer) == ["VOL-06"]
    assert audited() == ["volunteers.paused"]


def test_she_is_back_before_it_ended_by_itself(ready_volunteer, kari, audited):
    changes.pause(volunteer=ready_volunteer, until=days_ago(-30), by=kari)
    audited()

    changes.resume(volunteer=ready_volunteer, by=kari)

    assert codes(ready_volunteer) == []
    assert fresh(ready_volunteer).paused_until == days_ago(0)  # nobody is late for having rested
    assert audited() == ["volunteers.resumed"]


def test_whoever_has_no_pause_comes_back_from_none(ready_volunteer, kari):
    changes.resume(volunteer=ready_volunteer, by=kari)

    assert fresh(ready_volunteer).paused_until is None


@pytest.mark.parametrize("until", [days_ago(-366), date(9999, 12, 31)])
def test_a_pause_beyond_a_year_is_refused_in_words(ready_volunteer, kari, until, audited):
    changes.pause(volunteer=ready_volunteer, until=days_ago(-365), by=kari)
    audited()

    with pytest.raises(ValidationError, match="Velg en dag til og med"):
        changes.pause(volunteer=ready_volunteer, until=until, by=kari)

    assert fresh(ready_volunteer).paused_until == days_ago(-365)
    assert audited() == []


@pytest.mark.parametrize("days", [0, 1])
def test_a_pause_that_is_over_is_no_pause(ready_volunteer, kari, audited, days):
    audited()

    with pytest.raises(ValidationError, match="en dag som kommer"):
        changes.pause(volunteer=ready_volunteer, until=days_ago(days), by=kari)

    assert fresh(ready_volunteer).paused_until is None
    assert audited() == []


def test_whoever_has_left_is_not_matched(ready_volunteer, kari, audited):
    audited()

    changes.note_leaving(volunteer=ready_volunteer, on=days_ago(1), by=kari)

    assert codes(ready_volunteer) == ["VOL-11", "VOL-12"]
    assert (fresh(ready_volunteer).left_on, fresh(ready_volunteer).left_by) == (days_ago(1), kari)
    assert audited() == ["volunteers.left"]
    with pytest.raises(ValidationError, match="allerede"):
        changes.note_leaving(volunteer=ready_volunteer, on=days_ago(1), by=kari)


@pytest.mark.parametrize("on", [days_ago(61), days_ago(365)])
def test_a_last_day_long_ago_is_a_slip(ready_volunteer, kari, on):
    with pytest.raises(ValidationError, match="de siste 60 dagene"):
        changes.note_leaving(volunteer=ready_volunteer, on=on, by=kari)

    assert fresh(ready_volunteer).left_on is None


def test_nobody_leaves_before_she_applied(kari):
    one = applicant(kari, applied_on=days_ago(5))

    with pytest.raises(ValidationError, match="Hun søkte etter den dagen"):
        changes.note_leaving(volunteer=one, on=days_ago(6), by=kari)


def test_a_last_day_is_put_right_and_her_account_goes_by_the_right_one(
    signed_in, volunteer, kari, solveig, audited
):
    hers = changes.link_account(volunteer=volunteer, person=solveig, by=kari)
    with pytest.raises(ValidationError, match="ikke notert at hun har sluttet"):
        changes.put_right_last_day(volunteer=hers, on=days_ago(1), by=kari)
    changes.note_leaving(volunteer=hers, on=days_ago(40), by=kari)
    browser, at = signed_in(kari), f"/a/ressursvenner/{hers.reference}/"
    assert f'action="{at}siste-dag/"' in browser.get(at).content.decode()
    audited()

    refused = browser.post(f"{at}siste-dag/", {"on": days_ago(100).isoformat()})
    assert "de siste 60 dagene" in refused.content.decode()
    browser.post(f"{at}siste-dag/", {"on": days_ago(4).isoformat()})

    solveig.refresh_from_db()
    assert (fresh(hers).left_on, solveig.left_on) == (days_ago(4), days_ago(4))
    assert "volunteers.last_day_put_right" in audited()


def test_nobody_has_left_tomorrow(ready_volunteer, kari):
    with pytest.raises(ValidationError, match="ikke vært ennå"):
        changes.note_leaving(volunteer=ready_volunteer, on=days_ago(-1), by=kari)

    assert fresh(ready_volunteer).left_on is None


def test_nobody_leaves_in_the_middle_of_a_pair(ready_volunteer, kari, audited):
    pair(ready_volunteer, kari)
    audited()

    with pytest.raises(ValidationError, match="Avslutt koblingen først"):
        changes.note_leaving(volunteer=ready_volunteer, on=days_ago(1), by=kari)

    assert fresh(ready_volunteer).left_on is None
    assert audited() == []


@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not(ready_volunteer, people, who):
    person = people[who]

    with pytest.raises(PermissionDenied):
        changes.pause(volunteer=ready_volunteer, until=days_ago(-30), by=person)
    with pytest.raises(PermissionDenied):
        changes.resume(volunteer=ready_volunteer, by=person)
    with pytest.raises(PermissionDenied):
        changes.note_leaving(volunteer=ready_volunteer, on=days_ago(1), by=person)
    with pytest.raises(PermissionDenied):
        changes.put_right_last_day(volunteer=ready_volunteer, on=days_ago(1), by=person)


def test_a_pause_is_set_and_ended_on_her_page(signed_in, ready_volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{ready_volunteer.reference}/"

    browser.post(f"{at}pause/", {"until": days_ago(-30).isoformat()})
    page = browser.get(at)
    assert [no.rule for no in page.context["refusals"]] == ["VOL-06"]
    assert f'action="{at}pause-slutt/"' in page.content.decode()

    browser.post(f"{at}pause-slutt/")
    assert browser.get(at).context["refusals"] == []


def test_leaving_is_asked_once_more(signed_in, ready_volunteer, kari):
    browser = signed_in(kari)
    at = f"/a/ressursvenner/{ready_volunteer.reference}/"

    unsure = browser.post(f"{at}slutt/", {"on": days_ago(1).isoformat()})
    assert "Kryss av hvis hun har sluttet." in unsure.content.decode()
    assert fresh(ready_volunteer).left_on is None

    browser.post(f"{at}slutt/", {"on": days_ago(1).isoformat(), "sure": "on"})
    assert fresh(ready_volunteer).left_on == days_ago(1)
    page = browser.get(at).content.decode()
    after = page.split('id="veien"')[1].split("</section>")[1]
    assert re.findall(r'<form class="form".*action="([^"]+)"', after) == [f"{at}siste-dag/"]

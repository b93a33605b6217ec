"""Nobody is matched before two people have approved her; and it takes all the earlier steps."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection.models import AuditEntry
from ressursvenn.together import changes as together
from ressursvenn.together.models import Asked
from ressursvenn.volunteers import changes, facts, queries, rules
from ressursvenn.volunteers.models import Approval

from .conftest import applicant, approved, days_ago, fresh, ready, walked


def codes(volunteer):
    terms = accounts.terms(volunteer.association)
    return [no.rule for no in rules.may_be_matched(facts.of(volunteer), terms)]


@pytest.fixture
def lacking(kari, kaja):
    """She lacks only that two approve her."""
    return fresh(walked(kari, kaja))


def test_without_two_she_may_not_be_matched(lacking):
    assert codes(lacking) == ["VOL-12"]


@pytest.mark.parametrize("who", ["kaja", "astrid"])
def test_one_asks_and_another_says_yes(lacking, kari, people, who):
    approved(lacking, kari, people[who])

    assert codes(lacking) == []
    row = Approval.objects.get()
    assert (row.asked_by, row.approved_by) == (kari, people[who])
    assert AuditEntry.objects.filter(did="volunteers.approved", by=people[who]).count() == 1


@pytest.mark.parametrize("who", ["kari", "gro", "nora", "kirsti", "vigdis", "siri", "solveig"])
def test_nobody_else_is_the_other(lacking, kari, people, who):
    with pytest.raises(ValidationError):
        approved(lacking, kari, people[who])

    assert codes(lacking) == ["VOL-12"]


def test_approving_ones_own_is_impossible_in_the_table_too(lacking, kari):
    own = {"asked_by": kari, "approved_by": kari, "approved_on": days_ago(0)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(volunteer=lacking, **own)


@pytest.mark.parametrize("who", ["nora", "astrid", "siri", "solveig", "kirsti"])
def test_only_whoever_screens_here_asks(lacking, people, who):
    with pytest.raises(PermissionDenied):
        changes.ask_for_approval(volunteer=lacking, by=people[who])


def test_nobody_is_asked_about_before_the_earlier_steps_are_done(volunteer, kari):
    with pytest.raises(ValidationError) as refused:
        changes.ask_for_approval(volunteer=volunteer, by=kari)

    told = [one.code for one in refused.value.error_list]
    assert {"VOL-01", "VOL-02", "VOL-03", "VOL-04", "VOL-08", "VOL-09"} <= set(told)
    assert not Asked.objects.exists()


def test_a_step_undone_after_the_question_makes_the_yes_void(lacking, kari, kaja, gro):
    asked = changes.ask_for_approval(volunteer=lacking, by=kari)
    changes.note_interview(
        volunteer=lacking,
        on=days_ago(1),
        first_interviewer=kari,
        second_interviewer=gro,
        outcome="not_suitable",
        by=kari,
    )

    with pytest.raises(ValidationError) as refused:
        together.answer(asked=asked, yes=True, by=kaja)

    assert [one.code for one in refused.value.error_list] == ["TOG-08"]


def test_anything_else_noted_on_her_road_does_too(lacking, kari, kaja):
    asked = changes.ask_for_approval(volunteer=lacking, by=kari)
    changes.note_course_hours(volunteer=lacking, on=days_ago(1), hours=3, by=kari)

    with pytest.raises(ValidationError):
        together.answer(asked=asked, yes=True, by=kaja)
    together.take_back(asked=asked, by=kari)

    assert codes(approved(lacking, kari, kaja)) == []


def test_a_pause_meanwhile_does_not(lacking, kari, kaja):
    asked = changes.ask_for_approval(volunteer=lacking, by=kari)
    changes.pause(volunteer=lacking, until=days_ago(-9), by=kari)

    together.answer(asked=asked, yes=True, by=kaja)

    assert codes(lacking) == ["VOL-06"]


def test_nobody_is_approved_twice(ready_volunteer, kari):
    with pytest.raises(ValidationError, match="allerede godkjent"):
        changes.ask_for_approval(volunteer=ready_volunteer, by=kari)


def test_it_falls_when_she_leaves(ready_volunteer, kari):
    changes.note_leaving(volunteer=ready_volunteer, on=days_ago(1), by=kari)

    assert "VOL-12" in codes(ready_volunteer)
    assert Approval.objects.get().withdrawn_by == kari


def test_somebody_taken_back_meanwhile_is_approved_by_nobody(lacking, kari, kaja):
    asked = changes.ask_for_approval(volunteer=lacking, by=kari)
    changes.take_back_application(volunteer=lacking, by=kari)

    with pytest.raises(ValidationError):
        together.answer(asked=asked, yes=True, by=kaja)


def at(volunteer, what=""):
    return f"/a/ressursvenner/{volunteer.reference}/{what}"


def test_her_page_leads_through_it(signed_in, lacking, kari, kaja):
    first, second = signed_in(kari), signed_in(kaja)
    assert "Spør om hun kan godkjennes" in first.get(at(lacking)).content.decode()

    first.post(at(lacking, "godkjenning/"))
    page = first.get(at(lacking)).content.decode()
    assert "Kari Lund spurte" in page
    assert "Kaja Berg kan svare." in page

    question = Asked.objects.get()
    answer = f"/a/to/{question.reference}/svar/"
    assert answer not in page
    assert answer in second.get(at(lacking)).content.decode()
    second.post(answer, {"answer": "yes"})
    page = first.get(at(lacking)).content.decode()
    assert "Kari Lund spurte, Kaja Berg sa ja." in page
    assert "godkjent av to" in page


def test_the_second_person_sees_the_steps_and_no_name(signed_in, lacking, kari, astrid):
    changes.ask_for_approval(volunteer=lacking, by=kari)

    page = signed_in(astrid).get("/a/to/").content.decode()

    assert lacking.reference in page
    assert "av to, funnet egnet" in page
    assert "12 timer" in page
    for name in ("Ingrid", "Solbakken", "1980", "400 00 001"):
        assert name not in page


def test_asked_too_early_is_said_on_her_page(signed_in, volunteer, kari):
    page = signed_in(kari).post(at(volunteer, "godkjenning/")).content.decode()

    assert "Kurset er fullført, med så mange timer som kreves." in page
    assert not Asked.objects.exists()


@pytest.fixture
def several(kari, kaja):
    """Three who lack only that, one who lacks more, and one who lacks nothing."""
    ready(kari, kaja, first_name="Berit")
    applicant(kari, first_name="Cecilie")
    return [fresh(walked(kari, kaja, first_name=f"Dina {number}")) for number in range(4)]


def test_min_dag_says_how_many_and_one_tap_asks_for_all(signed_in, several, kari, kaja):
    terms = accounts.terms(kari.association)
    (line,) = [one for one in queries.day_lines(kari, terms) if "godkjennes" in one.sentence]
    assert line.sentence == "4 ressursvenner har alt annet på plass, og skal godkjennes av to."
    browser = signed_in(kari)
    assert "Spør om alle 4 kan godkjennes" in browser.get(line.url).content.decode()

    browser.post("/a/ressursvenner/godkjenning/")

    assert Asked.objects.filter(answered_at=None).count() == 4
    assert not [one for one in queries.day_lines(kari, terms) if "godkjennes" in one.sentence]
    listed = [row.reference for row in Asked.objects.filter(answered_at=None)]
    told = {"listed": listed, "all": "1", "answer": "yes"}
    signed_in(kaja).post("/a/to/flere/", told)
    assert [codes(row) for row in several] == [[]] * 4


def test_asked_for_all_twice_asks_nobody_twice(several, kari, kaja):
    assert changes.ask_for_all_approvals(by=kari) == 4
    assert changes.ask_for_all_approvals(by=kaja) == 0


@pytest.mark.parametrize("who", ["nora", "gro"])
def test_for_all_means_all_of_ones_own_association(several, people, who):
    assert changes.ask_for_all_approvals(by=people[who]) == (4 if who == "gro" else 0)


@pytest.mark.parametrize("who", ["astrid", "siri", "solveig", "kirsti"])
def test_who_does_not_screen_asks_for_nobody(several, people, who, signed_in):
    with pytest.raises(PermissionDenied):
        changes.ask_for_all_approvals(by=people[who])
    assert signed_in(people[who]).post("/a/ressursvenner/godkjenning/").status_code == 403

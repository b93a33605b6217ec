"""A row that has changed since last time is a proposal, and overwrites nothing anybody has typed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.apart.models import KeepApart
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, vault
from ressursvenn.protection.fields import Sealed
from ressursvenn.protection.models import AuditEntry
from ressursvenn.spreadsheets import changes, queries
from ressursvenn.spreadsheets.models import BroughtRow
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers.models import Interview, Volunteer
from ressursvenn.web.day import lines_of

from .books import participants, volunteers

NEW_NUMBER = {"Mobil": "48941435"}


@pytest.fixture
def proposal(bring):
    """Berit came in; now her row says another number and another interview."""
    bring(volunteers({}))
    bring(volunteers(NEW_NUMBER | {"Intervju": "19.2.2026"}))
    return BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")


def berit(by):
    return opening.open_record(Volunteer.objects.get(), by=by, purpose="test")


def test_nothing_changes_before_somebody_has_chosen(proposal, kari):
    assert berit(kari).phone == "+4795960233"
    assert (proposal.about, proposal.settled_at) == (Volunteer.objects.get().reference, None)


def test_it_says_what_has_changed_and_not_to_what(proposal):
    assert proposal.changed == ["interviewed_on", "phone"]
    assert proposal.remarks[0] == ["changed", ""]


def test_what_it_waits_with_is_sealed_with_her_key(proposal):
    assert isinstance(proposal.__dict__["proposed"], Sealed)
    assert proposal.key_owner() == Volunteer.objects.get().reference


def test_what_somebody_typed_is_not_overwritten_by_the_same_file(bring, kari):
    bring(volunteers({}))
    volunteers_room.correct_card(volunteer=berit(kari), phone="+4740000000", by=kari)

    bring(volunteers({}))
    assert berit(kari).phone == "+4740000000"
    assert not BroughtRow.objects.filter(fate="merge_proposed").exists()


def test_the_words_of_the_workbook_can_be_chosen(proposal, kari):
    changes.settle_proposal(row=proposal, choice="workbook", by=kari)

    assert berit(kari).phone == "+4748941435"
    assert [one.held_on for one in Interview.objects.order_by("pk")] == [
        date(2026, 2, 18),
        date(2026, 2, 19),
    ]
    assert volunteer_facts.of(Volunteer.objects.get()).interviewed_on == date(2026, 2, 19)


def test_a_road_that_is_the_same_is_not_noted_twice(bring, kari):
    bring(volunteers({}))
    bring(volunteers(NEW_NUMBER))
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")
    changes.settle_proposal(row=row, choice="workbook", by=kari)

    volunteer = Volunteer.objects.get()
    for kind in ("interviews", "course_days", "declarations", "sightings", "agreements"):
        assert getattr(volunteer, kind).count() == 1


def test_the_words_of_the_house_can_be_kept(proposal, kari):
    changes.settle_proposal(row=proposal, choice="house", by=kari)

    assert berit(kari).phone == "+4795960233"
    assert Interview.objects.count() == 1


def test_they_can_be_two_people(bring, kari):
    bring(volunteers({}, {"Fornavn": "Borghild", "Mobil": "48941435", "Født": "1.1.1970"}))
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")
    changes.settle_proposal(row=row, choice="two", by=kari)

    assert Volunteer.objects.count() == 2
    row.refresh_from_db()
    assert (row.fate, row.settled_as) == ("accepted", "two")
    assert row.about == Volunteer.objects.last().reference


@pytest.mark.parametrize("choice", ["workbook", "house", "two"])
def test_what_it_waited_with_is_erased_once_it_is_settled(proposal, kari, choice):
    changes.settle_proposal(row=proposal, choice=choice, by=kari)

    row = BroughtRow.objects.get(pk=proposal.pk)
    assert (row.__dict__["proposed"], row.settled_by, row.settled_as) == (None, kari, choice)
    assert AuditEntry.objects.filter(did="spreadsheets.proposal_settled", by=kari).count() == 1
    with pytest.raises(ValidationError):
        changes.settle_proposal(row=row, choice=choice, by=kari)


def test_once_settled_the_same_row_is_here_already(proposal, bring, kari):
    changes.settle_proposal(row=proposal, choice="house", by=kari)
    (sheet,) = bring(volunteers(NEW_NUMBER | {"Intervju": "19.2.2026"})).sheets

    assert sheet.count("already_here") == 1
    assert not queries.proposals(kari).exists()


@pytest.mark.parametrize("who", ["gro", "nora", "solveig", "vigdis"])
def test_only_a_coordinator_of_the_house_settles(proposal, people, who):
    with pytest.raises(PermissionDenied):
        changes.settle_proposal(row=proposal, choice="house", by=people[who])


def test_two_who_settle_it_at_once_settle_it_once(proposal, kari, kaja):
    stale = BroughtRow.objects.select_related("bringing").get(pk=proposal.pk)
    changes.settle_proposal(row=proposal, choice="two", by=kari)

    with pytest.raises(ValidationError):
        changes.settle_proposal(row=stale, choice="two", by=kaja)
    assert Volunteer.objects.count() == 2


def test_a_choice_that_is_none_is_refused(proposal, kari):
    with pytest.raises(ValidationError):
        changes.settle_proposal(row=proposal, choice="slett", by=kari)


def settled(bring, kari, change):
    bring(participants({}))
    bring(participants(change))
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")
    changes.settle_proposal(row=row, choice="workbook", by=kari)
    return opening.open_record(Participant.objects.get(), by=kari, purpose="test")


def test_a_changed_participant(bring, kari):
    one = settled(bring, kari, {"Språk": "somali", "Ønsker seg": "komme seg ut"})

    assert (one.languages, one.wishes) == (["so"], ["get_out"])


def test_somebody_else_never_to_meet_is_added(bring, kari):
    settled(bring, kari, {"Skal IKKE kobles med": "Berit Antonsen"})

    assert KeepApart.objects.count() == 1


def test_the_same_one_never_to_meet_is_not_added_twice(bring, kari):
    apart = {"Skal IKKE kobles med": "alle fra menigheten"}
    bring(participants(apart))
    bring(participants(apart | {"Språk": "somali"}))
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")
    changes.settle_proposal(row=row, choice="workbook", by=kari)

    assert KeepApart.objects.count() == 1


def test_she_has_withdrawn_since(bring, kari):
    one = settled(bring, kari, {"Status": "trukket seg"})

    assert one.withdrawn_on is not None
    (sheet,) = bring(participants({"Status": "trukket seg"})).sheets
    assert sheet.count("already_here") == 1


def test_she_was_koblet_since(bring, kari):
    assert settled(bring, kari, {"Status": "koblet"}).unknown_pair_on is not None


def test_somebody_who_has_withdrawn_does_not_become_two(bring, kari):
    bring(participants({}))
    bring(participants({"Status": "trukket seg"}))
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")

    with pytest.raises(ValidationError):
        changes.settle_proposal(row=row, choice="two", by=kari)
    assert Participant.objects.count() == 1


def test_whoever_is_erased_does_not_come_back_from_an_old_file(bring, kari):
    bring(volunteers({}))
    volunteers_room.take_back_application(volunteer=Volunteer.objects.get(), by=kari)

    for content in (volunteers({}), volunteers(NEW_NUMBER | {"E-post": None})):
        told = bring(content).as_json()
        assert [one["code"] for one in told["refusals"]] == ["removed_here"]
    assert not Volunteer.objects.exists()


def test_whoevers_keys_are_gone_does_not_come_back_either(bring):
    bring(volunteers({}))
    vault.destroy_keys(Volunteer.objects.get().reference)

    told = bring(volunteers(NEW_NUMBER)).as_json()
    assert [one["code"] for one in told["refusals"]] == ["removed_here"]


def test_min_dag_tells_of_it(proposal, kari, nora):
    (line,) = (line for line in lines_of(kari) if "regneark" in line.sentence)

    assert line.sentence == "1 rad fra et regneark må avgjøres."
    assert not [line for line in lines_of(nora) if "regneark" in line.sentence]

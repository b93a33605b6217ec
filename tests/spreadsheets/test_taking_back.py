"""The one undo: everything that came in goes again, while nobody has acted on it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.apart.models import KeepApart
from ressursvenn.participants import changes as participants_room
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditEntry
from ressursvenn.spreadsheets import changes
from ressursvenn.spreadsheets.models import BringingIn, BroughtRow
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers.models import Interview, Volunteer

from .books import both, volunteers

CONTENT = both([{}, {"Etternavn": "LUND"}], [{"Skal IKKE kobles med": "Berit Antonsen"}])


@pytest.fixture
def bringing(bring):
    return bring(CONTENT).bringing


def test_everybody_who_came_in_goes_keys_and_all(bringing, kari):
    came = [row.reference for kind in (Volunteer, Participant) for row in kind.objects.all()]

    changes.take_back(bringing=bringing, by=kari)

    assert came
    assert vault.with_keys(came) == set()
    for model in (Volunteer, Participant, KeepApart, Interview, BroughtRow):
        assert not model.objects.exists()
    assert bringing.taken_back_by == kari
    assert AuditEntry.objects.filter(did="spreadsheets.taken_back", by=kari).count() == 1


def test_the_file_can_come_in_again(bringing, bring, kari):
    changes.take_back(bringing=bringing, by=kari)

    assert [sheet.count("accepted") for sheet in bring(CONTENT).sheets] == [1, 1]


def test_those_who_were_here_before_stay(bring, kari, oslo):
    volunteers_room.note_application(
        association=oslo, first_name="Berit", last_name="Lund", birth_year=1990, by=kari
    )
    bringing = bring(both([{}], [{}])).bringing
    changes.take_back(bringing=bringing, by=kari)

    assert (Volunteer.objects.count(), Participant.objects.count()) == (1, 0)


def test_looking_is_not_acting(bringing, kari, kaja):
    opening.open_cards(Volunteer.objects.all(), by=kaja, purpose="list")

    changes.take_back(bringing=bringing, by=kari)
    assert not Volunteer.objects.exists()


def act_on_volunteer(bringing, kari):
    volunteers_room.note_birth_year(volunteer=Volunteer.objects.get(), birth_year=1991, by=kari)


def act_on_participant(bringing, kari):
    participants_room.note_consent(participant=Participant.objects.get(), by=kari)


def settle(bringing, kari):
    row = BroughtRow.objects.select_related("bringing").get(fate="merge_proposed")
    changes.settle_proposal(row=row, choice="house", by=kari)


def name_for_all(bringing, kari):
    changes.name_for_all(bringing=bringing, seen_by=kari, by=kari)


@pytest.mark.parametrize("act", [act_on_volunteer, act_on_participant, settle, name_for_all])
def test_once_somebody_has_acted_it_stays(bringing, kari, act):
    act(bringing, kari)

    with pytest.raises(ValidationError, match="arbeidet videre"):
        changes.take_back(bringing=bringing, by=kari)
    assert (Volunteer.objects.count(), Participant.objects.count()) == (1, 1)


def test_it_is_taken_back_once(bringing, kari):
    changes.take_back(bringing=bringing, by=kari)

    with pytest.raises(ValidationError, match="allerede"):
        changes.take_back(bringing=bringing, by=kari)


def test_taken_back_from_two_windows_it_is_taken_back_once(bringing, kari):
    stale = BringingIn.objects.get(pk=bringing.pk)
    changes.take_back(bringing=bringing, by=kari)

    with pytest.raises(ValidationError, match="allerede"):
        changes.take_back(bringing=stale, by=kari)


def test_a_later_workbook_about_somebody_else_is_in_nobodys_way(bringing, bring, kari):
    other = {"Fornavn": "Kari", "Etternavn": "Moe", "Mobil": "48941435", "E-post": "k@example.org"}
    bring(volunteers(other))

    changes.take_back(bringing=bringing, by=kari)
    assert Volunteer.objects.count() == 1


def test_another_coordinator_of_the_house_cannot_undo_it(bringing, kaja):
    with pytest.raises(ValidationError, match="Bare den som tok inn"):
        changes.take_back(bringing=bringing, by=kaja)


@pytest.mark.parametrize("who", ["gro", "nora", "siri"])
def test_nobody_else_may(bringing, people, who):
    with pytest.raises(PermissionDenied):
        changes.take_back(bringing=bringing, by=people[who])
    assert Volunteer.objects.exists()

"""Who interviewed and who saw the certificates, said once for all that an old list left open."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.protection.models import AuditEntry
from ressursvenn.spreadsheets import changes, queries
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers import facts
from ressursvenn.volunteers.models import Interview, Volunteer

from .books import volunteers

KARI_MOE = {"Fornavn": "Kari", "Etternavn": "Moe", "Mobil": "48941435", "E-post": "k@example.org"}


@pytest.fixture
def bringing(bring):
    return bring(volunteers({}, KARI_MOE)).bringing


def known():
    told = facts.of_many(Volunteer.objects.all()).values()
    return [(one.interviewed_by_two, one.certificate_seen_by_known) for one in told]


def test_it_is_said_of_all_of_them(bringing, kari, kaja, gro):
    assert queries.unnamed(bringing, kari) == (2, 2)

    said = changes.name_for_all(
        bringing=bringing, first_interviewer=kari, second_interviewer=gro, seen_by=kaja, by=kari
    )
    assert said == (2, 2)
    assert known() == [(True, True), (True, True)]
    assert queries.unnamed(bringing, kari) == (0, 0)
    assert [one.assessments for one in facts.of_many(Volunteer.objects.all()).values()] == [2, 2]
    assert AuditEntry.objects.filter(did="spreadsheets.named_for_all", by=kari).count() == 1


def test_one_of_the_two_can_be_said_alone(bringing, kari):
    assert changes.name_for_all(bringing=bringing, seen_by=kari, by=kari) == (0, 2)
    assert known() == [(False, True), (False, True)]


def test_what_somebody_has_named_already_stands(bringing, kari, kaja, gro):
    first = Interview.objects.first()
    volunteers_room.name_interviewers(
        interview=first, first_interviewer=kaja, second_interviewer=gro, by=kari
    )

    said = changes.name_for_all(
        bringing=bringing, first_interviewer=kari, second_interviewer=gro, by=kari
    )
    assert said == (1, 0)
    first.refresh_from_db()
    assert first.first_interviewer == kaja


def test_somebody_from_another_house_has_not_interviewed_here(bringing, kari, nora):
    with pytest.raises(ValidationError):
        changes.name_for_all(
            bringing=bringing, first_interviewer=kari, second_interviewer=nora, by=kari
        )
    assert known() == [(False, False), (False, False)]


@pytest.mark.parametrize("who", ["gro", "nora", "siri"])
def test_only_a_coordinator_of_the_house_may(bringing, people, who):
    with pytest.raises(PermissionDenied):
        changes.name_for_all(bringing=bringing, seen_by=people["kari"], by=people[who])

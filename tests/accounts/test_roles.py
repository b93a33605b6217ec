"""The table of roles: who may what, and nothing beyond."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.accounts import changes
from ressursvenn.accounts.models import Person
from ressursvenn.accounts.permissions import ROLES, Permission, holders_of

SEES_PEOPLE = {
    Permission.SEE_VOLUNTEERS, Permission.SEE_PARTICIPANTS, Permission.SEE_PAIRS, Permission.SEE_KEEP_APART,
    Permission.SEE_CONCERNS, Permission.OWN_PAIR,
}  # fmt: skip


def test_every_right_is_held_by_some_role():
    assert {right for role in ROLES.values() for right in role.may} == set(Permission)


def test_only_the_vetting_officer_sees_who_must_never_meet():
    assert holders_of(Permission.SEE_KEEP_APART) == ["vetting_officer"]


def test_whoever_runs_the_system_sees_no_person():
    assert not ROLES["system_administrator"].may & SEES_PEOPLE


def test_the_crisis_centre_gives_no_second_yes():
    assert Permission.APPROVE_PAIRS not in ROLES["centre_contact"].may


def test_whoever_has_left_may_nothing(kari):
    kari.left_on, kari.left_by = timezone.localdate(), kari

    assert not any(kari.may(right) for right in Permission)


def test_a_local_role_needs_an_association(houses):
    with pytest.raises(ValidationError):
        changes.take_in(sign_name="x", name="X Y", role="coordinator", by=None)


def test_a_national_role_has_none(oslo):
    with pytest.raises(ValidationError):
        changes.take_in(
            sign_name="x", name="X Y", role="vetting_officer", association=oslo, by=None
        )


ALONE = {"volunteer", "alliance_editor", "funder"}


@pytest.mark.parametrize("role", ROLES)
def test_who_sees_a_participant_or_runs_the_system_is_taken_in_by_no_one_person(
    siri, oslo, sentrum, role
):
    """The list is written here once more: one role too many on it, and this test is red."""
    told = {"sign_name": "ny", "name": "Ny Her", "role": role, "by": siri}
    told |= {"association": oslo} if ROLES[role].local else {}
    told |= {"centre": sentrum} if role == "centre_contact" else {}

    if role in ALONE:
        assert changes.take_in(**told).role == role
    else:
        with pytest.raises(PermissionDenied):
            changes.take_in(**told)


@pytest.fixture
def given(oslo, siri, astrid):
    """Two have agreed; asked of the change itself, since the question before it says no to the same."""
    where = {"association": oslo, "centre": None, "asked_by": siri, "by": astrid}
    return lambda person, role: changes.change_role(person=person, role=role, **where)


def test_a_volunteers_account_becomes_no_other(given, solveig):
    with pytest.raises(ValidationError, match="kan ikke endres"):
        given(solveig, "coordinator")


def test_a_closed_account_is_given_no_role(given, gro, siri):
    Person.objects.filter(pk=gro.pk).update(left_on=timezone.localdate(), left_by=siri)

    with pytest.raises(ValidationError, match="kan ikke endres"):
        given(gro, "coordinator")


def test_nobody_is_made_a_volunteer_by_a_change_of_role(given, gro):
    with pytest.raises(ValidationError, match="kan ikke endres"):
        given(gro, "volunteer")

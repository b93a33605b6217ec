"""Volunteers written many at once: the same checks as one at a time, and one entry in the log."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.participants import changes as participants_room
from ressursvenn.participants import facts as participant_facts
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening, vault
from ressursvenn.protection.models import AuditAbout, AuditEntry
from ressursvenn.volunteers import changes, facts
from ressursvenn.volunteers.models import Volunteer

ROW = changes.InWorkbook(
    first_name="Berit",
    last_name="Lund",
    birth_year=1990,
    phone="+4795960233",
    email="berit.bøe@example.org",
    areas=("no-oslo-oslo",),
    languages=("no",),
    interests=("film",),
    times=("saturday",),
    places=2,
    applied_on=date(2026, 2, 4),
    interviewed_on=date(2026, 2, 18),
    outcome="suitable",
    course_on=date(2026, 3, 4),
    course_hours=12,
    confidentiality_on=date(2026, 3, 18),
    certificate_issued_on=date(2026, 3, 1),
    certificate_shown_on=date(2026, 3, 25),
    agreement_on=date(2026, 4, 1),
)
NOTHING = replace(ROW, **dict.fromkeys([n for n in asdict(ROW) if n.endswith("_on")]), outcome="")


def note(oslo, by, *rows):
    return changes.note_from_workbook(association=oslo, rows=rows, agreed_months=12, by=by)


def one_by_one(oslo, by):
    """The same facts through the changes that note one thing each."""
    card = ("first_name", "last_name", "birth_year", "phone", "email", "areas", "languages")
    more = ("interests", "times", "places", "applied_on")
    told = {name: getattr(ROW, name) for name in card + more}
    one = changes.note_application(association=oslo, by=by, **told)
    changes.note_interview(volunteer=one, on=ROW.interviewed_on, outcome="suitable", by=by)
    changes.note_course_hours(volunteer=one, on=ROW.course_on, hours=12, by=by)
    changes.note_confidentiality_signed(volunteer=one, on=ROW.confidentiality_on, by=by)
    issued, shown = ROW.certificate_issued_on, ROW.certificate_shown_on
    changes.note_certificate_seen(volunteer=one, issued_on=issued, on=shown, seen_by=None, by=by)
    changes.note_agreement(volunteer=one, on=ROW.agreement_on, months=12, by=by)
    return one


def test_many_at_once_is_the_same_as_one_by_one(oslo, kari):
    (many,) = note(oslo, kari, ROW)
    one = one_by_one(oslo, kari)

    assert facts.of(many) == facts.of(one)
    assert many.fingerprints == one.fingerprints
    assert many.likeness == one.likeness != b""


def test_of_what_is_not_known_nothing_is_noted(oslo, kari):
    (volunteer,) = note(oslo, kari, NOTHING)

    known = facts.of(volunteer)
    assert (known.applied_on, known.interviewed_on, known.course_on) == (None, None, None)
    assert (known.certificate_shown_on, known.agreed_on) == (None, None)


def test_one_entry_in_the_log_is_about_all_of_them(oslo, kari):
    volunteers = note(oslo, kari, ROW, NOTHING)

    (entry,) = AuditEntry.objects.filter(did="volunteers.noted_from_workbook")
    about = AuditAbout.objects.filter(entry=entry).values_list("reference", flat=True)
    assert sorted(about) == sorted(one.reference for one in volunteers)
    assert len(vault.with_keys(about)) == 2


def test_nobody_at_all_is_nothing_to_tell(oslo, kari):
    assert note(oslo, kari) == []
    assert not AuditEntry.objects.filter(did="volunteers.noted_from_workbook").exists()


TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"applied_on": TOMORROW},
        {"interviewed_on": TOMORROW},
        {"agreement_on": TOMORROW},
        {"languages": ("xx",)},
        {"areas": ("xx",)},
        {"first_name": ""},
        {"first_name": "x" * 81},
    ],
)
def test_one_that_cannot_be_leaves_none_of_them(oslo, kari, wrong):
    with pytest.raises(ValidationError):
        note(oslo, kari, ROW, replace(ROW, **wrong))
    assert not Volunteer.objects.exists()


@pytest.mark.parametrize("who", ["nora", "solveig", "siri", "vigdis"])
def test_only_those_who_screen_in_this_house_may(oslo, people, who):
    with pytest.raises(PermissionDenied):
        note(oslo, people[who], ROW)
    assert not Volunteer.objects.exists()


TAKING_PART = {
    "called": "Blåmeis",
    "crisis_centre": None,
    "waiting_since": date(2026, 5, 11),
    "area": "no-oslo-oslo",
    "languages": ("prs",),
    "wishes": ("get_out",),
    "contact_channel": "through_centre",
    "contact_hours": "",
    "workbook_code": "R2026-001",
    "acute_over_on": date(2026, 5, 9),
}


def refer(oslo, by, *rows):
    return participants_room.refer_from_workbook(association=oslo, rows=rows, by=by)


def test_participants_many_at_once_are_the_same_as_one_by_one(oslo, kari):
    (many,) = refer(oslo, kari, TAKING_PART | {"contact_is_settled": True, "in_unknown_pair": True})
    one = participants_room.refer(association=oslo, by=kari, **TAKING_PART)
    participants_room.settle_contact(participant=one, channel="through_centre", by=kari)
    participants_room.note_in_unknown_pair(participant=one, by=kari)

    for participant in (many, one):
        opening.open_record(participant, by=kari, purpose="test")
    different = {"id", "reference"}
    names = [
        field.name for field in Participant._meta.concrete_fields if field.name not in different
    ]
    # Nothing said is None or "", and means the same.
    assert {name: getattr(many, name) or None for name in names} == {
        name: getattr(one, name) or None for name in names
    }
    assert participant_facts.of(many) == participant_facts.of(one)


@pytest.mark.parametrize(
    "wrong",
    [
        {"acute_over_on": TOMORROW},
        {"waiting_since": TOMORROW},
        {"languages": ("xx",)},
        {"area": "xx"},
        {"called": "x" * 41},
        {"workbook_code": "x" * 41},
    ],
)
def test_one_participant_that_cannot_be_leaves_none(oslo, kari, wrong):
    with pytest.raises(ValidationError):
        refer(oslo, kari, TAKING_PART, TAKING_PART | wrong)
    assert not Participant.objects.exists()


@pytest.mark.parametrize("who", ["nora", "gro", "kirsti", "siri", "vigdis"])
def test_only_a_coordinator_of_the_house_refers_from_a_workbook(oslo, people, who):
    with pytest.raises(PermissionDenied):
        refer(oslo, people[who], TAKING_PART)
    assert not Participant.objects.exists()
